import type {
  Consultation,
  Outcome,
  Section,
} from '@takepart/shared/domain/consultation/consultation'
import type { Question } from '@takepart/shared/domain/question/question'
import { shiftDate, shiftTime } from '../../sample-days.ts'

/**
 * The same consultation with every date and time moved by `days`, rounded down to whole weeks. Rounding down, forwards
 * and backwards alike, means that what had opened on the day the file was written for has opened after the move too.
 * Words are left alone: a sample file names no day in its text.
 */
export function shiftDates(consultation: Consultation, days: number): Consultation {
  const shiftedBy = Math.floor(days / 7) * 7
  const { promise, outcome } = consultation
  return {
    ...consultation,
    opensAt: shiftTime(consultation.opensAt, shiftedBy),
    closesAt: shiftTime(consultation.closesAt, shiftedBy),
    promise: { ...promise, by: shiftDate(promise.by, shiftedBy) },
    sections: consultation.sections.map((section) => shiftSection(section, shiftedBy)),
    ...(outcome && { outcome: shiftOutcome(outcome, shiftedBy) }),
  }
}

const shiftOutcome = (outcome: Outcome, days: number): Outcome => ({
  ...outcome,
  publishedOn: shiftDate(outcome.publishedOn, days),
})

const shiftSection = (section: Section, days: number): Section => ({
  ...section,
  questions: section.questions.map((question) => shiftQuestion(question, days)),
})

function shiftQuestion(question: Question, days: number): Question {
  if (question.kind !== 'date') return question
  const { earliest, latest } = question
  return {
    ...question,
    ...(earliest !== undefined && { earliest: shiftDate(earliest, days) }),
    ...(latest !== undefined && { latest: shiftDate(latest, days) }),
  }
}
