import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../context.ts'
import type { Database } from '../../db/database.ts'
import { createLog } from '../../log.ts'
import { restoreDrill } from './restore-drill.ts'

const bounded = { timeout: 40_000 }

async function drilled(meddled: readonly string[] = []) {
  const said: string[] = []
  const amiss = await restoreDrill({
    log: createLog('silent'),
    now: () => new Date('2027-02-01T10:20:00Z'),
    random: systemRandom,
    say: (words) => void said.push(words),
    meddle: async (database) => {
      for (const statement of meddled) await asOwner(database, statement)
    },
  })
  return { amiss, said }
}

const oneOf = (table: string, column: string, where: string): string =>
  `${column} = (select ${column} from ${table} where ${where} order by ${column} limit 1)`

/** One of the responses that nothing has happened to since it was sent by a website. */
const untouched = oneOf(
  'response',
  'id',
  "state = 'received' and revision = 1 and id not in (select response_id from ledger_move) and id not in (select response_id from response_source)",
)

/** As whoever may do everything, past every trigger: as somebody who means harm, or a disk that fails. */
async function asOwner({ connection }: Database, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, user: 'takepart_owner' })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rowCount } = await client.query(statement)
    expect(rowCount).toBe(1)
  } finally {
    await client.end()
  }
}

describe('restoreDrill', () => {
  it('brings back every row, every sum of the ledger and the whole log', bounded, async () => {
    const { amiss, said } = await drilled()
    expect(amiss).toEqual([])
    expect(said.map((words) => words.split(':')[0])).toEqual([
      'Filled',
      'Backed up',
      'Wiped',
      'Restored',
    ])
    expect(said[0]).toMatch(/41 responses on the ledger, 5 entries of the log/)
  })

  it('says so when the words of one response are others', bounded, async () => {
    const { amiss } = await drilled([
      `update response set answers = jsonb_set(answers, '{words,text}', '"Other words"') where ${untouched}`,
    ])
    expect(amiss).toEqual([
      'A row of public.response is not as it was.',
      '1 of 34 responses do not open with their private codes.',
    ])
  })

  it(
    'names everything that is amiss: rows, sums, codes and entries of the log',
    bounded,
    async () => {
      const { amiss } = await drilled([
        `update response_ledger set excluded = 'test' where ${oneOf('response_ledger', 'response_id', "line = 'in-time'")}`,
        `delete from contribution_words where ${oneOf('contribution_words', 'contribution_id', 'true')}`,
        `update response set code_hash = sha256('x') where ${untouched}`,
        `update audit_entry set verb = 'staff.withdraw-invitation' where number = 4`,
        'delete from audit_entry where number = 5',
      ])
      expect(amiss).toEqual(
        expect.arrayContaining([
          'A row of public.response_ledger is not as it was.',
          'A sum of the ledger is not what it was.',
          'public.contribution_words has 5 rows and had 6.',
          '1 of 34 responses do not open with their private codes.',
          'public.audit_entry has 4 rows and had 5.',
          'The log is not whole: entry 4, altered.',
        ]),
      )
    },
  )
})
