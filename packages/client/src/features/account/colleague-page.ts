import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { Result } from '@takepart/shared/domain/core/result'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  colleagueDoneId,
  colleagueView,
  type ColleagueModel,
} from '@takepart/shared/views/account/colleague.view'
import { madeLinkTitleId } from '@takepart/shared/views/account/made-link.view'
import { withRole } from '@takepart/shared/views/account/role-fields.view'
import { accountWords } from '@takepart/shared/words/account'
import { customElement } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { copyLink } from './copy-link.ts'

/** What one colleague may do. */
@customElement('tp-colleague-page')
export class ColleaguePage extends StaffPageElement<ColleagueModel> {
  protected view() {
    return colleagueView(this.model, {
      onRole: (role, has) => this.#change({ roles: withRole(this.model.roles, role, has) }),
      onEvery: (everyConsultation) => this.#change({ everyConsultation }),
      onConsultation: (id, isTheirs) => this.#putOn(id, isTheirs),
      onSave: () => void this.#save(),
      onSuspend: () => void this.#suspend(),
      onReadmit: () => void this.#readmit(),
      onNewPasskey: () => void this.#newPasskey(),
      onCopy: () => void this.#copy(),
    })
  }

  #change(changes: Partial<ColleagueModel>): void {
    this.model = { ...this.model, ...changes }
  }

  #putOn(id: string, isTheirs: boolean): void {
    const consultations = this.model.consultations.map((one) =>
      one.id === id ? { ...one, isTheirs } : one,
    )
    this.#change({ consultations })
  }

  #save(): Promise<void> {
    const { staffId, name, roles, everyConsultation, consultations } = this.model
    const change = {
      staffId,
      roles: [...roles],
      everyConsultation,
      consultations: consultations.filter(({ isTheirs }) => isTheirs).map(({ id }) => id),
    }
    return this.#do((api) => api.account.changeRoles.mutate(change), {
      done: accountWords.rolesSaved(name),
    })
  }

  #suspend(): Promise<void> {
    const { staffId, name } = this.model
    return this.#do((api) => api.account.suspend.mutate({ staffId }), {
      done: accountWords.didSuspend(name),
      isSuspended: true,
    })
  }

  #readmit(): Promise<void> {
    const { staffId, name } = this.model
    return this.#do((api) => api.account.readmit.mutate({ staffId }), {
      done: accountWords.didReadmit(name),
      isSuspended: false,
    })
  }

  /** Does it, and says at the top of the page what came of it, with the focus there. */
  async #do(
    work: (api: StaffApi) => Promise<Result<true, AccountProblem>>,
    then: Partial<ColleagueModel>,
  ): Promise<void> {
    const result = await this.act(work)
    if (result === undefined) return
    const { done: _, made: __, ...before } = this.model
    this.model = result.ok
      ? { ...before, problems: [], ...then }
      : { ...before, problems: result.problems }
    await this.updateComplete
    document.getElementById(result.ok ? colleagueDoneId : errorSummaryId)?.focus()
  }

  async #newPasskey(): Promise<void> {
    const { staffId, name } = this.model
    const made = await this.act((api) => api.account.replacePasskey.mutate({ staffId }))
    if (made === undefined) return
    const { done: _, ...before } = this.model
    if (made.ok) {
      const { path, origin = location.origin, endsAt } = made.value
      this.model = { ...before, problems: [], made: { name, href: origin + path, endsAt } }
    } else this.model = { ...before, problems: made.problems }
    await this.updateComplete
    document.getElementById(made.ok ? madeLinkTitleId : errorSummaryId)?.focus()
  }

  async #copy(): Promise<void> {
    const { made } = this.model
    if (made) this.#change({ made: await copyLink(made) })
  }
}
