import type { ActResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  nothingTyped,
  signOffView,
  type SignOffModel,
  type SignOffState,
} from '@takepart/shared/views/authoring/sign-off-page.view'
import { actProblemWords, changeWords } from '@takepart/shared/words/sign-off'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { readTyped } from './typed-values.ts'

/** Where a consultation is signed and published. */
@customElement('tp-sign-off-page')
export class SignOffPage extends StaffPageElement<SignOffModel> {
  @state() private typed: SignOffState = nothingTyped

  protected view() {
    const draft = this.model.head.id
    return signOffView(this.model, this.typed, {
      onAsk: () =>
        void this.#do((api) =>
          api.authoring.askSignOff.mutate({ draft, id: this.services.newId() }),
        ),
      onNote: (note) => {
        this.typed = { ...this.typed, note }
      },
      onSign: () =>
        void this.#do((api) => api.authoring.decideSignOff.mutate({ draft, decision: 'signed' })),
      onSendBack: () =>
        void this.#do((api) =>
          api.authoring.decideSignOff.mutate({
            draft,
            decision: 'sent-back',
            note: this.typed.note,
          }),
        ),
      onPublish: () => void this.#do((api) => api.authoring.publish.mutate({ draft })),
      onWhen: (when) => {
        this.typed = { ...this.typed, when }
      },
      onPublishAt: () => void this.#publishAt(),
      onStop: () => void this.#do((api) => api.authoring.stop.mutate({ draft })),
    })
  }

  async #publishAt(): Promise<void> {
    const read = readTyped({ control: 'moment' }, { ...this.typed.when })
    if (!read.ok || typeof read.value !== 'string')
      return this.#say('#when', changeWords.problems['date-missing'])
    const at = read.value
    await this.#do((api) => api.authoring.publish.mutate({ draft: this.model.head.id, at }))
  }

  async #do(work: (api: StaffApi) => Promise<ActResult>): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    if (result.ok) this.typed = nothingTyped
    const isFresh = await this.refresh()
    // What could not be had again is said above the page, and the focus is there.
    if (result.ok && isFresh) document.getElementById('main')?.focus()
    if (!result.ok)
      await this.#say(
        result.problem === 'note-missing' || result.problem === 'note-long' ? '#note' : '#act',
        [actProblemWords[result.problem], ...(result.words ?? [])].join('. '),
      )
  }

  async #say(href: string, text: string): Promise<void> {
    this.typed = { ...this.typed, problems: [{ href, text }] }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
