import { html, nothing } from 'lit'
import { dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import type { Role } from '../../domain/account/role.ts'
import { pageTitleId } from '../../ui/field.ts'
import { table } from '../../ui/table.ts'
import { accountWords } from '../../words/account.ts'

export interface StaffListModel {
  readonly people: readonly ListedPerson[]
  /** Links that nobody has used; absent for those who may not see them. */
  readonly invitations?: readonly { readonly name: string; readonly endsAt: string }[]
}

export interface ListedPerson {
  readonly name: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly joinedAt: string
  readonly isSuspended: boolean
}

/** Everybody who can sign in, and for administrators the links that nobody has used yet. */
export const staffListView = ({
  people,
  invitations,
}: StaffListModel) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${accountWords.staffTitle}</h1>
  <p class="lede">${accountWords.staffLede}</p>
  ${table({
    caption: accountWords.staffTable,
    columns: [
      accountWords.columnName,
      accountWords.columnRoles,
      accountWords.columnWorksOn,
      accountWords.columnSince,
    ],
    rows: people.map((person) => [
      person.isSuspended ? `${person.name} (${accountWords.suspended.toLowerCase()})` : person.name,
      person.roles.map((role) => accountWords.roles[role]).join(', '),
      person.everyConsultation ? accountWords.everyConsultation : accountWords.ownConsultations,
      dayOfMomentWords(person.joinedAt),
    ]),
  })}
  ${invitations ? invitationsView(invitations) : nothing}
</div>`

const invitationsView = (
  invitations: NonNullable<StaffListModel['invitations']>,
) => html`<section class="part" aria-labelledby="links">
  <h2 id="links">${accountWords.invitations}</h2>
  ${
    invitations.length === 0
      ? html`<p>${accountWords.noInvitations}</p>`
      : table({
          caption: accountWords.invitations,
          columns: [accountWords.columnName, accountWords.columnRunsOut],
          rows: invitations.map(({ name, endsAt }) => [name, momentWords(endsAt)]),
        })
  }
</section>`
