import { parseArgs } from 'node:util'
import { isRole, roles, type Role } from '@takepart/shared/domain/account/role'
import type { AuditHead } from '../features/account/audit/verify-audit.ts'
import { UsageError } from './command-line.ts'

/** What somebody asked for with `npm run staff -- …`. */
export type AskedOfStaff =
  | { readonly verb: 'help' }
  | {
      readonly verb: 'invite'
      /** Absent: the first member of staff, who says it themselves. */
      readonly name: string | undefined
      readonly email: string
      readonly roles: readonly Role[]
      readonly everyConsultation: boolean
    }
  | { readonly verb: 'list' }
  | { readonly verb: 'allow-passkeys' }
  | { readonly verb: 'verify-audit'; readonly noted: AuditHead | undefined }

export const staffHelpText = `npm run staff -- WHAT

  npm run staff -- invite
      While nobody works at the staff desk: makes the link by which the first member of staff joins, with every role.

  npm run staff -- invite --name "Bo Larch" --role author --role publisher [--email bo@trust.nhs.uk] [--own-consultations]
      Makes a link for a colleague. It works once, for 72 hours. Roles: ${roles.join(', ')}.
      With --own-consultations they work only on what they begin or are added to.

  npm run staff -- list
      Lists who can sign in, and what they may do.

  npm run staff -- allow-passkeys
      Lets people sign in with passkeys again, where an administrator has turned that off: for the day on which the
      identity provider cannot be used.

  npm run staff -- verify-audit [--noted NUMBER:HASH]
      Works out every hash of the audit log again, names the first entry that is not as it was written, and says the
      newest entry's number and hash. Note them somewhere else from time to time, and give them with --noted: entries
      taken off the end are found in no other way.

The database is that of DATABASE_URL, or the one in the data folder (TAKEPART_DATA), whether Takepart is running or not.
It ends with 0 when all is done, 1 when something was refused or the log was changed, 2 when it could not be tried.
`

/** Reads the words after the command's name. Throws {@link UsageError}. */
export function readStaffCommandLine(words: readonly string[]): AskedOfStaff {
  const [verb, ...rest] = words
  if (verb === undefined || ['help', '--help', '-h'].includes(verb) || rest.includes('--help'))
    return { verb: 'help' }
  const values = optionsOf(rest)
  switch (verb) {
    case 'invite':
      return inviteFrom(values)
    case 'list':
      return { verb: 'list' }
    case 'allow-passkeys':
      return { verb: 'allow-passkeys' }
    case 'verify-audit':
      return {
        verb: 'verify-audit',
        noted: values.noted === undefined ? undefined : headIn(values.noted),
      }
    default:
      throw new UsageError(
        `There is no “${verb}”. It can be invite, list, allow-passkeys or verify-audit.`,
      )
  }
}

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  'own-consultations': { type: 'boolean' },
  noted: { type: 'string' },
} as const

function optionsOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values
  } catch (error) {
    // Node names the option that it does not know, or that has no value.
    throw new UsageError((error as Error).message.split('. ')[0] ?? 'An option cannot be read', {
      cause: error,
    })
  }
}

function inviteFrom(values: ReturnType<typeof optionsOf>): AskedOfStaff {
  const given = values.role ?? []
  const unknown = given.find((name) => !isRole(name))
  if (unknown !== undefined)
    throw new UsageError(`There is no role “${unknown}”. It can be ${roles.join(', ')}.`)
  if (values.name === undefined && (given.length > 0 || values.email !== undefined))
    throw new UsageError('Say whom to invite: --name "…"')
  return {
    verb: 'invite',
    name: values.name,
    email: values.email ?? '',
    roles: given.filter(isRole),
    everyConsultation: values['own-consultations'] !== true,
  }
}

function headIn(words: string): AuditHead {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words) ?? []
  if (number === undefined || hash === undefined)
    throw new UsageError(
      '--noted is the number and the hash of an entry, as verify-audit says them: 812:9f86…',
    )
  return { number: Number(number), hash }
}
