import { momentWords } from '@takepart/shared/domain/core/dates'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { answerTo } from '@takepart/shared/domain/consultation/journey'
import { readAnswer } from '@takepart/shared/domain/question/question-kinds'
import { responseView, type ResponseModel } from '@takepart/shared/views/analysis/responses.view'
import { lineNames } from '@takepart/shared/words/ledger'
import { responsesWords } from '@takepart/shared/words/responses'
import { resultsWords } from '@takepart/shared/words/results'
import {
  findResponse,
  type OneResponse,
} from '../../../features/analysis/response-list/response-list.queries.ts'
import { everyQuestion } from '../../../features/analysis/tally/read-results.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace, type AnalysedPlace } from './analysed-consultation.ts'

/** One response on one page. Answers about equality are not in it (S33). */
export const responsePage = privatePage<ResponseModel>({
  path: '/desk/consultations/:consultation/responses/:reference',
  action: 'analysis.read',
  load: async (ctx, { consultation, reference = '' }) => {
    const place = await analysedPlace(ctx, consultation)
    const known = normaliseReference(reference)
    if (!place || known === null) return undefined
    const response = await findResponse(ctx.db, place.id, known)
    return response ? responseModel(place, response) : undefined
  },
  render: (model) => ({
    title: responsesWords.oneTitle(model.reference),
    main: responseView(model),
  }),
})

function responseModel(place: AnalysedPlace, response: OneResponse): ResponseModel {
  const version = place.versions.find(({ number }) => number === response.version)
  const apart = new Set(
    everyQuestion(place.versions)
      .filter(({ equality }) => equality)
      .map(({ question }) => question.id),
  )
  const answers = response.answers ?? {}
  return {
    consultation: { id: place.id, title: place.title },
    reference: response.reference,
    facts: factsOf(response),
    gone: response.answers === null,
    apart: Object.keys(answers).filter((id) => apart.has(id)).length,
    sections:
      response.answers === null
        ? []
        : (version?.consultation.sections ?? [])
            .map(({ title, questions }) => ({
              title,
              answers: questions
                .filter(({ id }) => !apart.has(id))
                .map((question) => ({
                  question: question.title,
                  lines: readAnswer(question, answerTo(answers, question.id)),
                })),
            }))
            .filter((section) => section.answers.length > 0),
  }
}

const factsOf = (response: OneResponse): ResponseModel['facts'] => [
  [responsesWords.line, lineNames[response.line]],
  [responsesWords.how, resultsWords.ways[response.way]],
  [responsesWords.version, String(response.version)],
  [responsesWords.edition, response.edition],
  [responsesWords.finished, momentWords(response.completedAt)],
  [responsesWords.received, momentWords(response.receivedAt)],
]
