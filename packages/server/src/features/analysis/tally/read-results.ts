import { findingOf, type Finding } from '@takepart/shared/domain/analysis/tally/finding'
import { keyOf } from '@takepart/shared/domain/analysis/tally/answer-keys'
import { tally, type Tally } from '@takepart/shared/domain/analysis/tally/tally'
import type {
  Consultation,
  ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import type { Condition, Question } from '@takepart/shared/domain/question/question'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { countHaving, countKeys, type CountedOfVersion } from './tally.queries.ts'

/** One question as it was answered, with what its first table says. */
export interface QuestionResult {
  readonly tally: Tally
  /** One for each of its tables. */
  readonly findings: readonly Finding[]
  /** The question is about equality: its answers are seen only in tables. */
  readonly equality: boolean
}

export interface Results {
  /** The newest version, whose words are shown. */
  readonly consultation: Consultation
  /** Responses that count. */
  readonly counted: number
  readonly questions: readonly QuestionResult[]
}

/**
 * The results of every question that any version asked, in the order of the newest, then what only older ones asked.
 * Counted afresh each time: results are live, and nothing can be out of date.
 */
export async function readResults(
  db: Kysely<Schema>,
  consultationId: string,
  versions: readonly ConsultationVersion[],
): Promise<Results> {
  const newest = versions.at(-1)
  if (!newest) throw new Error('A consultation has a version')
  const conditions = conditionsIn(versions)
  const [counts, having] = await Promise.all([
    countKeys(db, consultationId),
    countHaving(db, consultationId, [...conditions.values()]),
  ])
  const places = new Map([...conditions.keys()].map((name, index) => [name, index]))
  const byQuestion = groupByQuestion(counts)
  const askedOf = (id: string): number =>
    versions.reduce((sum, version) => sum + askedIn(version, id, { having, places }), 0)
  return {
    consultation: newest.consultation,
    counted: having.reduce((sum, { counted }) => sum + counted, 0),
    questions: everyQuestion(versions).map(({ question, equality }) => {
      const result = tally(question, byQuestion.get(question.id) ?? new Map(), askedOf(question.id))
      return { tally: result, findings: result.tables.map(findingOf), equality }
    }),
  }
}

/** Each question once, as the newest version that asks it puts it. */
export function everyQuestion(
  versions: readonly ConsultationVersion[],
): readonly { readonly question: Question; readonly equality: boolean }[] {
  const sections = versions.toReversed().flatMap(({ consultation }) => consultation.sections)
  const apart = new Set(
    sections
      .filter(({ purpose }) => purpose === 'equality')
      .flatMap(({ questions }) => questions.map(({ id }) => id)),
  )
  const newestFirst = sections.flatMap(({ questions }) => questions)
  return [...new Set(newestFirst.map(({ id }) => id))].flatMap((id) => {
    const question = newestFirst.find((one) => one.id === id)
    return question ? [{ question, equality: apart.has(id) }] : []
  })
}

const conditionName = ({ question, includes }: Condition): string =>
  `${question} ${[...includes].sort().join(' ')}`

/** The keys of which a response must have one to have been asked what depends on them. */
function conditionsIn(
  versions: readonly ConsultationVersion[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { consultation } of versions) {
    const questions = consultation.sections.flatMap((section) => section.questions)
    for (const { showIf } of questions) {
      if (!showIf) continue
      const earlier = questions.find(({ id }) => id === showIf.question)
      found.set(conditionName(showIf), keysFor(earlier, showIf))
    }
  }
  return found
}

const keysFor = (earlier: Question | undefined, { question, includes }: Condition) =>
  earlier?.kind === 'ranking'
    ? includes.flatMap((code) =>
        earlier.options.map((_, place) => keyOf(question, String(place + 1), code)),
      )
    : includes.map((code) => keyOf(question, code))

function askedIn(
  { number, consultation }: ConsultationVersion,
  id: string,
  { having, places }: { having: readonly CountedOfVersion[]; places: ReadonlyMap<string, number> },
): number {
  const question = consultation.sections
    .flatMap((section) => section.questions)
    .find((one) => one.id === id)
  const ofVersion = having.find(({ version }) => version === number)
  if (!question || !ofVersion) return 0
  if (!question.showIf) return ofVersion.counted
  return ofVersion.having[places.get(conditionName(question.showIf)) ?? -1] ?? 0
}

function groupByQuestion(
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>()
  for (const [key, count] of counts) {
    const id = /^[^.=]*/.exec(key)?.[0] ?? key
    const group = groups.get(id) ?? new Map<string, number>()
    groups.set(id, group.set(key, count))
  }
  return groups
}
