import { html, nothing } from 'lit'
import { dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import type { Role } from '../../domain/account/role.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { type Content, hiddenText, pageTitleId } from '../../ui/field.ts'
import { table } from '../../ui/table.ts'
import { accountWords } from '../../words/account.ts'

export interface StaffListModel {
  readonly people: readonly ListedPerson[]
  /** Links that nobody has used; absent for those who may neither see nor change any of this. */
  readonly invitations?: readonly ListedInvitation[]
  /** There are two ways to sign in, of which administrators choose. */
  readonly hasWays?: boolean
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly joinedAt: string
  readonly isSuspended: boolean
  /** Whoever looks at the page: nobody changes what they themselves may do. */
  readonly isYou: boolean
}

export interface ListedInvitation {
  readonly id: string
  readonly name: string
  readonly forNewPasskey: boolean
  readonly endsAt: string
}

export interface StaffListHandlers {
  readonly onWithdraw: (invitationId: string) => void
}

export const invitationsTitleId = 'links'

/** Everybody who can sign in, and for administrators what to change, and the links that nobody has used yet. */
export const staffListView = (
  { people, invitations, hasWays }: StaffListModel,
  handlers?: StaffListHandlers,
) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${accountWords.staffTitle}</h1>
  <p class="lede">${accountWords.staffLede}</p>
  ${
    invitations
      ? html`<div class="actions">
          ${linkButton({ text: accountWords.invite, href: deskPaths.invite })}
          ${hasWays ? linkButton({ text: accountWords.signInWays, href: deskPaths.signInWays, kind: 'second' }) : nothing}
        </div>`
      : nothing
  }
  ${table({
    caption: accountWords.staffTable,
    columns: [
      accountWords.columnName,
      accountWords.columnRoles,
      accountWords.columnWorksOn,
      accountWords.columnSince,
      ...(invitations ? [accountWords.columnAct] : []),
    ],
    rows: people.map((person) => [
      nameCell(person),
      person.roles.map((role) => accountWords.roles[role]).join(', '),
      person.everyConsultation ? accountWords.everyConsultation : accountWords.ownConsultations,
      dayOfMomentWords(person.joinedAt),
      ...(invitations ? [changeCell(person)] : []),
    ]),
  })}
  ${invitations ? invitationsView(invitations, handlers) : nothing}
</div>`

const nameCell = ({ name, isSuspended }: ListedPerson): Content =>
  isSuspended ? `${name} (${accountWords.suspended.toLowerCase()})` : name

const changeCell = ({ id, name, isYou }: ListedPerson): Content =>
  isYou
    ? accountWords.you
    : html`<a class="tool" href=${deskPaths.colleague(id)}>${accountWords.change}${hiddenText(accountWords.changeWhat(name))}</a>`

const invitationsView = (
  invitations: readonly ListedInvitation[],
  handlers?: StaffListHandlers,
) => html`<div class="part">
  <h2 id=${invitationsTitleId} tabindex="-1">${accountWords.invitations}</h2>
  ${
    invitations.length === 0
      ? html`<p>${accountWords.noInvitations}</p>`
      : table({
          caption: accountWords.invitations,
          columns: [accountWords.columnName, accountWords.columnRunsOut, accountWords.columnAct],
          rows: invitations.map((invitation) => [
            invitationName(invitation),
            momentWords(invitation.endsAt),
            button({
              text: accountWords.withdraw,
              kind: 'quiet',
              hidden: accountWords.withdrawWhat(invitation.name),
              onClick: () => handlers?.onWithdraw(invitation.id),
            }),
          ]),
        })
  }
</div>`

const invitationName = ({ name, forNewPasskey }: ListedInvitation): string =>
  forNewPasskey ? `${name}, ${accountWords.forNewPasskey}` : name
