import { adviceOn, type Advice } from '@takepart/shared/domain/authoring/advice'
import type {
  CheckedConsultation,
  ConsultationProblem,
} from '@takepart/shared/domain/authoring/check-consultation'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { placeWords } from '@takepart/shared/domain/core/loose-fields'
import { ageWords } from '@takepart/shared/domain/authoring/reading-grade'
import {
  readingReport,
  type PartGrade,
  type ReadingReport,
} from '@takepart/shared/domain/authoring/reading-report'
import { harmless } from './harmless.ts'

/** No more lines than this about one topic: after ten of a kind an author knows what to look for. */
const mostLines = 10
const fewestWords = 30

/**
 * What a check found, for a person: first in one line how things stand, then what stops publishing, then advice by topic,
 * last how hard it is to read. The advice on words comes once nothing stops publishing.
 */
export function checkReport(file: string, { consultation, problems }: CheckedConsultation): string {
  if (consultation === undefined) {
    return lines(
      `${file}: ${counted(problems.filter(isError).length, 'problem')} to put right before publishing`,
      problemLines(problems),
    )
  }
  const advice = adviceOn(consultation)
  const reading = readingReport(consultation)
  const points = advice.reduce((sum, topic) => sum + topic.points.length, problems.length)
  const age = reading ? `. It reads at an age of ${ageWords(reading.whole.grade)}` : ''
  return lines(
    `${file}: no problems, ${points === 0 ? 'no advice' : counted(points, 'piece', ' of advice')}${age}`,
    [
      ...problemLines(problems),
      ...advice.flatMap(topicLines),
      ...(reading ? readingLines(reading, consultation) : []),
      ...recordingLines(consultation),
    ],
  )
}

/** A check is quick, and so cannot know that a recording plays. */
const recordingLines = ({ media = [] }: Consultation): readonly string[] =>
  media.some(({ kind }) => kind === 'audio' || kind === 'video')
    ? [
        '  Recordings were looked at from outside only. Publishing plays each of them to its end, and refuses one that cannot be played',
      ]
    : []

const isError = ({ level }: ConsultationProblem): boolean => level === 'error'

const counted = (count: number, thing: string, rest = ''): string =>
  `${count} ${thing}${count === 1 ? '' : 's'}${rest}`

const lines = (first: string, rest: readonly string[]): string =>
  `${[first, ...rest].map(harmless).join('\n')}\n`

/** A problem as one line; what stops publishing stands first. */
export const problemLines = (problems: readonly ConsultationProblem[]): readonly string[] =>
  [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))].map(
    ({ level, place, words }) => `  ${level}: ${place === '' ? '' : `${place}: `}${words}`,
  )

const topicLines = ({ topic, points }: Advice): readonly string[] => [
  `  ${topic}`,
  ...shortened(points.map(({ place, words }) => `    ${place}: ${words}`)),
]

function shortened(all: readonly string[]): readonly string[] {
  const more = all.length - mostLines
  return more > 0 ? [...all.slice(0, mostLines), `    … and ${more} more`] : all
}

function readingLines(
  { parts, editions, sentences, words }: ReadingReport,
  consultation: Consultation,
): readonly string[] {
  const place = (path: readonly (string | number)[]): string => placeWords(consultation, path)
  const widest = Math.max(...[...parts, ...editions].map(({ title }) => Math.min(title.length, 60)))
  const graded = ({ title, grade, words: count }: PartGrade): string =>
    `    ${title.slice(0, 60).padEnd(widest)}  ${gradeWords(grade, count).padStart(4)}  ${counted(count, 'word')}`
  return [
    '  Reading grade, part by part. Aim for grade 6 or less, an age of 9 to 11',
    ...parts.map(graded),
    ...headed('  Editions, each as a whole', editions.map(graded)),
    ...headed(
      '  Hardest sentences',
      sentences.map(
        ({ sentence, path, words: count, grade }) =>
          `    ${place(path)}: ${count} words, grade ${Math.round(grade)}: “${sentence.length > 240 ? `${sentence.slice(0, 240)}…` : sentence}”`,
      ),
    ),
    ...headed(
      '  Long words that nothing explains: use a shorter one, say in brackets what it means, or add it to the glossary',
      shortened(
        words.map(
          ({ word, times, path }) =>
            `    ${word.slice(0, 60)}${times > 1 ? `, ${times} times, first in ` : ' in '}${place(path)}`,
        ),
      ),
    ),
  ]
}

/** A handful of words has no grade worth reading. */
const gradeWords = (grade: number, words: number): string =>
  words < fewestWords ? '–' : grade.toFixed(1)

const headed = (heading: string, below: readonly string[]): readonly string[] =>
  below.length > 0 ? [heading, ...below] : []
