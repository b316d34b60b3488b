import { fieldOf, textIn, type Part, type PartFields } from '../../authoring/draft/draft.ts'
import { slugFrom } from '../../authoring/draft/ids.ts'
import { roundStatus, type ModerationTime, type Round, type RoundSummary } from '../round.ts'
import type { Answerer } from '../questions/question.ts'
import type { ContributionSource } from '../contribution-source.ts'
import type { Starter } from '../starter.ts'

/**
 * A round while it is written: one part with a field for each thing that its form asks, so that two people who write in two
 * fields never collide, and in one field lose nothing (the same rule as in a consultation's draft).
 */
export const roundPart = 'round' as const

/** Each side of the desk from which a round can begin, as its fields begin. */
export const starterSides = ['first', 'second'] as const
export type StarterSide = (typeof starterSides)[number]

/** What staff write when the talk is over; everything else is frozen once a round has opened. */
const summaryFields = ['said', 'notSettled', 'next'] as const

/** What a published round can no longer change, even before it opens: people have its address, and its kind decides its pages. */
const keptFields = ['slug', 'kind'] as const

/** The process of its own that a round begins; no slug looks like it. */
export const newProcess = '+new'

/**
 * What a second person signs: the whole round, but for what only its publishing knows, which are its place in a process and
 * the day of its summary.
 */
export interface WrittenRound extends Omit<Round, 'process' | 'summary'> {
  /** `begins`: a process that does not exist yet. */
  readonly process?: {
    readonly slug: string
    readonly begins?: { readonly title: string; readonly lede: string }
  }
  readonly summary?: Omit<RoundSummary, 'publishedOn'>
}

/**
 * Where a round stands for those who make it. `draft`: never published; the others as everybody sees it, and `retracted`.
 */
export type RoundStage = 'draft' | 'scheduled' | 'open' | 'closed' | 'concluded' | 'retracted'

/** A round as it is published, as far as writing it depends on it. */
export interface PublishedState {
  readonly round: Round
  readonly retracted: boolean
  /** Of a round of questions: true until each has an answer or a reason, and somebody has finished it. */
  readonly unfinished?: boolean
}

export function stageOf(published: PublishedState | undefined, now: Date): RoundStage {
  if (!published) return 'draft'
  return published.retracted ? 'retracted' : roundStatus(published.round, now)
}

/** Whether a field can be written at a stage: nothing that people have read and answered changes behind their backs. */
export function mayWriteField(stage: RoundStage, field: string): boolean {
  const ofSummary = (summaryFields as readonly string[]).includes(field)
  switch (stage) {
    case 'draft':
      return !ofSummary
    case 'scheduled':
      return !ofSummary && !(keptFields as readonly string[]).includes(field)
    case 'open':
    case 'closed':
      return ofSummary
    default:
      return false
  }
}

/** Text with a blank line between paragraphs, as paragraphs. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** One on each line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What stands around a draft and is looked up: the published round, and the names of where it belongs. */
export interface RoundSurroundings {
  readonly published?: PublishedState | undefined
  /** The consultation that the draft names, when there is one of this address. */
  readonly consultation?: { readonly slug: string; readonly title: string } | undefined
  /** The process that this round began when it was first published. */
  readonly ownProcess?: string | undefined
  readonly now: Date
}

/** One person on each line, with what they do after a comma: "Jo Fenn, nurse at Birch". */
export const answerersOf = (text: string): readonly Answerer[] =>
  linesOf(text).map((line) => {
    const [, name = '', self = ''] = /^([^,]*),?(.*)$/.exec(line) ?? []
    return { name: name.trim(), ...(self.trim() === '' ? {} : { self: self.trim() }) }
  })

const answererLine = ({ name, self }: Answerer): string =>
  self === undefined ? name : `${name}, ${self}`

type Fields = { readonly id: string; readonly part: Pick<Part, 'fields'> }

/**
 * The round that a draft makes, as it would be signed. It is whatever was written so far, and may not be a round yet: the
 * checks and the schema say what is missing. Once it has opened, only its summary is written.
 */
export function writtenRound({ id, part }: Fields, around: RoundSurroundings): WrittenRound {
  const stage = stageOf(around.published, around.now)
  if (around.published && stage !== 'scheduled') return withSummary(around.published.round, part)
  const text = (field: string): string => textIn(part, field).trim()
  const asks = text('kind') === 'questions'
  // Where people ask, nobody is asked where they stand.
  const position = asks ? '' : text('position')
  const note = text('trustNote')
  const process = processOf(text, around.ownProcess)
  const written: Omit<WrittenRound, 'process' | 'consultation'> = {
    format: 'takepart/round/1',
    id,
    slug: text('slug'),
    kind: asks ? 'questions' : 'discussion',
    title: text('title'),
    lede: text('lede'),
    ...(position === '' ? {} : { position }),
    starters: starterSides.flatMap((side) => starterOf(part, side) ?? []),
    ...(asks ? { answering: answerersOf(textIn(part, 'answering')) } : {}),
    rules: linesOf(textIn(part, 'rules')),
    opensAt: text('opensAt'),
    closesAt: text('closesAt'),
    summaryBy: text('summaryBy'),
    moderation: (text('moderation') || 'before-first') as ModerationTime,
    reading: text('reading'),
    indexed: fieldOf(part, 'indexed') === true,
    trust: { name: text('trustName'), ...(note === '' ? {} : { note }) },
  }
  return {
    ...written,
    ...(process ? { process } : {}),
    ...(around.consultation ? { consultation: around.consultation } : {}),
  }
}

function withSummary(round: Round, part: Pick<Part, 'fields'>): WrittenRound {
  const { process, summary: _, ...rest } = round
  return {
    ...rest,
    ...(process ? { process: { slug: process.slug } } : {}),
    summary: {
      said: paragraphsOf(textIn(part, 'said')),
      notSettled: paragraphsOf(textIn(part, 'notSettled')),
      next: paragraphsOf(textIn(part, 'next')),
    },
  }
}

function processOf(
  text: (field: string) => string,
  own: string | undefined,
): WrittenRound['process'] {
  const chosen = text('process')
  if (chosen === '') return undefined
  if (chosen !== newProcess) return { slug: chosen }
  const [title, lede] = [text('processTitle'), text('processLede')]
  return { slug: own ?? (slugFrom(title) || 'process'), begins: { title, lede } }
}

/** A starter of which nothing is written is not there. */
function starterOf(part: Pick<Part, 'fields'>, side: StarterSide): Starter | undefined {
  const text = (field: string): string => textIn(part, `${side}${field}`).trim()
  const [title, words, name, self] = [text('Title'), text('Text'), text('Name'), text('Self')]
  if ([title, words, name, self].every((one) => one === '')) return undefined
  return {
    id: side,
    title,
    paragraphs: paragraphsOf(words),
    name,
    ...(self === '' ? {} : { self }),
    source: (text('Source') || 'participant') as ContributionSource,
  }
}

/** What only publishing knows. */
export interface PublishingFacts {
  /** Its place in its process; counted from 1. */
  readonly number: number
  /** YYYY-MM-DD. */
  readonly day: string
}

/** The round as everybody reads it. */
export function completedRound(
  { process, summary, ...written }: WrittenRound,
  { number, day }: PublishingFacts,
): Round {
  return {
    ...written,
    ...(process ? { process: { slug: process.slug, number } } : {}),
    ...(summary ? { summary: { ...summary, publishedOn: day } } : {}),
  }
}

/** Why a round cannot take the place of what is published under its id. */
export type ReplaceProblem =
  | 'closes-in-the-past'
  | 'has-opened'
  | 'not-closed'
  | 'not-finished'
  | 'is-concluded'
  | 'is-retracted'

/**
 * Whether a signed round may be published now. Before its opening everything may change; afterwards only the summary comes,
 * once, when the talk is over and every question of a round of questions has its answer or a reason.
 */
export function replaceProblem(
  published: PublishedState | undefined,
  written: WrittenRound,
  now: Date,
): ReplaceProblem | undefined {
  switch (stageOf(published, now)) {
    case 'retracted':
      return 'is-retracted'
    case 'concluded':
      return 'is-concluded'
    case 'open':
      return written.summary ? 'not-closed' : 'has-opened'
    case 'closed':
      if (!written.summary) return 'has-opened'
      return published?.unfinished ? 'not-finished' : undefined
    default:
      return Date.parse(written.closesAt) <= now.getTime() ? 'closes-in-the-past' : undefined
  }
}

/**
 * The fields of a round that was published without having been written here. Its texts keep their words and get the ids of
 * their sides.
 */
export function fieldsOfRound(round: Round): PartFields {
  const sides = round.starters.flatMap((starter, index) => {
    const side = starterSides[index] ?? 'second'
    return [
      [`${side}Title`, starter.title],
      [`${side}Text`, starter.paragraphs.join('\n\n')],
      [`${side}Name`, starter.name],
      [`${side}Self`, starter.self],
      [`${side}Source`, starter.source],
    ] as const
  })
  const { title, lede, position, slug, opensAt, closesAt, summaryBy } = round
  const answering = round.answering?.map(answererLine).join('\n')
  const own = { title, lede, position, answering, slug, opensAt, closesAt, summaryBy }
  return {
    ...withoutAbsent({ ...own, ...Object.fromEntries(sides) }),
    ...fieldsForNext(round),
  }
}

const withoutAbsent = (fields: PartFields): PartFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What a round takes along to the one that follows it in the same process; its title, its texts and its dates are new. */
export const fieldsForNext = (round: Round): PartFields =>
  withoutAbsent({
    kind: round.kind,
    rules: round.rules.join('\n'),
    moderation: round.moderation,
    reading: round.reading,
    indexed: round.indexed,
    trustName: round.trust.name,
    trustNote: round.trust.note,
    process: round.process?.slug,
    consultation: round.consultation?.slug,
  })
