import type { Happening, HappeningKind } from './question-schema.ts'

/**
 * What has happened in a round of questions since the page that somebody reads was made. Each event counts once, however
 * often it comes, and what a page shows already counts no more.
 */
export interface LiveNews {
  /** The last event that was heard, or that the page tells of. */
  readonly heard: number
  /** What the page does not show yet: its last event and what it was, by the number of the question; 0 is the round itself. */
  readonly unseen: ReadonlyMap<number, { readonly sequence: number; readonly kind: HappeningKind }>
}

/** The news of a page that tells of everything up to an event. */
export const noNews = (sequence: number): LiveNews => ({ heard: sequence, unseen: new Map() })

/** Takes in one event. */
export function hear(news: LiveNews, sequence: number, { kind, number = 0 }: Happening): LiveNews {
  if (kind === 'missed')
    return { heard: Math.max(sequence, news.heard), unseen: new Map([[0, { sequence, kind }]]) }
  if (sequence <= news.heard) return news
  const before = news.unseen.get(number)?.kind
  // That it was answered is what people wait for: what comes after it does not make it less new.
  const lasting = before !== undefined && isAnswer(before) ? before : kind
  return {
    heard: sequence,
    unseen: new Map([...news.unseen, [number, { sequence, kind: lasting }]]),
  }
}

/** What is still new once a page is shown that tells of everything up to an event. */
export const seenUpTo = ({ heard, unseen }: LiveNews, sequence: number): LiveNews => ({
  heard: Math.max(heard, sequence),
  unseen: new Map([...unseen].filter(([, { sequence: own }]) => own > sequence)),
})

export interface CountedNews {
  /** Answers, and reasons why not. */
  readonly answers: number
  readonly asked: number
  readonly others: number
  readonly missed: boolean
}

export function countNews({ unseen }: LiveNews): CountedNews {
  const kinds = [...unseen.values()].map(({ kind }) => kind)
  const answers = kinds.filter(isAnswer).length
  const asked = kinds.filter((kind) => kind === 'asked').length
  const others = kinds.length - answers - asked
  return { answers, asked, others, missed: kinds.includes('missed') }
}

const isAnswer = (kind: HappeningKind): boolean => kind === 'answered' || kind === 'not-answered'
