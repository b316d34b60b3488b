import type { Consultation } from '../consultation/consultation.ts'
import { nameOf } from '../consultation/edition.ts'
import { hardWordsOf, type HardWord } from './hard-words.ts'
import { isEnglish } from '../core/language.ts'
import type { Path } from '../core/loose-fields.ts'
import { ownWords } from './own-words.ts'
import { partsBesides, partsOf, type Part } from './passages.ts'
import { readingGrade, type ReadingGrade } from './reading-grade.ts'
import { sentencesOf, wordsOf } from './sentences.ts'

export interface PartGrade extends ReadingGrade {
  readonly title: string
  readonly path: Path
}

export interface HardSentence {
  readonly sentence: string
  readonly words: number
  /** Its grade if it stood alone. */
  readonly grade: number
  readonly path: Path
}

/** How hard a consultation is to read: as a whole, part by part (transcripts and meanings too, which the whole leaves out), and its hardest sentences and words. */
export interface ReadingReport {
  readonly whole: ReadingGrade
  readonly parts: readonly PartGrade[]
  /** The editions that have English words of their own, each as a whole. */
  readonly editions: readonly PartGrade[]
  readonly sentences: readonly HardSentence[]
  readonly words: readonly HardWord[]
}

const sentencesShown = 5
/** Every sentence with more words than this is hard, however short they are (GOV.UK content design: 25 at the very most). */
const longestEasy = 20
/** A single short sentence is graded roughly, so only what is well over the target is called hard. */
const easyGrade = 9
const fewestWords = 8

/** Undefined where there is nothing to grade: no words, or not in English, which the formula is for. */
export function readingReport(consultation: Consultation): ReadingReport | undefined {
  if (!isEnglish(consultation.lang)) return undefined
  const parts = partsOf(consultation)
  const whole = gradeOf(parts)
  if (whole === undefined) return undefined
  const all = [...parts, ...partsBesides(consultation)]
  return {
    whole,
    parts: all.flatMap(partGrade),
    editions: editionGrades(consultation),
    sentences: hardestOf(all),
    words: hardWordsOf(consultation),
  }
}

const proseOf = (part: Part): readonly string[] =>
  part.passages.filter(({ role }) => role === 'prose').map(({ text }) => text)
const gradeOf = (parts: readonly Part[]): ReadingGrade | undefined =>
  readingGrade(parts.flatMap(proseOf))

function partGrade(part: Part): readonly PartGrade[] {
  const grade = gradeOf([part])
  return grade === undefined ? [] : [{ ...grade, title: part.title, path: part.path }]
}

/** An edition that leaves its overview to the standard is graded by the rest. */
const editionGrades = (consultation: Consultation): readonly PartGrade[] =>
  (consultation.editions ?? []).flatMap((edition, index) => {
    const words = ownWords(consultation, edition)
    const grade = isEnglish(words.lang) ? gradeOf(partsOf(words)) : undefined
    return grade === undefined
      ? []
      : [{ ...grade, title: nameOf(edition.id).name, path: ['editions', index] }]
  })

/** The five hardest of those that are hard at all. */
function hardestOf(parts: readonly Part[]): readonly HardSentence[] {
  const sentences = parts
    .flatMap((part) => part.passages)
    .filter(({ role }) => role === 'prose')
    .flatMap(({ path, text }) =>
      sentencesOf(text).map((sentence): HardSentence => ({
        sentence,
        path,
        words: wordsOf(sentence).length,
        grade: readingGrade([sentence])?.grade ?? 0,
      })),
    )
  return sentences
    .filter(isHard)
    .sort((one, other) => other.grade - one.grade)
    .slice(0, sentencesShown)
}

const isHard = ({ words, grade }: HardSentence): boolean =>
  words > longestEasy || (words >= fewestWords && grade > easyGrade)
