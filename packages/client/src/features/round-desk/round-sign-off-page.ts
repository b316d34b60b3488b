import type { ActResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  nothingNoted,
  roundSignOffView,
  type RoundSignOffModel,
  type RoundSignOffState,
} from '@takepart/shared/views/round-desk/round-sign-off.view'
import { actProblemWords } from '@takepart/shared/words/sign-off'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where a discussion is signed and published. */
@customElement('tp-round-sign-off-page')
export class RoundSignOffPage extends StaffPageElement<RoundSignOffModel> {
  @state() private typed: RoundSignOffState = nothingNoted

  protected view() {
    const round = this.model.head.id
    return roundSignOffView(this.model, this.typed, {
      onAsk: () =>
        void this.#do((api) =>
          api.roundDesk.askSignOff.mutate({ round, id: this.services.newId() }),
        ),
      onNote: (note) => {
        this.typed = { ...this.typed, note }
      },
      onSign: () => void this.#decide('signed'),
      onSendBack: () => void this.#decide('sent-back'),
      onPublish: (when) => void this.#do((api) => api.roundDesk.publish.mutate({ round, when })),
      onStop: () => void this.#do((api) => api.roundDesk.stop.mutate({ round })),
    })
  }

  /** What is signed is the request that this page shows, not one that came after it was opened. */
  async #decide(decision: 'signed' | 'sent-back'): Promise<void> {
    const { request, head } = this.model
    if (request === null) return
    const note = decision === 'sent-back' ? { note: this.typed.note } : {}
    await this.#do((api) =>
      api.roundDesk.decideSignOff.mutate({ round: head.id, request, decision, ...note }),
    )
  }

  async #do(work: (api: StaffApi) => Promise<ActResult>): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    if (result.ok) this.typed = nothingNoted
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
