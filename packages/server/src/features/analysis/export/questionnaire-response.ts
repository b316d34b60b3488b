import type { ExportSheet } from '@takepart/shared/domain/analysis/export/export-variables'
import { optionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import { answerTo } from '@takepart/shared/domain/consultation/journey'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Answer } from '@takepart/shared/domain/question/answer'
import type { Option, Question } from '@takepart/shared/domain/question/question'
import { saidTo } from '@takepart/shared/domain/question/said'
import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from 'fhir/r4'
import type { CountedRow } from './export.queries.ts'

/**
 * A response as HL7 FHIR R4 QuestionnaireResponse: one item a question that was answered, with codes as Coding and the
 * question as it was asked. A row of a matrix is an item inside its question's. It names no subject and no author:
 * nobody is known. `authored` is the day it came.
 */
export function questionnaireResponse(
  versions: readonly ConsultationVersion[],
  sheet: ExportSheet,
  row: CountedRow,
): QuestionnaireResponse {
  const included = new Set(sheet.variables.map(({ questionId }) => questionId))
  const version = versions.find(({ number }) => number === row.version)
  const questions = (version?.consultation.sections ?? [])
    .flatMap((section) => section.questions)
    .filter(({ id }) => included.has(id))
  return {
    resourceType: 'QuestionnaireResponse',
    id: row.id,
    questionnaire: `urn:uuid:${version?.consultation.id ?? ''}|${row.version}`,
    status: 'completed',
    authored: row.cameOn,
    item: questions.flatMap((question) => {
      const answer = saidTo(question, answerTo(row.answers, question.id))
      return answer ? [itemOf(question, answer)] : []
    }),
  }
}

function itemOf(question: Question, answer: Answer): QuestionnaireResponseItem {
  const item = { linkId: question.id, text: question.title }
  if (question.kind === 'matrix' && answer.kind === 'matrix') {
    return {
      ...item,
      item: question.statements.flatMap(({ code, label }) => {
        const chosen = Object.hasOwn(answer.rows, code) ? answer.rows[code] : undefined
        return chosen === undefined
          ? []
          : [
              {
                linkId: `${question.id}.${code}`,
                text: label,
                answer: [coding(question.scale, chosen)],
              },
            ]
      }),
    }
  }
  return { ...item, answer: answersOf(question, answer) }
}

function coding(options: readonly Option[], code: string): QuestionnaireResponseItemAnswer {
  const label = options.find((option) => option.code === code)?.label
  return { valueCoding: { code, ...(label === undefined ? {} : { display: label }) } }
}

function answersOf(question: Question, answer: Answer): QuestionnaireResponseItemAnswer[] {
  const options = question.kind === 'ranking' ? question.options : (optionsOf(question) ?? [])
  switch (answer.kind) {
    case 'short-text':
    case 'long-text':
      return [{ valueString: answer.text }]
    case 'number':
      return [
        /^-?\d+$/.test(answer.text)
          ? { valueInteger: Number(answer.text) }
          : { valueDecimal: Number(answer.text) },
      ]
    case 'date':
      return [
        {
          valueDate: `${answer.year}-${answer.month.padStart(2, '0')}-${answer.day.padStart(2, '0')}`,
        },
      ]
    case 'consent':
      return [{ valueBoolean: answer.given }]
    case 'several-of':
      return answer.choices.map((code) => withSay(options, code, answer))
    case 'ranking':
      return answer.order.map((code) => coding(options, code))
    case 'matrix':
      return []
    default:
      return [withSay(options, answer.choice, answer)]
  }
}

/** What was written beside an option stands as an answer of its own inside it. */
function withSay(
  options: readonly Option[],
  code: string,
  answer: Answer,
): QuestionnaireResponseItemAnswer {
  const said =
    'say' in answer && answer.say && Object.hasOwn(answer.say, code) ? answer.say[code] : undefined
  return said === undefined
    ? coding(options, code)
    : {
        ...coding(options, code),
        item: [{ linkId: `${code}.say`, answer: [{ valueString: said }] }],
      }
}
