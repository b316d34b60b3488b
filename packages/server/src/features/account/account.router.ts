import {
  beginJoiningSchema,
  begunJoiningResultSchema,
  begunSigningInSchema,
  changeRolesSchema,
  changeSignInSchema,
  doneResultSchema,
  finishJoiningSchema,
  finishSigningInSchema,
  invitationIdSchema,
  inviteSchema,
  nothingSchema,
  sessionIdSchema,
  shownLinkResultSchema,
  staffIdSchema,
  toldNothingSchema,
  type ShownLink,
} from '@takepart/shared/domain/account/account-schema'
import type { Action } from '@takepart/shared/domain/account/actions'
import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import { accept, type Result } from '@takepart/shared/domain/core/result'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import type { CallContext } from '../../context.ts'
import {
  procedureWith,
  router,
  staffProcedureWith,
  type OpenPolicy,
  type StaffPolicy,
} from '../../trpc.ts'
import { changeSignIn } from './provider/change-sign-in.ts'
import { changeRoles, readmitStaff, suspendStaff } from './change-staff.ts'
import { inviteStaff, replacePasskey, type MadeLink } from './make-invitation.ts'
import { beginJoining, finishJoining, type PasskeyWorld } from './passkey/join.ts'
import { beginSigningIn, finishSigningIn } from './passkey/sign-in.ts'
import { browserName } from './session/browser-name.ts'
import { endSession } from './session/end-session.ts'
import { noSessionCookie, sessionCookie } from './session/session-cookie.ts'
import type { StartedSession } from './session/start-session.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

/** Showing who one is. Spent by the network, for there is nobody yet. */
const toSignIn = {
  who: 'anyone',
  limits: ['sign-ins'],
  whenUsedUp: 'retry-later',
} as const satisfies OpenPolicy

const staffMay = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: ['staff-acts'],
  whenUsedUp: 'retry-later',
})

export const accountPolicies = {
  beginJoining: toSignIn,
  finishJoining: toSignIn,
  beginSigningIn: toSignIn,
  finishSigningIn: toSignIn,
  signOut: staffMay('session.end'),
  endSession: staffMay('session.end'),
  invite: staffMay('staff.invite'),
  withdrawInvitation: staffMay('staff.withdraw-invitation'),
  replacePasskey: staffMay('staff.replace-passkey'),
  changeRoles: staffMay('staff.change-roles'),
  suspend: staffMay('staff.suspend'),
  readmit: staffMay('staff.suspend'),
  changeSignIn: staffMay('site.change'),
} as const satisfies Record<string, OpenPolicy | StaffPolicy>

export const accountRouter = router({
  beginJoining: procedureWith(accountPolicies.beginJoining)
    .input(beginJoiningSchema)
    .output(begunJoiningResultSchema)
    .mutation(({ ctx, input }) => beginJoining(worldOf(ctx), input)),
  finishJoining: procedureWith(accountPolicies.finishJoining)
    .input(finishJoiningSchema)
    .output(doneResultSchema)
    .mutation(async ({ ctx, input }) =>
      signedIn(ctx, await finishJoining(worldOf(ctx), { ...input, browser: browserOf(ctx) })),
    ),
  beginSigningIn: procedureWith(accountPolicies.beginSigningIn)
    .input(toldNothingSchema)
    .output(begunSigningInSchema)
    .mutation(({ ctx }) => beginSigningIn(worldOf(ctx))),
  finishSigningIn: procedureWith(accountPolicies.finishSigningIn)
    .input(finishSigningInSchema)
    .output(doneResultSchema)
    .mutation(async ({ ctx, input }) =>
      signedIn(ctx, await finishSigningIn(worldOf(ctx), { ...input, browser: browserOf(ctx) })),
    ),
  signOut: staffProcedureWith(accountPolicies.signOut)
    .input(toldNothingSchema)
    .output(nothingSchema)
    .mutation(async ({ ctx }) => {
      await endSession(ctx, ctx.actor, ctx.actor.sessionId)
      ctx.edge.setHeader('set-cookie', noSessionCookie)
      // A shared computer keeps nothing of the desk (S47). Chromium knows no "*".
      ctx.edge.setHeader('clear-site-data', '"cache", "storage"')
      return true as const
    }),
  endSession: staffProcedureWith(accountPolicies.endSession)
    .input(sessionIdSchema)
    .output(nothingSchema)
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx, ctx.actor, input.sessionId)
      return true as const
    }),
  invite: staffProcedureWith(accountPolicies.invite)
    .input(inviteSchema)
    .output(shownLinkResultSchema)
    .mutation(async ({ ctx, input }) =>
      shown(ctx, await inviteStaff({ ...worldOf(ctx), ...mailOf(ctx) }, ctx.actor, input)),
    ),
  withdrawInvitation: staffProcedureWith(accountPolicies.withdrawInvitation)
    .input(invitationIdSchema)
    .output(nothingSchema)
    .mutation(async ({ ctx, input }) => {
      await withdrawInvitation(ctx, ctx.actor, input.invitationId)
      return true as const
    }),
  replacePasskey: staffProcedureWith(accountPolicies.replacePasskey)
    .input(staffIdSchema)
    .output(shownLinkResultSchema)
    .mutation(async ({ ctx, input }) =>
      shown(ctx, await replacePasskey(ctx, ctx.actor, input.staffId)),
    ),
  changeRoles: staffProcedureWith(accountPolicies.changeRoles)
    .input(changeRolesSchema)
    .output(doneResultSchema)
    .mutation(({ ctx, input }) => changeRoles(ctx, ctx.actor, input)),
  suspend: staffProcedureWith(accountPolicies.suspend)
    .input(staffIdSchema)
    .output(doneResultSchema)
    .mutation(({ ctx, input }) => suspendStaff(ctx, ctx.actor, input.staffId)),
  readmit: staffProcedureWith(accountPolicies.readmit)
    .input(staffIdSchema)
    .output(doneResultSchema)
    .mutation(({ ctx, input }) => readmitStaff(ctx, ctx.actor, input.staffId)),
  changeSignIn: staffProcedureWith(accountPolicies.changeSignIn)
    .input(changeSignInSchema)
    .output(doneResultSchema)
    .mutation(({ ctx, input }) =>
      changeSignIn({ ...worldOf(ctx), hasProvider: ctx.edge.hasProvider }, ctx.actor, input),
    ),
})

const worldOf = ({ db, now, random, edge }: CallContext): PasskeyWorld => ({
  db,
  now,
  random,
  publicOrigin: edge.publicOrigin,
})

const browserOf = ({ edge }: CallContext): string => browserName(edge.userAgent)

/** The secret of the session goes into the cookie and nowhere else. */
function signedIn(
  { edge }: CallContext,
  result: Result<StartedSession, AccountProblem>,
): Result<true, AccountProblem> {
  if (!result.ok) return result
  edge.setHeader('set-cookie', sessionCookie(result.value.token))
  return accept(true)
}

const mailOf = ({ edge }: CallContext) => ({ sendsMail: edge.sendsMail })

/** The address is made from the configured origin and from nothing that the request says (S16). */
function shown(
  { edge }: CallContext,
  result: Result<MadeLink, AccountProblem>,
): Result<ShownLink, AccountProblem> {
  if (!result.ok) return result
  const { token, endsAt, isMailed } = result.value
  const { publicOrigin: origin } = edge
  return accept({
    path: deskPaths.join(token),
    ...(origin === undefined ? {} : { origin }),
    endsAt,
    isMailed,
  })
}
