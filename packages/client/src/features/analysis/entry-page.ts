import { questionsOf } from '@takepart/shared/domain/consultation/consultation'
import { answerTo, visibleQuestions } from '@takepart/shared/domain/consultation/journey'
import type { ResponseId } from '@takepart/shared/domain/core/ids'
import { answerWords, told } from '@takepart/shared/domain/question/answer-problem-words'
import type { AnswerProblem } from '@takepart/shared/domain/response/problem'
import { makeCode, normaliseCode } from '@takepart/shared/domain/response/private-code'
import {
  acceptEntry,
  type EnterResponse,
  type EntryProblem,
} from '@takepart/shared/domain/response/response-entry'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import { problemHref } from '@takepart/shared/views/answering/question-field.view'
import {
  entryView,
  nothingEntered,
  type EntryModel,
  type EntryState,
} from '@takepart/shared/views/analysis/entry.view'
import { entryProblemPlaces, entryProblemWords } from '@takepart/shared/words/entry'
import { customElement, state } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

type Day = EntryState['givenOn']

/** A day as it is sent; one that is not whole is no day, which the fields then say. */
const dayOf = ({ day, month, year }: Day): string =>
  `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))

/** Where staff enter a response that did not come by the website. */
@customElement('tp-entry-page')
export class EntryPage extends StaffPageElement<EntryModel> {
  @state() private typed: EntryState = nothingEntered
  /** Made once for each response: sending it again stores it once. */
  #own: { readonly id: ResponseId; readonly code: string } | undefined

  protected view() {
    return entryView(this.model, this.typed, {
      onType: (typed) => this.#set(typed),
      onAnswer: (question, answer) =>
        this.#set({ answers: { ...this.typed.answers, [question]: answer } }),
      onReadBack: () => void this.#readBack(),
      onChange: () => void this.#step('write', 'way'),
      onStore: () => void this.#store(),
      onPrint: () => print(),
      onAnother: () => {
        this.#own = undefined
        this.typed = nothingEntered
        void this.#step('write', 'way')
      },
    })
  }

  #set(typed: Partial<EntryState>): void {
    this.typed = { ...this.typed, ...typed }
  }

  async #step(step: EntryState['step'], focus: string): Promise<void> {
    this.#set({ step, problems: [], told: [] })
    await this.updateComplete
    document.getElementById(focus)?.focus()
  }

  #entry(codeHash: string): EnterResponse {
    const { way, givenOn, arrivedOn, behalf, behalfWords, answers, blank, readBack } = this.typed
    const { document: asked, version, consultation } = this.model
    const visible = visibleQuestions(asked, answers)
    const known = new Set(visible.map(({ id }) => id))
    const leftOut = visible.filter(
      ({ id, mandatory }) => mandatory && answerTo(answers, id) === undefined,
    )
    this.#own ??= {
      id: this.services.newId() as ResponseId,
      code: makeCode(this.services.random),
    }
    return {
      responseId: this.#own.id,
      consultationId: consultation.id,
      version,
      way,
      givenOn: dayOf(givenOn),
      arrivedOn: dayOf(arrivedOn),
      behalf,
      behalfWords: behalf === 'self' ? '' : behalfWords,
      readBack,
      // What was answered to a question that is not asked any more is not sent.
      answers: Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id))),
      leftOut: blank ? leftOut.map(({ id }) => id) : [],
      codeHash,
    }
  }

  /** The same rule as the server's, but for reading back, which comes next. */
  async #readBack(): Promise<void> {
    const entry = { ...this.#entry('0'.repeat(64)), readBack: true }
    for (const [day, href] of [
      [entry.givenOn, '#given-on'],
      [entry.arrivedOn, '#arrived-on'],
    ] as const)
      if (!isDay(day)) return this.#say([{ href, text: 'Write the day, the month and the year' }])
    const { document: asked, version: number } = this.model
    const accepted = acceptEntry({ number, consultation: asked }, entry, this.services.now())
    if (!accepted.ok) return this.#refused(accepted.problems)
    await this.#step('read-back', 'reading-back')
  }

  async #store(): Promise<void> {
    const code = this.#own?.code ?? ''
    const entry = this.#entry(await sha256(normaliseCode(code) ?? code))
    const result = await this.act((api) =>
      api.analysis.enter.mutate({ ...entry, leftOut: [...entry.leftOut] }),
    )
    if (!result) return
    if (!result.ok) return this.#refused(result.problems as unknown as readonly EntryProblem[])
    this.#set({ receipt: { reference: result.value.reference, code } })
    await this.#step('done', 'stored')
  }

  #refused(problems: readonly EntryProblem[]): Promise<void> {
    const asked = new Map(questionsOf(this.model.document).map((one) => [one.id, one]))
    const answers = problems.filter((problem): problem is AnswerProblem =>
      Object.hasOwn(answerWords, problem.code),
    )
    this.#set({ told: answers.map(told) })
    return this.#say(
      problems.map((problem) => {
        const question = 'questionId' in problem ? asked.get(problem.questionId) : undefined
        return {
          href: question
            ? problemHref(problem as AnswerProblem, question)
            : (entryProblemPlaces[problem.code] ?? '#way'),
          text: entryProblemWords(problem),
        }
      }),
    )
  }

  async #say(problems: EntryState['problems']): Promise<void> {
    this.#set({ problems })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
