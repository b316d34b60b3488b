import { blocksFrom } from '../authoring/draft/block-text.ts'
import type { Block, Outcome, OutcomePoint } from '../consultation/consultation.ts'
import { numbersNotFrozen, tableCaption, tableRows, type FrozenResults } from './frozen-results.ts'

/** What the Trust did with something that was said. */
export const doings = ['this', 'part', 'not', 'not-yet'] as const
export type Doing = (typeof doings)[number]

/** How each is said before the reasons, on the public page. */
export const doingWords: Readonly<Record<Doing, string>> = {
  this: 'We did this.',
  part: 'We did part of this.',
  not: 'We did not do this.',
  'not-yet': 'We have not done this yet.',
}

/** An outcome as it is being written: plain text in fields, and what it is bound to. */
export interface OutcomeDraft {
  readonly summary: string
  readonly weAsked: string
  readonly points: readonly PointDraft[]
  readonly next: string
  /** Numbers in the words that are about something else than results, as they were written. */
  readonly elsewhere: readonly string[]
}

export interface PointDraft {
  readonly id: string
  readonly title: string
  readonly youSaid: string
  /** Keys of frozen tables that stand below what was said. */
  readonly tables: readonly string[]
  /** Ids of themes that this point answers: by them people follow their own words to it. */
  readonly themes: readonly string[]
  readonly did: Doing | ''
  readonly weDid: string
}

export const emptyOutcome: OutcomeDraft = {
  summary: '',
  weAsked: '',
  points: [],
  next: '',
  elsewhere: [],
}

export const emptyPoint = (id: string): PointDraft => ({
  id,
  title: '',
  youSaid: '',
  tables: [],
  themes: [],
  did: '',
  weDid: '',
})

/** What still has to be done before a second person can be asked. `at` is the field: "summary", "points.p1.weDid". */
export type OutcomeProblem =
  | { readonly code: 'words-missing'; readonly at: string }
  | { readonly code: 'no-points'; readonly at: 'points' }
  | { readonly code: 'number-not-frozen'; readonly at: string; readonly number: string }
  | { readonly code: 'table-gone'; readonly at: string }
  | { readonly code: 'not-frozen'; readonly at: 'freeze' }
  | { readonly code: 'not-closed'; readonly at: 'freeze' }
  | { readonly code: 'late-waiting'; readonly at: 'ledger'; readonly count: number }
  | { readonly code: 'does-not-add-up'; readonly at: 'ledger' }

/** What an outcome rests on besides its words. */
export interface OutcomeGround {
  readonly frozen: FrozenResults | undefined
  readonly closed: boolean
  /** Late responses that nobody has decided on. */
  readonly lateWaiting: number
  readonly addsUp: boolean
}

const missing = (words: string, at: string): readonly OutcomeProblem[] =>
  words.trim() === '' ? [{ code: 'words-missing', at }] : []

/** Everything that keeps an outcome from being signed and published. Nothing is asked of `next`: it may be empty. */
export function outcomeProblems(
  draft: OutcomeDraft,
  { frozen, closed, lateWaiting, addsUp }: OutcomeGround,
): readonly OutcomeProblem[] {
  return [
    ...(closed ? [] : [{ code: 'not-closed', at: 'freeze' } as const]),
    ...(addsUp ? [] : [{ code: 'does-not-add-up', at: 'ledger' } as const]),
    ...(lateWaiting > 0
      ? [{ code: 'late-waiting', at: 'ledger', count: lateWaiting } as const]
      : []),
    ...(frozen ? [] : [{ code: 'not-frozen', at: 'freeze' } as const]),
    ...missing(draft.summary, 'summary'),
    ...missing(draft.weAsked, 'weAsked'),
    ...(draft.points.length === 0 ? [{ code: 'no-points', at: 'points' } as const] : []),
    ...draft.points.flatMap((point) => pointProblems(point, draft, frozen)),
  ]
}

function pointProblems(
  point: PointDraft,
  { elsewhere }: OutcomeDraft,
  frozen: FrozenResults | undefined,
): readonly OutcomeProblem[] {
  const at = (field: string): string => `points.${point.id}.${field}`
  const numbers = frozen ? numbersNotFrozen(point.youSaid, frozen) : []
  const gone = frozen
    ? point.tables.filter((key) => !frozen.tables.some((table) => table.key === key))
    : []
  return [
    ...missing(point.title, at('title')),
    ...missing(point.youSaid, at('youSaid')),
    ...(point.did === '' ? [{ code: 'words-missing', at: at('did') } as const] : []),
    ...missing(point.weDid, at('weDid')),
    ...numbers
      .filter((number) => !elsewhere.includes(number))
      .map((number) => ({ code: 'number-not-frozen', at: at('youSaid'), number }) as const),
    ...gone.map(() => ({ code: 'table-gone', at: at('tables') }) as const),
  ]
}

/** The outcome as everybody reads it, with its tables and the numbers to take away. `today` is a date. */
export const outcomeFrom = (
  draft: OutcomeDraft,
  frozen: FrozenResults,
  today: string,
): Outcome => ({
  publishedOn: today,
  summary: draft.summary.trim(),
  responses: frozen.responses,
  weAsked: blocksFrom(draft.weAsked),
  points: draft.points.map((point) => pointFrom(point, frozen)),
  next: blocksFrom(draft.next),
  results: frozen.tables,
})

const pointFrom = (point: PointDraft, frozen: FrozenResults): OutcomePoint => ({
  id: point.id,
  title: point.title.trim(),
  youSaid: [...blocksFrom(point.youSaid), ...tableBlocks(point, frozen)],
  weDid: [
    ...(point.did === ''
      ? []
      : [{ kind: 'paragraph', text: `**${doingWords[point.did]}**` } as const]),
    ...blocksFrom(point.weDid),
  ],
})

const tableBlocks = ({ tables }: PointDraft, frozen: FrozenResults): readonly Block[] =>
  frozen.tables
    .filter(({ key }) => tables.includes(key))
    .map((table) => ({
      kind: 'table' as const,
      caption: tableCaption(table),
      columns: ['Answer', 'People'],
      rows: tableRows(table),
    }))
