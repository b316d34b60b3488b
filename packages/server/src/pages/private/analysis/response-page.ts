import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { textsOf } from '@takepart/shared/domain/analysis/removal/take-out-words'
import { momentWords } from '@takepart/shared/domain/core/dates'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { answerTo } from '@takepart/shared/domain/consultation/journey'
import { readAnswer } from '@takepart/shared/domain/question/question-kinds'
import type { Answer } from '@takepart/shared/domain/question/answer'
import type { Question } from '@takepart/shared/domain/question/question'
import { nothingRemoved } from '@takepart/shared/views/analysis/removal.view'
import {
  responseView,
  type ResponseModel,
  type ShownErasure,
} from '@takepart/shared/views/analysis/response.view'
import { lineNames } from '@takepart/shared/words/ledger'
import { erasureWords, removalWords, takeOutWhy } from '@takepart/shared/words/removal'
import { responsesWords } from '@takepart/shared/words/responses'
import { resultsWords } from '@takepart/shared/words/results'
import {
  standingRequest,
  takenOutOf,
  type TakenOut,
} from '../../../features/analysis/removal/removal.queries.ts'
import {
  findResponse,
  type OneResponse,
} from '../../../features/analysis/response-list/response-list.queries.ts'
import { everyQuestion } from '../../../features/analysis/tally/read-results.ts'
import { privatePage, type PageContext } from '../private-page.ts'
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
    if (!response) return undefined
    const thing = { consultationId: place.id }
    const mayTakeOut = may(ctx.actor, 'analysis.redact', thing)
    const gone = response.answers === null
    const mayAsk = !gone && may(ctx.actor, 'analysis.ask-to-erase', thing)
    const takenOut = await takenOutOf(ctx.db, response.id)
    return {
      ...responseModel(place, response, { mayTakeOut, takenOut }),
      ...(mayAsk ? { erasure: await erasureOf(ctx, response) } : {}),
    }
  },
  render: (model) => ({
    title: responsesWords.oneTitle(model.reference),
    main: responseView(model, nothingRemoved, {}),
    element: 'tp-response-page',
  }),
})

async function erasureOf(
  { db, actor }: PageContext<StaffActor>,
  { id }: OneResponse,
): Promise<ShownErasure> {
  const asked = await standingRequest(db, id)
  if (!asked) return {}
  const said = removalWords.askedBy(momentWords(asked.askedAt), asked.askedByName)
  const own = asked.askedById === actor.staffId
  return { asked: { id: asked.id, said, reason: erasureWords[asked.reason], own } }
}

function responseModel(
  place: AnalysedPlace,
  response: OneResponse,
  removal: { readonly mayTakeOut: boolean; readonly takenOut: readonly TakenOut[] },
): ResponseModel {
  const version = place.versions.find(({ number }) => number === response.version)
  const apart = new Set(
    everyQuestion(place.versions)
      .filter(({ equality }) => equality)
      .map(({ question }) => question.id),
  )
  const answers = response.answers ?? {}
  return {
    consultation: { id: place.id, title: place.title },
    id: response.id,
    reference: response.reference,
    revision: response.revision,
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
                  texts: removal.mayTakeOut
                    ? shownTexts(question, answerTo(answers, question.id))
                    : [],
                })),
            }))
            .filter((section) => section.answers.length > 0),
    takenOut: removal.takenOut.map(({ questionId, reason, staffName, at }) =>
      removalWords.takenOutOn(
        momentWords(at),
        staffName,
        titleOf(place, questionId),
        takeOutWhy[reason],
      ),
    ),
  }
}

const titleOf = ({ versions }: AnalysedPlace, questionId: string): string =>
  everyQuestion(versions).find(({ question }) => question.id === questionId)?.question.title ?? ''

/** What was written beside an option is called by that option. */
const shownTexts = (question: Question, answer: Answer | undefined) =>
  textsOf(question.id, answer).map((one) => {
    const options = 'options' in question ? question.options : []
    const label = options.find(({ code }) => code === one.option)?.label
    return {
      ...one,
      key: one.option === undefined ? question.id : `${question.id}-${one.option}`,
      label: label === undefined ? question.title : `${question.title} ${label}`,
    }
  })

const factsOf = (response: OneResponse): ResponseModel['facts'] => [
  [responsesWords.line, lineNames[response.line]],
  [responsesWords.how, resultsWords.ways[response.way]],
  [responsesWords.version, String(response.version)],
  [responsesWords.edition, response.edition],
  [responsesWords.finished, momentWords(response.completedAt)],
  [responsesWords.received, momentWords(response.receivedAt)],
]
