import type {
  ChangeProblem,
  ChangeResult,
} from '@takepart/shared/domain/authoring/draft/desk-answers'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  changeView,
  noChange,
  type ChangeModel,
  type ChangeState,
  type WaitingChange,
} from '@takepart/shared/views/authoring/change-page.view'
import { changeWords } from '@takepart/shared/words/sign-off'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { readTyped } from './typed-values.ts'

/** Where a published consultation gets more time or is taken back. */
@customElement('tp-change-page')
export class ChangePage extends StaffPageElement<ChangeModel> {
  @state() private typed: ChangeState = noChange

  protected view() {
    return changeView(this.model, this.typed, {
      onUntil: (until) => {
        this.typed = { ...this.typed, until }
      },
      onExtendNote: (extendNote) => {
        this.typed = { ...this.typed, extendNote }
      },
      onRetractNote: (retractNote) => {
        this.typed = { ...this.typed, retractNote }
      },
      onAsk: (kind) => void this.#ask(kind),
      onDecide: (change, done) => void this.#decide(change, done),
    })
  }

  async #ask(kind: WaitingChange['kind']): Promise<void> {
    const draft = this.model.head.id
    const id = this.services.newId()
    if (kind === 'retract') {
      const note = this.typed.retractNote
      return this.#do(
        (api) => api.authoring.askChange.mutate({ draft, id, kind, note }),
        () => '#retract-note',
      )
    }
    const read = readTyped({ control: 'moment' }, { ...this.typed.until })
    if (!read.ok || typeof read.value !== 'string')
      return this.#say('#until', changeWords.problems['date-missing'])
    const closesAt = read.value
    const note = this.typed.extendNote
    return this.#do(
      (api) => api.authoring.askChange.mutate({ draft, id, kind, closesAt, note }),
      (problem) =>
        problem === 'note-missing' || problem === 'note-long' ? '#extend-note' : '#until',
    )
  }

  #decide({ id: change }: WaitingChange, done: boolean): Promise<void> {
    const draft = this.model.head.id
    return this.#do(
      (api) => api.authoring.decideChange.mutate({ draft, change, done }),
      () => '#main',
    )
  }

  async #do(
    work: (api: StaffApi) => Promise<ChangeResult>,
    hrefOf: (problem: ChangeProblem) => string,
  ): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    if (!result.ok) return this.#say(hrefOf(result.problem), changeWords.problems[result.problem])
    this.typed = noChange
    // What could not be had again is said above the page, and the focus is there.
    if (await this.refresh()) document.getElementById('main')?.focus()
  }

  async #say(href: string, text: string): Promise<void> {
    this.typed = { ...this.typed, problems: [{ href, text }] }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
