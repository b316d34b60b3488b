import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Round } from '@takepart/shared/domain/round/round'
import { stances } from '@takepart/shared/domain/round/stance'
import {
  compareThreads,
  placeName,
  placeOfName,
  type Ordered,
  type ThreadOrder,
} from '@takepart/shared/domain/round/thread-order'
import { fillRound, publishRound, sentContribution } from '../../test-support/sample-round.ts'
import { setScene } from '../../test-support/scene.ts'
import {
  countRound,
  countShownSince,
  findShown,
  listReplies,
  listSpeakers,
  listThreads,
  threadsQuery,
  type ShownRow,
} from './threads.queries.ts'

const scene = setScene()
const orders: readonly ThreadOrder[] = [
  { by: 'newest' },
  { by: 'oldest' },
  { by: 'most-replies' },
  ...stances.map((mine) => ({ by: 'unlike', mine }) as const),
]
const ordered = ({ number, replies, stance }: ShownRow): Ordered => ({
  number,
  replies,
  stance: stance ?? undefined,
})

let round: Round
beforeAll(async () => {
  round = await publishRound(scene.database)
  await fillRound(scene.database, round.id, { threads: 120, replies: 100 })
})

/** Every page of an order, one after the other, as a reader turns them. */
async function turnPages(order: ThreadOrder, most: number): Promise<readonly Ordered[]> {
  const all: Ordered[] = []
  let after: readonly number[] | undefined
  for (;;) {
    const page = await listThreads(scene.ctx.db, round.id, { order, after, most })
    all.push(...page.map(ordered))
    const last = page.at(-1)
    if (!last || page.length < most) return all
    after = placeOfName(order, placeName(order, ordered(last)))
  }
}

describe('the threads of a round', () => {
  it.each(orders.map((order) => [JSON.stringify(order), order] as const))(
    'come in the order %s as the rule says, each once, page after page',
    async (_name, order) => {
      const whole = await turnPages(order, 1_000)
      expect(whole).toHaveLength(120)
      expect(whole).toEqual(whole.toSorted(compareThreads(order)))
      expect(await turnPages(order, 7)).toEqual(whole)
      expect(await turnPages(order, 1)).toEqual(whole)
    },
  )

  it('bring their replies oldest first, so many to each', async () => {
    const replies = await listReplies(scene.ctx.db, round.id, { threads: [1, 2, 3], most: 2 })
    for (const thread of [1, 2, 3]) {
      const numbers = replies
        .filter((one) => one.answeredNumber === thread)
        .map((one) => one.number)
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
      expect(numbers.length).toBeLessThanOrEqual(2)
    }
    expect(await listReplies(scene.ctx.db, round.id, { threads: [], most: 2 })).toEqual([])
  })

  it('are counted with who said what to whom', async () => {
    expect(await countRound(scene.ctx.db, round.id)).toMatchObject({
      contributions: 220,
      threads: 120,
      replies: 100,
      staff: 220,
      repliesBetweenPublic: 0,
      newest: 220,
    })
    const speakers = await listSpeakers(scene.ctx.db, round.id, 50)
    expect(speakers).toHaveLength(50)
    expect(await countShownSince(scene.ctx.db, { slug: round.slug, number: 218 })).toEqual({
      count: 2,
    })
    expect(await countShownSince(scene.ctx.db, { slug: 'nowhere', number: 0 })).toEqual({
      count: 0,
    })
  })

  it('hold no place without words and without replies', async () => {
    const [bare] = (await findShown(scene.ctx.db, round.id, [...Array(121).keys()])).filter(
      ({ replies, answeredNumber }) => replies === 0 && answeredNumber === null,
    )
    await sql`update contribution_shown set words = 'withdrawn', accepted = null, revision = null, name = null, self = null,
      stance = null, condition = null, body = null, removed = null, quotations = null
      where round_id = ${round.id} and number = ${bare?.number}`.execute(scene.ctx.db)
    const listed = await listThreads(scene.ctx.db, round.id, { order: { by: 'oldest' }, most: 500 })
    expect(listed).toHaveLength(119)
    expect(await countRound(scene.ctx.db, round.id)).toMatchObject({ contributions: 219 })
  })
})

describe('a round of 20,000 contributions', () => {
  const places: Readonly<Record<ThreadOrder['by'], string>> = {
    newest: '4000',
    oldest: '4000',
    'most-replies': '2-4000',
    unlike: '0-1-4000',
  }
  let large: Round
  beforeAll(async () => {
    large = await publishRound(scene.database)
    await fillRound(scene.database, large.id, { threads: 8_000, replies: 12_000 })
  }, 60_000)

  it.each(orders.map((order) => [JSON.stringify(order), order] as const))(
    'is read from an index in the order %s, at its beginning and from its middle',
    async (_name, order) => {
      for (const after of [undefined, placeOfName(order, places[order.by])]) {
        const which = { order, after, most: 26 }
        const { rows } = await sql<{
          'QUERY PLAN': string
        }>`explain (analyze, timing off) ${threadsQuery(large.id, which)}`.execute(scene.ctx.db)
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        expect(plan).toContain('using threads_by_')
        expect(plan).not.toContain('Seq Scan')
        // What is read and thrown away again is what grows with a round.
        const thrownAway = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)]
        expect(thrownAway.reduce((sum, [, count]) => sum + Number(count), 0)).toBeLessThan(100)
        const page = await listThreads(scene.ctx.db, large.id, which)
        expect(page).toHaveLength(26)
        expect(page.map(ordered)).toEqual(page.map(ordered).toSorted(compareThreads(order)))
      }
    },
  )
})

describe('what everybody may read', () => {
  it('is none of what waits', async () => {
    const quiet = await publishRound(scene.database)
    scene.ctx.setClock(new Date('2027-03-10T12:00:00Z'))
    await scene.caller.round.contribute(sentContribution(quiet, { text: 'CANARY' }))
    for (const order of orders)
      expect(await listThreads(scene.ctx.db, quiet.id, { order, most: 50 })).toEqual([])
    expect(await findShown(scene.ctx.db, quiet.id, [1])).toEqual([])
    expect(await countRound(scene.ctx.db, quiet.id)).toMatchObject({ contributions: 0, people: 0 })
  })
})
