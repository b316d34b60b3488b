import * as z from 'zod/mini'
import type { Result } from '../core/result.ts'
import {
  decimal,
  exactly,
  kinds,
  list,
  oneOf,
  pattern,
  proven,
  strict,
  time,
  typedText,
  uuid,
  yesOrNo,
} from '../core/schema-parts.ts'
import type { AccountProblem } from './account-problem.ts'
import type { WrittenInvitation } from './invitation.ts'
import {
  keyTransports,
  type BegunJoining,
  type BegunSigningIn,
  type FinishJoining,
  type FinishSigningIn,
} from './passkey.ts'
import { roles } from './role.ts'
import type { SignInChoice } from './sign-in-ways.ts'

/** What the procedures of accounts take and give: these fields and no others. */
const base64url = (most: number) =>
  pattern(/^[\w-]+$/, 'Write base64url').check(z.maxLength(most, `Use ${most} characters or fewer`))
const token = pattern(/^[\w-]{43}$/, 'Write the 43 characters at the end of the link')
const typedName = typedText(1_000)
const someRoles = list(oneOf(roles), 'roles', [0, 20])
const host = typedText(300)

export const inviteSchema = proven<WrittenInvitation>()(
  strict({
    name: typedName,
    email: typedText(1_000),
    roles: someRoles,
    everyConsultation: yesOrNo,
  }),
)

export const staffIdSchema = strict({ staffId: uuid })
export const sessionIdSchema = strict({ sessionId: uuid })
export const invitationIdSchema = strict({ invitationId: uuid })
export const changeRolesSchema = strict({
  staffId: uuid,
  roles: someRoles,
  everyConsultation: yesOrNo,
  consultations: list(uuid, 'consultations', [0, 500]),
})

export const changeSignInSchema = proven<SignInChoice>()(
  strict({ passkeys: yesOrNo, provider: yesOrNo }),
)

export const beginJoiningSchema = strict({ token, name: typedName })

export const finishJoiningSchema = proven<FinishJoining>()(
  strict({
    token,
    name: typedName,
    id: base64url(1_400),
    clientDataJson: base64url(4_000),
    attestation: base64url(20_000),
    transports: list(oneOf(keyTransports), 'transports', [0, 10]),
  }),
)

export const finishSigningInSchema = proven<FinishSigningIn>()(
  strict({
    id: base64url(1_400),
    clientDataJson: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    as: z.optional(uuid),
  }),
)

export const begunSigningInSchema = proven<BegunSigningIn>()(
  strict({ challenge: base64url(100), siteId: host }),
)

const begunJoining = proven<BegunJoining>()(
  strict({ challenge: base64url(100), siteId: host, handle: base64url(100), name: typedName }),
)

const count = decimal(0, 1e9)

/** Every code; a code without a line here does not compile. */
const shapes = {
  'name-missing': strict({ code: exactly('name-missing') }),
  'name-too-long': strict({ code: exactly('name-too-long'), most: count, over: count }),
  'email-unclear': strict({ code: exactly('email-unclear') }),
  'email-taken': strict({ code: exactly('email-taken') }),
  'roles-missing': strict({ code: exactly('roles-missing') }),
  'link-not-usable': strict({ code: exactly('link-not-usable') }),
  'passkey-not-accepted': strict({ code: exactly('passkey-not-accepted') }),
  'passkey-of-another': strict({ code: exactly('passkey-of-another') }),
  'passkeys-not-allowed': strict({ code: exactly('passkeys-not-allowed') }),
  'last-administrator': strict({ code: exactly('last-administrator') }),
  'last-way-to-sign-in': strict({ code: exactly('last-way-to-sign-in') }),
  'own-way-to-sign-in': strict({ code: exactly('own-way-to-sign-in') }),
  'staff-unknown': strict({ code: exactly('staff-unknown') }),
  'comes-by-provider': strict({ code: exactly('comes-by-provider') }),
} satisfies Record<AccountProblem['code'], z.ZodMiniType>

const problem = proven<AccountProblem>()(
  kinds('code', Object.keys(shapes), [
    shapes['name-missing'],
    shapes['name-too-long'],
    shapes['email-unclear'],
    shapes['email-taken'],
    shapes['roles-missing'],
    shapes['link-not-usable'],
    shapes['passkey-not-accepted'],
    shapes['passkey-of-another'],
    shapes['passkeys-not-allowed'],
    shapes['last-administrator'],
    shapes['last-way-to-sign-in'],
    shapes['own-way-to-sign-in'],
    shapes['staff-unknown'],
    shapes['comes-by-provider'],
  ]),
)

const resultOf = <Value extends z.ZodMiniType>(value: Value) =>
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value }),
      strict({ ok: exactly(false), problems: list(problem, 'problems', [1, 20]) }),
    ],
  )

export const begunJoiningResultSchema = proven<Result<BegunJoining, AccountProblem>>()(
  resultOf(begunJoining),
)

/** The link to give to somebody. It is shown once: what opens it is stored nowhere. */
export interface ShownLink {
  readonly path: string
  /** The address of this website as it is configured; absent on somebody's own machine. */
  readonly origin?: string
  readonly endsAt: string
  /** It is also on its way to the address of the person, under a secret of its own. */
  readonly isMailed: boolean
}

export const shownLinkResultSchema = proven<Result<ShownLink, AccountProblem>>()(
  resultOf(
    strict({
      path: typedText(200),
      origin: z.optional(typedText(300)),
      endsAt: time,
      isMailed: yesOrNo,
    }),
  ),
)

export const doneResultSchema = proven<Result<true, AccountProblem>>()(resultOf(exactly(true)))
export const nothingSchema = exactly(true)
/** For a procedure that needs to be told nothing: a call has a body all the same. */
export const toldNothingSchema = strict({})
