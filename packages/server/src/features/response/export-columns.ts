import type { Answers } from '@takepart/shared/domain/question/answer'
import type {
  Consultation,
  ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { answerTo } from '@takepart/shared/domain/consultation/journey'
import { answerCells, answerColumns } from '@takepart/shared/domain/question/question-kinds'
import type { Question } from '@takepart/shared/domain/question/question'

/** Which answers are exported: those about the consultation, or those about equality, never both together. */
export type ExportPart = 'answers' | 'equality'

export interface ExportColumn {
  readonly key: string
  readonly heading: string
  /** The column holds numbers, so a minus sign is nothing else. */
  readonly number: boolean
}

/** The columns of one part over every published version, and the cells of each response in them. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[]
  /** Ids of the questions that this part holds. */
  readonly questions: ReadonlySet<string>
  cells(version: number, answers: Answers): Readonly<Record<string, string>>
}

const kindsOfNumber = new Set<Question['kind']>(['number', 'number-scale'])

/**
 * Brings the questions of all versions together, each known by its id: columns stand in the order in which their
 * questions were first published, so a new version adds columns and moves none, and what a newer version no longer asks
 * keeps its columns. Headings are the newest version's. A question that was in an equality section in any version
 * counts as one in all of them.
 */
export function exportTable(
  versions: readonly ConsultationVersion[],
  part: ExportPart,
): ExportTable {
  const aboutEquality = new Set(
    versions.flatMap(({ consultation }) => equalityQuestions(consultation)),
  )
  const belongs = (question: Question): boolean =>
    aboutEquality.has(question.id) === (part === 'equality')
  const asked = new Map(
    versions.map(
      ({ number, consultation }) =>
        [
          number,
          consultation.sections.flatMap((section) => section.questions).filter(belongs),
        ] as const,
    ),
  )
  const columns = [...columnsByQuestion([...asked.values()]).values()].flatMap((ofQuestion) => [
    ...ofQuestion.values(),
  ])
  return {
    columns,
    questions: new Set([...asked.values()].flat().map((question) => question.id)),
    cells: (version, answers) =>
      Object.assign(
        {},
        ...(asked.get(version) ?? []).map((question) =>
          answerCells(question, answerTo(answers, question.id)),
        ),
      ) as Record<string, string>,
  }
}

const equalityQuestions = ({ sections }: Consultation): readonly string[] =>
  sections
    .filter((section) => section.purpose === 'equality')
    .flatMap((section) => section.questions.map((question) => question.id))

function columnsByQuestion(
  versions: readonly (readonly Question[])[],
): Map<string, Map<string, ExportColumn>> {
  const found = new Map<string, Map<string, ExportColumn>>()
  for (const question of versions.flat()) {
    const ofQuestion = found.get(question.id) ?? new Map<string, ExportColumn>()
    found.set(question.id, ofQuestion)
    const number = kindsOfNumber.has(question.kind)
    for (const { key, heading } of answerColumns(question))
      ofQuestion.set(key, { key, heading, number })
  }
  return found
}
