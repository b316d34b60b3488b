import type { Consultation } from '../consultation/consultation.ts'
import { warning, type Finding } from './finding.ts'
import { ageWords, fewestWordsToGrade, targetGrade } from './reading-grade.ts'
import { readingReport } from './reading-report.ts'

/** A part, a transcript or the words explained, that is harder to read than our aim, a reading age of 9 to 11 (WCAG 2.2, 3.1.5). Parts of under 100 words are passed over. */
export const checkReading = (consultation: Consultation): readonly Finding[] =>
  (readingReport(consultation)?.parts ?? [])
    .filter(({ grade, words }) => words >= fewestWordsToGrade && grade >= targetGrade + 1)
    .map(({ path, title, grade }) =>
      warning(
        path,
        `“${title}” reads at grade ${grade.toFixed(1)}, an age of ${ageWords(grade)}. Aim for 9 to 11: shorter sentences, and words that people say`,
      ),
    )
