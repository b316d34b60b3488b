import { sessionsView, type SessionsModel } from '@takepart/shared/views/account/sessions.view'
import { accountWords } from '@takepart/shared/words/account'
import { customElement } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { signOut } from './sign-out.ts'

/** Where the person is signed in. */
@customElement('tp-sessions-page')
export class SessionsPage extends StaffPageElement<SessionsModel> {
  protected view() {
    return sessionsView(this.model, {
      onEnd: (id) => void this.#end(id),
      onSignOut: () => void this.act(() => signOut(this.services)),
    })
  }

  async #end(sessionId: string): Promise<void> {
    const ended = await this.act((api) => api.account.endSession.mutate({ sessionId }))
    if (!ended) return
    this.model = {
      ...this.model,
      sessions: this.model.sessions.filter(({ id }) => id !== sessionId),
    }
    announce(accountWords.sessionEnded)
    document.getElementById('main')?.focus()
  }
}
