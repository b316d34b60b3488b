import type { Part } from '../../authoring/draft/draft.ts'
import { roundSchema } from '../round-schema.ts'
import {
  checkRound,
  type CheckedAgainst,
  type CheckedRound,
  type RoundFinding,
} from './check-round.ts'
import { completedRound, type WrittenRound } from './round-draft.ts'

/** What of a written round is no part of a round, by the very schema that publishing asks: each names the field of the form. */
export function checkShape(written: WrittenRound): readonly RoundFinding[] {
  const round = completedRound(written, { number: 1, day: '2000-01-01' })
  const parsed = roundSchema.safeParse(round)
  const issues = parsed.success ? [] : parsed.error.issues
  return issues.map(({ path, message }) => ({
    level: 'blocks',
    field: fieldAt(path, written),
    words: message,
  }))
}

/** Everything that the checks and the shape say. A field of which the checks know better words is not told twice. */
export function checkWholeRound(
  draft: { readonly id: string; readonly part: Pick<Part, 'fields'> },
  around: CheckedAgainst,
): CheckedRound {
  const checked = checkRound(draft, around)
  const known = new Set(
    checked.findings.filter(({ level }) => level === 'blocks').map(({ field }) => field),
  )
  const more = checkShape(checked.written).filter(({ field }) => !known.has(field))
  return { ...checked, findings: [...checked.findings, ...more] }
}

const fieldsOfStarter: Readonly<Record<string, string>> = {
  title: 'Title',
  paragraphs: 'Text',
  name: 'Name',
  self: 'Self',
  source: 'Source',
}

function fieldAt(
  [first, second, third]: readonly PropertyKey[],
  { starters }: WrittenRound,
): string {
  if (first === 'starters' && typeof second === 'number') {
    const side = starters[second]?.id ?? 'first'
    return side + (fieldsOfStarter[String(third)] ?? 'Text')
  }
  if (first === 'trust') return second === 'note' ? 'trustNote' : 'trustName'
  if (first === 'summary') return String(second ?? 'said')
  return String(first ?? 'title')
}
