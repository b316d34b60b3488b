import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  emptyInvitation,
  inviteView,
  type InviteModel,
} from '@takepart/shared/views/account/invite.view'
import { madeLinkTitleId } from '@takepart/shared/views/account/made-link.view'
import { withRole } from '@takepart/shared/views/account/role-fields.view'
import { customElement } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { copyLink } from './copy-link.ts'

/** Where an administrator invites a colleague. */
@customElement('tp-invite-page')
export class InvitePage extends StaffPageElement<InviteModel> {
  protected view() {
    return inviteView(this.model, {
      onName: (name) => this.#change({ name }),
      onEmail: (email) => this.#change({ email }),
      onRole: (role, has) => this.#change({ roles: withRole(this.model.roles, role, has) }),
      onEvery: (everyConsultation) => this.#change({ everyConsultation }),
      onInvite: () => void this.#invite(),
      onCopy: () => void this.#copy(),
      onAnother: () => void this.#another(),
    })
  }

  #change(changes: Partial<InviteModel>): void {
    this.model = { ...this.model, ...changes }
  }

  async #invite(): Promise<void> {
    const { name, email, roles, everyConsultation } = this.model
    const invitation = { name, email, roles: [...roles], everyConsultation }
    const made = await this.act((api) => api.account.invite.mutate(invitation))
    if (made === undefined) return
    if (!made.ok) return this.#showAndFocus({ problems: made.problems }, errorSummaryId)
    const { path, origin = location.origin, endsAt, isMailed } = made.value
    const link = { name: name.trim(), href: origin + path, endsAt }
    const mailed = isMailed ? { mailedTo: email.trim() } : {}
    await this.#showAndFocus({ problems: [], made: { ...link, ...mailed } }, madeLinkTitleId)
  }

  async #showAndFocus(changes: Partial<InviteModel>, id: string): Promise<void> {
    this.#change(changes)
    await this.updateComplete
    document.getElementById(id)?.focus()
  }

  async #copy(): Promise<void> {
    const { made } = this.model
    if (made) this.#change({ made: await copyLink(made) })
  }

  async #another(): Promise<void> {
    this.model = emptyInvitation
    await this.updateComplete
    document.getElementById('main')?.focus()
  }
}
