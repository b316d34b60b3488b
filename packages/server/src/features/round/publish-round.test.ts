import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clinicRound } from '@takepart/shared/domain/round/round.fixture'
import { setScene } from '../../test-support/scene.ts'
import { publishProcess, publishRound } from './publish-round.ts'
import { findProcess, findRound, hasRounds, listRounds, roundChannel } from './round.queries.ts'

const scene = setScene()
const round = (changes = {}) =>
  clinicRound({ id: randomUUID(), slug: `r-${randomUUID()}`, ...changes })
const process = (slug: string) => ({
  format: 'takepart/process/1',
  id: randomUUID(),
  slug,
  title: 'Nearer help',
  lede: 'Three rounds, one after the other.',
  trust: { name: 'Example Vale NHS Trust' },
})

describe('publishing a round', () => {
  it('stores it, and its next revision under the same address', async () => {
    const { db } = scene.ctx
    const one = round()
    expect(await publishRound(db, one)).toEqual({ outcome: 'published', slug: one.slug })
    expect(await findRound(db, one.slug)).toEqual({ round: one, revision: 1 })
    await publishRound(db, { ...one, title: 'Another title' })
    expect(await findRound(db, one.slug)).toMatchObject({
      round: { title: 'Another title' },
      revision: 2,
    })
    expect(await hasRounds(db)).toBe(true)
  })

  it('refuses what cannot be a round, with words', async () => {
    const { db } = scene.ctx
    const one = round()
    await publishRound(db, one)
    for (const [wrong, words] of [
      [{ ...round(), rules: [] }, /rules: Add rules/],
      [{ ...round(), closesAt: '2027-03-01T09:00:00+00:00' }, /closesAt: Choose/],
      [round({ slug: one.slug }), /slug: Another discussion/],
      ['nothing', /braces/],
    ] as const) {
      const result = await publishRound(db, wrong)
      expect(result.outcome).toBe('refused')
      expect(result.outcome === 'refused' && result.words.join(' ')).toMatch(words)
    }
    expect((await findRound(db, one.slug))?.round.id).toBe(one.id)
  })

  it('tells running servers when it is committed, and not before', async () => {
    const heard: (string | undefined)[] = []
    const hearing = scene.database.hear(roundChannel, (slug) => void heard.push(slug))
    await expect.poll(() => hearing.hears()).toBe(true)
    const one = round()
    await scene.ctx.db.transaction().execute(async (trx) => {
      await publishRound(trx, one)
      expect(heard).not.toContain(one.slug)
    })
    await expect.poll(() => heard).toContain(one.slug)
    await hearing.stop()
  })
})

describe('a process', () => {
  it('lists its rounds in their order, whenever they close', async () => {
    const { db } = scene.ctx
    await publishProcess(db, process('nearer'))
    expect(await findProcess(db, 'nearer')).toMatchObject({ title: 'Nearer help' })
    expect(await findProcess(db, 'further')).toBeUndefined()
    const closes = ['2027-06-01', '2027-03-20', '2027-09-01'].map((day) => `${day}T17:00:00+00:00`)
    for (const number of [2, 1, 3])
      await publishRound(
        db,
        round({ process: { slug: 'nearer', number }, closesAt: closes[number - 1] }),
      )
    const listed = await listRounds(db, { process: 'nearer', most: 10 })
    expect(listed.map((one) => one.round.process?.number)).toEqual([1, 2, 3])
    expect(listed[0]?.contributions).toBe(0)
  })

  it('gives a place in it to one round only', async () => {
    const { db } = scene.ctx
    await publishProcess(db, process('taken'))
    await publishRound(db, round({ process: { slug: 'taken', number: 1 } }))
    await expect(
      publishRound(db, round({ process: { slug: 'taken', number: 1 } })),
    ).rejects.toThrow(/unique/)
  })
})

describe('rounds of a consultation', () => {
  it('are found by it, the last to close first', async () => {
    const { db } = scene.ctx
    const consultation = { slug: 'buses', title: 'Buses' }
    const early = round({ consultation })
    const late = round({ consultation, closesAt: '2027-12-01T17:00:00+00:00' })
    await publishRound(db, early)
    await publishRound(db, late)
    const slugs = (await listRounds(db, { consultation: 'buses', most: 5 })).map(
      (one) => one.round.slug,
    )
    expect(slugs).toEqual([late.slug, early.slug])
    expect(await listRounds(db, { consultation: 'trains', most: 5 })).toEqual([])
  })
})
