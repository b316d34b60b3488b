import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  nothingClosed,
  requestsDeskView,
  type RequestsDeskModel,
  type RequestsDeskState,
} from '@takepart/shared/views/support-request/requests-desk.view'
import { requestsDeskWords } from '@takepart/shared/words/requests-desk'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

type Problem = NonNullable<RequestsDeskState['problem']>

const problems: Readonly<Record<'no-reason' | 'note-long', Problem>> = {
  'no-reason': { field: 'note', words: requestsDeskWords.noReason },
  'note-long': { field: 'note', words: requestsDeskWords.noteLong },
}

/** Where members of staff close requests for formats and support. */
@customElement('tp-requests-desk-page')
export class RequestsDeskPage extends StaffPageElement<RequestsDeskModel> {
  @state() private standing: RequestsDeskState = nothingClosed

  protected view() {
    return requestsDeskView(this.model, this.standing, {
      onOpen: (closing) => void this.#open(closing),
      onOutcome: (outcome) => {
        this.standing = { ...this.standing, outcome }
      },
      onNote: (note) => {
        this.standing = { ...this.standing, note }
      },
      onClose: () => void this.#close(),
      onKeep: () => {
        this.standing = nothingClosed
        document.getElementById('main')?.focus()
      },
    })
  }

  async #open(closing: string): Promise<void> {
    this.standing = { ...nothingClosed, closing }
    await this.updateComplete
    document.getElementById('outcome')?.focus()
  }

  async #close(): Promise<void> {
    const { closing: request, outcome, note } = this.standing
    if (request === undefined) return
    if (outcome === undefined)
      return this.#say({ field: 'outcome', words: requestsDeskWords.noOutcome })
    const done = await this.act((api) =>
      api.supportRequest.close.mutate({ request, state: outcome, note }),
    )
    if (!done) return
    if (!done.ok && done.problem !== 'gone') return this.#say(problems[done.problem])
    const reference = this.model.requests.find(({ id }) => id === request)?.reference ?? ''
    this.standing = nothingClosed
    const isFresh = await this.refresh()
    announce(done.ok ? requestsDeskWords.closed(reference) : requestsDeskWords.gone)
    // What could not be had again is said above the page, and the focus is there.
    if (isFresh) document.getElementById('main')?.focus()
  }

  async #say(problem: Problem): Promise<void> {
    this.standing = { ...this.standing, problem }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
