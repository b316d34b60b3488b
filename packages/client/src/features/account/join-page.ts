import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import { joinView, type JoinModel } from '@takepart/shared/views/account/join.view'
import { customElement, state } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { joinWithPasskey } from './passkey.ts'

/** Where somebody makes their passkey, by the link they were given. */
@customElement('tp-join-page')
export class JoinPage extends StaffPageElement<JoinModel> {
  @state() private name = ''
  @state() private problems: readonly AccountProblem[] = []

  protected view() {
    return joinView(
      this.model,
      { name: this.name, problems: this.problems },
      {
        onName: (name) => {
          this.name = name
        },
        onJoin: () => void this.#join(),
      },
    )
  }

  async #join(): Promise<void> {
    const { model, name } = this
    if (!model.usable) return
    const done = await this.act((api) => joinWithPasskey(api, { token: model.token, name }))
    if (done === undefined) return
    if (done.ok) return location.assign(deskPaths.home)
    this.problems = done.problems
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
