import { sentencesOf, wordsOf } from './sentences.ts'
import { countSyllables } from './syllables.ts'

/**
 * How hard a text is to read, as the school grade whose pupils can read it: the Flesch–Kincaid grade level,
 *
 *     0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59
 *
 * J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas …", Naval Technical
 * Training Command Research Branch Report 8-75, 1975. SMOG, the other usual one, is made for 30 sentences or more, which a
 * section of questions seldom has.
 *
 * It sees the length of words and sentences, and nothing else: not whether a word is known, an order clear, or a thing
 * true. Only readers can say that. Figures count as one syllable.
 */
export interface ReadingGrade {
  readonly grade: number
  readonly sentences: number
  readonly words: number
}

/** Grades above this are above the reading age of 9 to 11 that we write for: pupils of grade 6 begin it at 11. */
export const targetGrade = 6

/** Fewer words than this make an unsteady figure: Flesch takes samples of 100. */
export const fewestWordsToGrade = 100

/** The grade of several texts together. Undefined when there are no words. */
export function readingGrade(texts: readonly string[]): ReadingGrade | undefined {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return undefined
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return {
    grade: Math.max(0, Math.round(grade * 10) / 10),
    sentences: sentences.length,
    words: words.length,
  }
}

/** "9 to 10": the ages of the pupils of a grade in the school year that bears its number. */
export const ageWords = (grade: number): string =>
  `${Math.max(5, Math.floor(grade) + 5)} to ${Math.max(6, Math.floor(grade) + 6)}`
