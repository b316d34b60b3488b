import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { momentWords } from '@takepart/shared/domain/core/dates'
import { accountProblemWords, accountWords } from '@takepart/shared/words/account'
import type { AccountWorld } from '../features/account/account-world.ts'
import { notedHeads } from '../features/account/audit/audit-head.queries.ts'
import { verifyAudit, type Why } from '../features/account/audit/verify-audit.ts'
import { inviteStaff, makeFirstLink, type MadeLink } from '../features/account/make-invitation.ts'
import { allowPasskeys } from '../features/account/provider/change-sign-in.ts'
import { listStaff } from '../features/account/staff.queries.ts'
import { UsageError } from './command-line.ts'
import { harmless } from './harmless.ts'
import type { CommandWorld, ExitCode } from './run-command.ts'
import { readStaffCommandLine, staffHelpText, type AskedOfStaff } from './staff-command-line.ts'

/** Runs one command line about staff and says on `out` and `err` what came of it. */
export async function runStaffCommand(
  words: readonly string[],
  world: CommandWorld,
): Promise<ExitCode> {
  try {
    const asked = readStaffCommandLine(words)
    if (asked.verb === 'help') {
      world.out.write(staffHelpText)
      return 0
    }
    const database = await world.open({ mayCreate: asked.verb === 'invite' })
    try {
      return await carryOut(asked, world, { db: database.db, now: world.now, random: world.random })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    world.err.write(`${error.message}\nnpm run staff -- help shows all there is.\n`)
    return 2
  }
}

function carryOut(
  asked: Exclude<AskedOfStaff, { verb: 'help' }>,
  world: CommandWorld,
  account: AccountWorld,
): Promise<ExitCode> {
  switch (asked.verb) {
    case 'invite':
      return asked.name === undefined
        ? firstLink(world, account)
        : invite({ ...asked, name: asked.name }, world, account)
    case 'list':
      return list(world, account)
    case 'allow-passkeys':
      return allow(world, account)
    case 'verify-audit':
      return verify(asked, world, account)
  }
}

async function firstLink(world: CommandWorld, account: AccountWorld): Promise<ExitCode> {
  const made = await makeFirstLink(account)
  if (made === undefined) {
    world.err.write(
      'Somebody works at the staff desk already. Say whom to invite: --name "…" --role author\n',
    )
    return 1
  }
  return sayLink(made, world)
}

async function invite(
  asked: Extract<AskedOfStaff, { verb: 'invite' }> & { readonly name: string },
  world: CommandWorld,
  account: AccountWorld,
): Promise<ExitCode> {
  const { name, email, roles, everyConsultation } = asked
  const made = await inviteStaff(
    account,
    { kind: 'command-line' },
    { name, email, roles, everyConsultation },
  )
  if (made.ok) return sayLink(made.value, world)
  for (const problem of made.problems) world.err.write(`${accountProblemWords(problem)}\n`)
  return 1
}

function sayLink({ token, endsAt }: MadeLink, { out, err, origin }: CommandWorld): ExitCode {
  out.write(`${origin}${deskPaths.join(token)}\n`)
  err.write(`It works once, until ${momentWords(endsAt)}. Whoever has it can join.\n`)
  return 0
}

async function list({ out }: CommandWorld, { db }: AccountWorld): Promise<ExitCode> {
  const staff = await listStaff(db)
  if (staff.length === 0) out.write('Nobody works at the staff desk yet. npm run staff -- invite\n')
  for (const { name, roles, suspendedAt } of staff) {
    const may = roles.map((role) => accountWords.roles[role]).join(', ')
    out.write(`${harmless(name)}  ${may}${suspendedAt ? `  (${accountWords.suspended})` : ''}\n`)
  }
  return 0
}

async function allow({ out }: CommandWorld, world: AccountWorld): Promise<ExitCode> {
  await allowPasskeys(world)
  out.write('People can sign in with passkeys.\n')
  return 0
}

const whyWords: Readonly<Record<Why, string>> = {
  'number-missing': 'is missing',
  'does-not-follow': 'does not follow from the one before it',
  altered: 'is not as it was written',
  'cut-short': 'was there when its number was noted, and is not there now',
  'differs-from-noted': 'is not the one whose hash was noted',
}

async function verify(
  { noted }: Extract<AskedOfStaff, { verb: 'verify-audit' }>,
  { out }: CommandWorld,
  { db }: AccountWorld,
): Promise<ExitCode> {
  const heads = [...(await notedHeads(db)), ...(noted ? [noted] : [])]
  const verdict = await verifyAudit(db, { noted: heads })
  if (verdict.outcome === 'changed') {
    out.write(`The audit log was changed: entry ${verdict.number} ${whyWords[verdict.why]}.\n`)
    return 1
  }
  const { number, hash } = verdict.head
  out.write(
    number === 0
      ? 'The audit log is empty.\n'
      : `The audit log is whole, from entry 1 to entry ${number}. Note this somewhere else:\n${number}:${hash}\n`,
  )
  return 0
}
