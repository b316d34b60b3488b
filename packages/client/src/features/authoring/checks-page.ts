import { checksView, type ChecksModel } from '@takepart/shared/views/authoring/checks-page.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { importWords } from '@takepart/shared/words/import'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { confirmNote } from './confirm-note.ts'

/** All that the checks found, and what is decided about it. */
@customElement('tp-checks-page')
export class ChecksPage extends StaffPageElement<ChecksModel> {
  @state() private deciding: string | undefined
  @state() private reason = ''
  @state() private problem: string | undefined

  protected view() {
    const { deciding, reason, problem } = this
    return checksView(
      this.model,
      { deciding, reason, problem },
      {
        onDecide: (key) => void this.#decide(key),
        onReason: (words) => {
          this.reason = words
        },
        onKeep: () => void this.#keep(),
        onConfirm: ({ key }) => void this.#confirm(key),
        onTakeBack: (finding) => void this.#takeBack(finding),
      },
    )
  }

  async #decide(key: string): Promise<void> {
    this.deciding = key
    this.problem = undefined
    await this.updateComplete
    document.getElementById('reason')?.focus()
  }

  async #keep(): Promise<void> {
    const { deciding: finding, reason } = this
    if (finding === undefined) return
    const done = await this.act((api) =>
      api.authoring.overrule.mutate({ draft: this.model.head.id, finding, reason }),
    )
    if (!done) return
    if (done.problem !== null) {
      this.problem =
        done.problem === 'reason-long' ? authoringWords.reasonLong : authoringWords.reasonMissing
      document.getElementById('reason')?.focus()
      return
    }
    this.deciding = undefined
    this.reason = ''
    await this.#drawAnew()
  }

  async #confirm(key: string): Promise<void> {
    const done = await this.act((api) => confirmNote(api, this.model.head.id, key))
    if (!done || !(await this.refresh())) return
    announce(importWords.confirmedNow)
    document.getElementById('main')?.focus()
  }

  async #takeBack(finding: string): Promise<void> {
    const done = await this.act((api) =>
      api.authoring.takeOverruleBack.mutate({ draft: this.model.head.id, finding }),
    )
    if (done) await this.#drawAnew()
  }

  /** What was pressed is gone then, and the focus with it. */
  async #drawAnew(): Promise<void> {
    if (await this.refresh()) document.getElementById('main')?.focus()
  }
}
