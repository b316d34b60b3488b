import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  signInWaysView,
  waysSavedId,
  type SignInWaysModel,
} from '@takepart/shared/views/account/sign-in-ways.view'
import { customElement } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Which ways to sign in are allowed. */
@customElement('tp-sign-in-ways-page')
export class SignInWaysPage extends StaffPageElement<SignInWaysModel> {
  protected view() {
    return signInWaysView(this.model, {
      onPasskeys: (passkeys) => this.#change({ passkeys }),
      onProvider: (provider) => this.#change({ provider }),
      onSave: () => void this.#save(),
    })
  }

  #change(changes: Partial<SignInWaysModel>): void {
    this.model = { ...this.model, ...changes }
  }

  async #save(): Promise<void> {
    const { passkeys, provider } = this.model
    const done = await this.act((api) => api.account.changeSignIn.mutate({ passkeys, provider }))
    if (done === undefined) return
    this.#change({ isSaved: done.ok, problems: done.ok ? [] : done.problems })
    await this.updateComplete
    document.getElementById(done.ok ? waysSavedId : errorSummaryId)?.focus()
  }
}
