import {
  invitationsTitleId,
  staffListView,
  type StaffListModel,
} from '@takepart/shared/views/account/staff-list.view'
import { accountWords } from '@takepart/shared/words/account'
import { customElement } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Everybody who can sign in; administrators end links here that nobody has used. */
@customElement('tp-staff-page')
export class StaffPage extends StaffPageElement<StaffListModel> {
  protected view() {
    return staffListView(this.model, { onWithdraw: (id) => void this.#withdraw(id) })
  }

  async #withdraw(invitationId: string): Promise<void> {
    const done = await this.act((api) => api.account.withdrawInvitation.mutate({ invitationId }))
    if (!done) return
    const { invitations = [] } = this.model
    this.model = { ...this.model, invitations: invitations.filter(({ id }) => id !== invitationId) }
    announce(accountWords.withdrawn)
    await this.updateComplete
    document.getElementById(invitationsTitleId)?.focus()
  }
}
