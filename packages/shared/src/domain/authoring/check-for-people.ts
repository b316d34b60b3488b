import { checkAbbreviations, checkCapitals } from './check-capitals.ts'
import { checkHeadings } from './check-headings.ts'
import { checkLinks } from './check-links.ts'
import { checkPointing } from './check-pointing.ts'
import { checkQuestionWords } from './check-question-words.ts'
import { checkReading } from './check-reading.ts'
import { checkSummary } from './check-summary.ts'
import { checkTables } from './check-tables.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Finding } from './finding.ts'
import { isEnglish } from '../core/language.ts'
import { ownWords, placeInEdition } from './own-words.ts'

/**
 * What a file can have right in every field and people still could not use (W3C, Authoring Tool Accessibility Guidelines
 * 2.0, part B). Each check gives both grades: an error stops publishing, since somebody is sure to be shut out; a warning
 * is advice, since only a person can judge it.
 */
export interface PeopleCheck {
  readonly topic: string
  readonly check: (consultation: Consultation) => readonly Finding[]
  /** True of what knows English words only. */
  readonly english?: true
}

/** Every check, what matters most first. A new one is added here, and everything else follows. */
export const peopleChecks: readonly PeopleCheck[] = [
  { topic: 'Summary', check: checkSummary },
  { topic: 'Questions', check: checkQuestionWords, english: true },
  { topic: 'Links', check: checkLinks, english: true },
  { topic: 'Tables', check: checkTables },
  { topic: 'Headings', check: checkHeadings },
  { topic: 'Reading age', check: checkReading, english: true },
  { topic: 'Abbreviations', check: checkAbbreviations },
  { topic: 'Pointing by place or colour', check: checkPointing, english: true },
  { topic: 'Capital letters', check: checkCapitals },
]

export interface TopicFindings {
  readonly topic: string
  readonly findings: readonly Finding[]
}

/** What all checks find in a consultation and in the words of its editions, topic by topic; topics without findings are left out. */
export const checkForPeople = (
  consultation: Consultation,
  checks: readonly PeopleCheck[] = peopleChecks,
): readonly TopicFindings[] =>
  checks
    .map((one) => ({
      topic: one.topic,
      findings: [...findingsOf(one, consultation), ...inEditions(one, consultation)],
    }))
    .filter(({ findings }) => findings.length > 0)

const findingsOf = (
  { check, english }: PeopleCheck,
  consultation: Consultation,
): readonly Finding[] => (!english || isEnglish(consultation.lang) ? check(consultation) : [])

const inEditions = (one: PeopleCheck, consultation: Consultation): readonly Finding[] =>
  (consultation.editions ?? []).flatMap((edition) =>
    findingsOf(one, ownWords(consultation, edition)).flatMap((finding) => {
      const path = placeInEdition(consultation, edition, finding.path)
      return path ? [{ ...finding, path }] : []
    }),
  )
