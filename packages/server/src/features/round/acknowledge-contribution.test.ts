import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Acknowledge } from '@takepart/shared/domain/round/acknowledgement'
import {
  letIn,
  publishRound,
  sentContribution,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { setScene } from '../../test-support/scene.ts'
import { countAcknowledged } from './threads.queries.ts'

const scene = setScene()

async function somethingShown() {
  scene.ctx.setClock(whileRoundOpen)
  const round = await publishRound(scene.database)
  const sent = sentContribution(round)
  await scene.caller.round.contribute(sent)
  await letIn(scene.ctx, sent.contributionId)
  return round
}
const press = (slug: string, changes: Partial<Acknowledge> = {}) =>
  scene.caller.round.acknowledge({
    slug,
    number: 1,
    kind: 'alike',
    deviceId: randomUUID(),
    on: true,
    ...changes,
  })
const counted = async (roundId: string) =>
  Object.fromEntries(
    (await countAcknowledged(scene.ctx.db, roundId, [1])).map(({ kind, count }) => [kind, count]),
  )

describe('acknowledging', () => {
  it('counts one device once, however many presses come at once (S49)', async () => {
    const round = await somethingShown()
    const deviceId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => press(round.slug, { deviceId })),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await counted(round.id)).toEqual({ alike: 1 })
  })

  it('counts devices and kinds apart, and takes one back', async () => {
    const round = await somethingShown()
    const deviceId = randomUUID()
    await press(round.slug, { deviceId })
    await press(round.slug, { deviceId, kind: 'thinking' })
    await press(round.slug)
    expect(await counted(round.id)).toEqual({ alike: 2, thinking: 1 })
    await press(round.slug, { deviceId, on: false })
    await press(round.slug, { deviceId, on: false })
    expect(await counted(round.id)).toEqual({ alike: 1, thinking: 1 })
  })

  it('keeps the id of no device, and not even an equal hash in two rounds', async () => {
    const deviceId = randomUUID()
    const rounds = [await somethingShown(), await somethingShown()]
    for (const { slug } of rounds) await press(slug, { deviceId })
    const { rows } = await sql<{ hash: string }>`
      select encode(device_hash, 'hex') as hash from acknowledgement where round_id = any(${rounds.map(({ id }) => id)}::uuid[])`.execute(
      scene.ctx.db,
    )
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2)
    expect(rows.some(({ hash }) => hash.includes(deviceId.replaceAll('-', '')))).toBe(false)
  })

  it('counts two presses of no device once: the database itself refuses the second', async () => {
    const round = await somethingShown()
    const insert = sql`insert into acknowledgement (round_id, number, kind, device_hash) values (${round.id}, 1, 'alike', null)`
    await insert.execute(scene.ctx.db)
    await expect(insert.execute(scene.ctx.db)).rejects.toThrow(/unique/)
  })

  it('refuses what is not there, not open, or closed', async () => {
    const round = await somethingShown()
    expect(await press(round.slug, { number: 2 })).toEqual({
      ok: false,
      problems: [{ code: 'answered-unknown' }],
    })
    expect(await press('no-such-round')).toEqual({
      ok: false,
      problems: [{ code: 'round-unknown' }],
    })
    scene.ctx.setClock(new Date('2027-04-01T00:00:00Z'))
    expect(await press(round.slug)).toMatchObject({ problems: [{ code: 'round-closed' }] })
    scene.ctx.setClock(new Date('2027-02-01T00:00:00Z'))
    expect(await press(round.slug)).toMatchObject({ problems: [{ code: 'round-not-open' }] })
  })
})
