import { describe, expect, it } from 'vitest'
import type { Said } from '@takepart/shared/domain/round/contribution'
import { anchorQuotation, type Quotation } from '@takepart/shared/domain/round/quotation'
import { textOfStarter } from '@takepart/shared/domain/round/starter'
import { orderOfName, placeOfName } from '@takepart/shared/domain/round/thread-order'
import {
  fillRound,
  letIn,
  privateCode,
  publishRound,
  sentContribution,
  sentEdit,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { setScene } from '../../test-support/scene.ts'
import { readThread, readThreads, threadsOnPage } from './read-round.ts'
import { showContribution } from './show-contribution.queries.ts'

const scene = setScene()
const newest = { order: { by: 'newest' } } as const

const open = async () => {
  scene.ctx.setClock(whileRoundOpen)
  return publishRound(scene.database, { moderation: 'after' })
}
type Open = Awaited<ReturnType<typeof open>>

async function say(round: Open, said: Partial<Said>, inReplyTo?: number) {
  const sent = sentContribution(round, said, { inReplyTo })
  await scene.caller.round.contribute(sent)
  return sent.contributionId
}
const quote = (of: Quotation['of'], text: string, words: string): Quotation => {
  const start = text.indexOf(words)
  return anchorQuotation(of, text, { start, end: start + words.length })!
}

describe('reading a round', () => {
  it('gives what people said and nothing else of them (S03)', async () => {
    const round = await open()
    await say(round, { text: 'No lift.', self: 'a neighbour', stance: 'for' })
    await say(round, { text: 'I had not thought of it.', name: 'Amina' }, 1)
    const { threads, next } = await readThreads(scene.ctx.db, round, newest)
    expect(next).toBeUndefined()
    expect(threads).toEqual([
      {
        comment: {
          number: 1,
          source: 'participant',
          shownOn: '2027-03-10',
          replies: 1,
          words: {
            kind: 'said',
            name: 'Bernard',
            self: 'a neighbour',
            stance: 'for',
            text: 'No lift.',
            removed: [],
            quotations: [],
          },
          acknowledged: { alike: 0, thinking: 0, wanted: 0 },
        },
        replies: [expect.objectContaining({ number: 2, inReplyTo: 1 })],
      },
    ])
  })

  it('turns pages in an order, each thread once', async () => {
    const round = await open()
    await fillRound(scene.database, round.id, { threads: 45, replies: 60 })
    const order = orderOfName('unlike-for')!
    const seen: number[] = []
    let after: readonly number[] | undefined
    for (let page = 0; page < 3; page += 1) {
      const { threads, next } = await readThreads(scene.ctx.db, round, { order, after })
      seen.push(...threads.map(({ comment }) => comment.number))
      expect(threads.every(({ replies }) => replies.length <= 5)).toBe(true)
      expect(next === undefined).toBe(page === 2)
      after = next === undefined ? undefined : placeOfName(order, next)
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(threadsOnPage).toBe(20)
  })

  it('opens a thread by its number, or by that of a reply to it', async () => {
    const round = await open()
    await say(round, { text: 'A comment' })
    await say(round, { text: 'A reply' }, 1)
    const thread = await readThread(scene.ctx.db, round, 1)
    expect(thread?.replies).toHaveLength(1)
    expect(await readThread(scene.ctx.db, round, 2)).toEqual(thread)
    expect(await readThread(scene.ctx.db, round, 3)).toBeUndefined()
  })
})

describe('a quotation in a round', () => {
  const first = 'Sam from ward 4 never came again.'

  it('is shown with whose words they are, from a starter and from a contribution on another page', async () => {
    const round = await open()
    const [starter] = round.starters
    await say(round, { text: first, name: 'Dee' })
    const quotations = [
      quote({ kind: 'starter', id: 'clinic' }, textOfStarter(starter!), 'until nine at night'),
      quote({ kind: 'contribution', number: 1 }, first, 'never came again'),
    ]
    await say(round, { text: 'Both.', quotations })
    const thread = await readThread(scene.ctx.db, round, 2)
    expect(thread?.comment.words).toMatchObject({
      quotations: [
        { by: 'Jo Fenn', exact: 'until nine at night' },
        { by: 'Dee', exact: 'never came again' },
      ],
    })
  })

  it('shows nothing of words that a moderator took out, that were changed, or taken back (S38)', async () => {
    const round = await open()
    const id = await say(round, { text: first, name: 'Dee' })
    await say(round, {
      text: 'Who?',
      quotations: [quote({ kind: 'contribution', number: 1 }, first, 'Sam from ward 4')],
    })
    const read = async () => JSON.stringify(await readThread(scene.ctx.db, round, 2))
    expect(await read()).toContain('Sam from ward 4')
    await scene.caller.round.edit(sentEdit(id, { text: first, name: 'Dee' }))
    expect(await read()).not.toMatch(/Sam|ward/)
    const words = {
      text: '[name removed] never came again.',
      name: 'Dee',
      removed: [{ start: 0, end: 14, reason: 'It says who somebody is' }],
    }
    const at = whileRoundOpen
    await scene.ctx.db
      .transaction()
      .execute((trx) => showContribution(trx, { contributionId: id, revision: 2, words, at }))
    expect(await read()).not.toMatch(/Sam|ward/)
    expect(await read()).toContain('"gone":true')
    expect(JSON.stringify(await readThread(scene.ctx.db, round, 1))).not.toMatch(/Sam|ward/)
    await scene.caller.round.withdraw({ contributionId: id, code: privateCode })
    expect(await read()).not.toMatch(/Sam|ward|Dee/)
  })
})

describe('what waits', () => {
  it('is on no page, under no number', async () => {
    scene.ctx.setClock(whileRoundOpen)
    const round = await publishRound(scene.database, { moderation: 'before' })
    const id = await say(round, { text: 'CANARY' })
    expect(await readThreads(scene.ctx.db, round, newest)).toEqual({ threads: [] })
    expect(await readThread(scene.ctx.db, round, 1)).toBeUndefined()
    await letIn(scene.ctx, id)
    expect((await readThreads(scene.ctx.db, round, newest)).threads).toHaveLength(1)
  })
})
