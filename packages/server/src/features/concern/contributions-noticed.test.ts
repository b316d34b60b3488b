import { standingOf, type Concern } from '@takepart/shared/domain/moderation/concern'
import type { Said } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  privateCode,
  publishRound,
  sentContribution,
  sentEdit,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { listOpen } from './concern.queries.ts'

let database: TestDatabase
let caller: ReturnType<typeof callerFor>
let round: Round

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.asOwner(
    'alter table concern_event disable trigger immutable; truncate concern_look, concern_event, concern; alter table concern_event enable trigger immutable',
  )
  const ctx = testContext(database)
  ctx.setClock(whileRoundOpen)
  caller = callerFor(ctx)
})

const say = async (said: Partial<Said>) => {
  const sent = sentContribution(round, said)
  expect(await caller.round.contribute(sent)).toMatchObject({ ok: true })
  return sent.contributionId
}
const open = () => listOpen(database.calls)

describe.each(['before', 'after'] as const)('in a round that is read %s', (moderation) => {
  beforeEach(async () => {
    round = await publishRound(database, { moderation })
  })

  it('notices that somebody says they need help, as immediate danger, and shows it to nobody', async () => {
    const id = await say({ text: 'I cannot cope', helpNow: true })
    expect(await open()).toMatchObject([
      {
        subjectKind: 'contribution',
        place: `/rounds/${round.slug}`,
        events: [{ kind: 'raised', by: { kind: 'writer' }, severity: 'now' }],
      },
    ])
    const { rows } = await database.asOwner(
      `select 1 from contribution_shown where contribution_id = '${id}'`,
    )
    expect(rows).toEqual([])
  })

  it('notices words of the list, wherever they were written', async () => {
    await say({ text: 'No idea', self: 'somebody who wants to end it all' })
    expect((await open())[0]?.events).toMatchObject([
      { by: { kind: 'word-list', phrase: 'end it all' } },
    ])
  })

  it('leaves figures of speech alone', async () => {
    await say({ text: 'This parking is killing me' })
    expect(await open()).toEqual([])
  })

  it('notices other words that are put in their place, once, and keeps the concern when they are taken back', async () => {
    const id = await say({ text: 'All is well' })
    const edit = sentEdit(id, { text: 'I feel like killing myself' })
    await caller.round.edit(edit)
    await caller.round.edit(edit)
    expect(await open()).toHaveLength(1)
    await caller.round.withdraw({ contributionId: id, code: privateCode })
    const [concern] = await open()
    expect(standingOf(concern as Concern)).toMatchObject({ state: 'waiting', withdrawn: true })
    const { rows } = await database.asOwner('select words from concern')
    expect(JSON.stringify(rows)).toContain('killing myself')
  })

  it('counts the same contribution sent twice as one concern', async () => {
    const sent = sentContribution(round, { text: 'x', helpNow: true })
    await Promise.all([1, 2, 3, 4].map(() => caller.round.contribute(sent)))
    const concerns = await open()
    expect(concerns).toHaveLength(1)
    expect(concerns[0]?.events).toHaveLength(1)
  })
})
