import { signInView, type SignInModel } from '@takepart/shared/views/account/sign-in.view'
import { accountProblemWords, accountWords } from '@takepart/shared/words/account'
import { customElement, state } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { canUsePasskeys, signInWithPasskey } from './passkey.ts'

/** The page to sign in to the desk. */
@customElement('tp-sign-in-page')
export class SignInPage extends StaffPageElement<SignInModel> {
  @state() private problem: string | undefined

  protected view() {
    const problem = this.problem ?? this.model.problem
    return signInView(
      { ...this.model, ...(problem === undefined ? {} : { problem }) },
      { onPasskey: () => void this.#signIn() },
    )
  }

  async #signIn(): Promise<void> {
    if (!canUsePasskeys()) {
      this.problem = accountWords.noPasskeyHere
      return
    }
    const done = await this.act((api) => signInWithPasskey(api))
    if (done === undefined) return
    if (done.ok) location.assign(this.model.next)
    else this.problem = done.problems.map(explained).join('. ')
  }
}

const explained = (problem: Parameters<typeof accountProblemWords>[0]): string =>
  problem.code === 'passkey-not-accepted'
    ? accountWords.notSignedInMore
    : accountProblemWords(problem)
