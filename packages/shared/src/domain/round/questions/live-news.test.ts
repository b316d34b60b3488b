import { describe, expect, it } from 'vitest'
import { countNews, hear, noNews, seenUpTo, type LiveNews } from './live-news.ts'
import type { Happening } from './question-schema.ts'

type Told = readonly [sequence: number, kind: Happening['kind'], number?: number]
const after = (news: LiveNews, ...told: readonly Told[]): LiveNews =>
  told.reduce(
    (so, [sequence, kind, number]) =>
      hear(so, sequence, { kind, ...(number === undefined ? {} : { number }) }),
    news,
  )

describe('what is new', () => {
  it('is counted once for each question, answers apart', () => {
    const news = after(
      noNews(4),
      [5, 'asked', 3],
      [6, 'taken', 1],
      [7, 'answered', 1],
      [8, 'not-answered', 2],
    )
    expect(countNews(news)).toEqual({ answers: 2, asked: 1, others: 0, missed: false })
  })

  it('counts no event twice, and none that the page tells of', () => {
    const news = after(
      noNews(4),
      [3, 'answered', 9],
      [4, 'asked', 8],
      [5, 'answered', 1],
      [5, 'answered', 1],
    )
    expect([countNews(news).answers, news.heard]).toEqual([1, 5])
  })

  it('is still an answer when something else happened to it afterwards', () => {
    expect(countNews(after(noNews(0), [1, 'answered', 1], [2, 'joined', 1])).answers).toBe(1)
  })

  it('is what a page does not tell of, however late that page comes', () => {
    const news = after(noNews(0), [1, 'answered', 1], [2, 'answered', 2], [3, 'asked', 3])
    expect(countNews(seenUpTo(news, 2))).toEqual({ answers: 0, asked: 1, others: 0, missed: false })
    expect(countNews(seenUpTo(news, 3))).toEqual({ answers: 0, asked: 0, others: 0, missed: false })
    expect(seenUpTo(news, 9).heard).toBe(9)
  })

  it('is everything when events were missed', () => {
    const news = after(noNews(7), [8, 'answered', 1], [40, 'missed'])
    expect([countNews(news).missed, news.heard]).toEqual([true, 40])
    expect(countNews(seenUpTo(news, 40)).missed).toBe(false)
  })
})
