import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../log.ts'
import { whileOpen } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { auditWaiting } from './audit-waiting.ts'
import { recordAct } from './audit.queries.ts'
import { notedHeads } from './audit-head.queries.ts'
import { auditState, noteAuditHead } from './watch-audit.ts'

let database: TestDatabase
let day: number
let lines: string[]
beforeEach(async () => {
  database = await createTestDatabase()
  day = 0
  lines = []
})
afterEach(() => database.close())

const write = async (count: number, verb = 'staff.invite'): Promise<void> => {
  for (let one = 0; one < count; one += 1)
    await recordAct(
      database.calls,
      { kind: 'command-line' },
      { at: whileOpen, verb, thing: { kind: 'invitation', id: 'abc' } },
    )
}

/** One night later. */
const note = () => {
  day += 1
  return noteAuditHead({
    db: database.calls,
    now: () => new Date(whileOpen.getTime() + day * 86_400_000),
    log: createLog('info', { write: (line) => void lines.push(line) }),
  })
}

const tamper = (statement: string) =>
  database.asOwner(`set session_replication_role = replica; ${statement}`)
const state = () => auditState({ db: database.calls })

describe('the nightly look at the audit log', () => {
  it('notes the newest entry in the database and in the log of the server', async () => {
    await write(3)
    expect(await note()).toMatchObject({ outcome: 'whole', head: { number: 3 } })
    const [head] = await notedHeads(database.calls)
    expect(head).toMatchObject({ number: 3 })
    expect(lines.join()).toContain(`3:${head?.hash}`)
  })

  it('is at peace with a log that is empty, and with nights on which nothing was done', async () => {
    await note()
    await note()
    await write(2)
    await note()
    await note()
    expect(await state()).toMatchObject({ outcome: 'whole', entries: 2 })
    expect((await notedHeads(database.calls)).map(({ number }) => number)).toEqual([2, 2, 0, 0])
  })

  it('finds entries taken off the end, which leave a chain that is whole', async () => {
    await write(5)
    await note()
    await tamper('delete from audit_entry where number > 3')
    expect(await note()).toEqual({ outcome: 'changed', number: 4, why: 'cut-short' })
    expect(lines.at(-1)).toContain('The audit log was changed')
  })

  it('finds a log that was cut and has grown past where it was', async () => {
    await write(5)
    await note()
    await tamper('delete from audit_entry where number > 3')
    await write(4, 'staff.suspend')
    expect(await note()).toMatchObject({ outcome: 'changed', number: 5, why: 'differs-from-noted' })
  })

  it('keeps its notes: they are neither changed nor removed', async () => {
    await write(1)
    await note()
    for (const statement of [
      'update audit_head set number = 0',
      'delete from audit_head',
      'truncate audit_head',
    ])
      await expect(database.asOwner(statement)).rejects.toThrow(/cannot be changed or removed/)
  })
})

describe('what is said of the log to whoever looks at it', () => {
  it('counts what came since the last look as well', async () => {
    expect(await state()).toEqual({ outcome: 'whole', entries: 0 })
    await write(2)
    expect(await state()).toEqual({ outcome: 'whole', entries: 2 })
    await note()
    await write(2)
    expect(await state()).toEqual({
      outcome: 'whole',
      entries: 4,
      checkedAt: new Date(whileOpen.getTime() + 86_400_000),
    })
  })

  it.each<[string, string, object]>([
    [
      'an entry altered since the last look',
      `update audit_entry set verb = 'staff.suspend' where number = 4`,
      { number: 4, why: 'altered' },
    ],
    [
      'an entry taken out since the last look',
      'delete from audit_entry where number = 4',
      { number: 4, why: 'number-missing' },
    ],
    [
      'entries taken off the end, with those that were noted',
      'delete from audit_entry where number >= 2',
      { number: 3, why: 'differs-from-noted' },
    ],
  ])('finds %s at once', async (_, statement, found) => {
    await write(3)
    await note()
    await write(2)
    await tamper(statement)
    expect(await state()).toEqual({ outcome: 'changed', ...found })
  })

  it('is among what needs whoever may read it, and nobody else, once a night has found it', async () => {
    await write(3)
    await note()
    const now = () => whileOpen
    const publisher = await signInStaff(database, { roles: ['publisher'] })
    const author = await signInStaff(database, { roles: ['author'] })
    const waiting = (of: typeof author) =>
      auditWaiting({ db: database.calls, now, actor: of.actor })
    expect(await waiting(publisher)).toEqual([])
    await tamper(`update audit_entry set actor = 'nobody' where number = 2`)
    await note()
    expect(await waiting(publisher)).toMatchObject([
      { href: '/desk/audit', when: whileOpen.toISOString() },
    ])
    expect(await waiting(author)).toEqual([])
  })

  it('goes on saying what the nightly look found, also where today’s entries are well', async () => {
    await write(3)
    await note()
    await tamper(`update audit_entry set actor = 'nobody' where number = 2`)
    await note()
    await write(3)
    await note()
    expect(await state()).toEqual({ outcome: 'changed', number: 2, why: 'altered' })
  })
})
