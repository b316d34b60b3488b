import { may, mayEver } from '@takepart/shared/domain/account/may'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { colleagueView, type ColleagueModel } from '@takepart/shared/views/account/colleague.view'
import {
  emptyInvitation,
  inviteView,
  type InviteModel,
} from '@takepart/shared/views/account/invite.view'
import { staffListView, type StaffListModel } from '@takepart/shared/views/account/staff-list.view'
import { accountWords } from '@takepart/shared/words/account'
import { listOpenInvitations } from '../../../features/account/invitation.queries.ts'
import { findStaff, listStaff } from '../../../features/account/staff.queries.ts'
import { listTeamChoices, teamsOf } from '../../../features/account/team.queries.ts'
import { privatePage } from '../private-page.ts'

/** Who works here. What can be changed is offered only to those who may. */
const listPage = privatePage<StaffListModel>({
  path: deskPaths.staff,
  action: 'staff.list',
  load: async ({ db, actor, now, hasProvider }) => {
    const people = await listStaff(db)
    const open = mayEver(actor, 'staff.invite') ? await listOpenInvitations(db, now()) : undefined
    return {
      people: people.map(({ id, name, roles, everyConsultation, joinedAt, suspendedAt }) => ({
        id,
        name,
        roles,
        everyConsultation,
        joinedAt: joinedAt.toISOString(),
        isSuspended: suspendedAt !== null,
        isYou: id === actor.staffId,
      })),
      ...(open
        ? {
            hasWays: hasProvider,
            invitations: open.map(({ id, name, purpose, endsAt }) => ({
              id,
              name: name ?? '',
              forNewPasskey: purpose === 'new-passkey',
              endsAt: endsAt.toISOString(),
            })),
          }
        : {}),
    }
  },
  render: (model) => ({
    title: accountWords.staffTitle,
    main: staffListView(model),
    element: 'tp-staff-page',
  }),
})

const invitePage = privatePage<InviteModel>({
  path: deskPaths.invite,
  action: 'staff.invite',
  load: async () => emptyInvitation,
  render: (model) => ({
    title: accountWords.invite,
    main: inviteView(model),
    element: 'tp-invite-page',
  }),
})

/** One colleague; nobody's own, since nobody changes what they themselves may do. */
const colleaguePage = privatePage<ColleagueModel>({
  path: deskPaths.colleague(':staffId'),
  action: 'staff.change-roles',
  load: async ({ db, actor }, { staffId = '' }) => {
    if (!isUuid(staffId) || !may(actor, 'staff.change-roles', { ownerId: staffId }))
      return undefined
    const member = await findStaff(db, staffId)
    if (!member) return undefined
    const [choices, theirs] = [await listTeamChoices(db), await teamsOf(db, staffId)]
    const { name, roles, everyConsultation, byProvider, joinedAt, suspendedAt } = member
    return {
      staffId,
      name,
      roles,
      everyConsultation,
      consultations: choices.map((choice) => ({ ...choice, isTheirs: theirs.includes(choice.id) })),
      byProvider,
      isSuspended: suspendedAt !== null,
      joinedAt: joinedAt.toISOString(),
      problems: [],
    }
  },
  render: (model) => ({
    title: accountWords.changeTitle(model.name),
    main: colleagueView(model),
    element: 'tp-colleague-page',
  }),
})

export const staffPages = [listPage, invitePage, colleaguePage]
