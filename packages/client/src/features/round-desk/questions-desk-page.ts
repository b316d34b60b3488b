import {
  hear,
  noNews,
  seenUpTo,
  type LiveNews,
} from '@takepart/shared/domain/round/questions/live-news'
import {
  acceptQuestionAct,
  type QuestionAct,
  type QuestionProblem,
} from '@takepart/shared/domain/round/questions/question-act'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import { keepId } from '@takepart/shared/views/response/confirmation.view'
import {
  placeOfQuestionProblem,
  questionsDeskState,
  sessionOf,
  type OpenQuestionForm,
  type QuestionsDeskHandlers,
  type QuestionsDeskModel,
  type QuestionsDeskState,
} from '@takepart/shared/views/questions/questions-desk-model'
import { questionsDeskView } from '@takepart/shared/views/questions/questions-desk.view'
import {
  questionProblemWords,
  questionsDeskWords as words,
} from '@takepart/shared/words/questions-desk'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { keepAnswers, keptAnswers } from './kept-answers.ts'
import { sendQuestionAct } from './send-question-act.ts'

/** Where staff answer live questions. */
@customElement('tp-questions-desk-page')
export class QuestionsDeskPage extends StaffPageElement<QuestionsDeskModel> {
  @state() private typed: QuestionsDeskState | undefined
  #news: LiveNews = noNews(0)
  #stop: (() => void) | undefined
  /** The id under which each answer is sent, the same when it has to be sent again. */
  readonly #answerIds = new Map<number, string>()

  override arrive(services: StaffServices): void {
    super.arrive(services)
    const { shown, round } = this.model
    // The first render is the one of the server; what is this tab's own comes after it.
    void this.updateComplete.then(() =>
      this.#change({ ready: true, answers: { ...keptAnswers(round.id), ...this.#typed.answers } }),
    )
    this.#news = noNews(shown.sequence)
    if (shown.finishedAt !== undefined) return
    this.#stop = services.followQuestions(
      { slug: round.slug, after: shown.sequence },
      {
        onHappening: (sequence, happening) => {
          this.#news = hear(this.#news, sequence, happening)
          this.#countChanges()
        },
        onHearing: () => undefined,
      },
    )
  }

  override disconnectedCallback(): void {
    this.#stop?.()
    super.disconnectedCallback()
  }

  get #typed(): QuestionsDeskState {
    return this.typed ?? questionsDeskState(this.model)
  }

  protected view() {
    return questionsDeskView(this.model, this.#typed, this.#handlers)
  }

  readonly #handlers: QuestionsDeskHandlers = {
    onChange: (change) => this.#change(change),
    onForm: (form) => void this.#openForm(form),
    onAct: (act) => void this.#do(act),
    onFinishing: (finishing) => void this.#ask(finishing),
    onFinish: () => void this.#finish(),
    onShowChanges: () => void this.#showChanges(),
  }

  #change(change: Partial<QuestionsDeskState>): void {
    this.typed = { ...this.#typed, ...change }
    if (change.answers) keepAnswers(this.model.round.id, change.answers)
  }

  #countChanges(): void {
    this.#news = seenUpTo(this.#news, this.model.shown.sequence)
    this.#change({ changes: this.#news.unseen.size })
  }

  async #openForm(form: OpenQuestionForm | undefined): Promise<void> {
    const before = this.#typed.form
    this.#change({ form, why: undefined, note: '', to: undefined, problems: [] })
    const first = form?.kind === 'reason' ? `why-${form.number}` : `to-${form?.number}`
    await this.#focusOn(form ? first : `${before?.kind}-of-${before?.number}`)
  }

  async #focusOn(id: string): Promise<void> {
    await this.updateComplete
    document.getElementById(id)?.focus()
  }

  /** The rule is asked here first, so that nobody waits for the server to hear that a field is empty. */
  async #do(act: QuestionAct): Promise<void> {
    if (act.kind === 'give-reason' && this.#typed.why === undefined)
      return this.#say(`why-${act.number}`, words.whyMissing)
    const { round } = this.model
    const asked = acceptQuestionAct(sessionOf(this.model), act, round.answering ?? [])
    if (!asked.ok) return this.#sayProblem(asked.problems[0], act)
    const id = this.#answerIds.get(act.number) ?? this.services.newId()
    this.#answerIds.set(act.number, id)
    const result = await this.act((api) => sendQuestionAct(api, { round: round.id, act, id }))
    if (!result) return
    if (!result.ok) {
      await this.#showAnew()
      return this.#sayProblem(result.problems[0], act)
    }
    const { [act.number]: written = '', ...others } = this.#typed.answers
    this.#change({
      form: undefined,
      why: undefined,
      note: '',
      to: undefined,
      problems: [],
      answers: act.kind === 'answer' ? others : { ...others, [act.number]: written },
    })
    await this.#showAnew()
    announce(words.done[act.kind])
    await this.#focusOn(act.kind === 'take' ? `answer-${act.number}` : 'line-title')
  }

  async #showAnew(): Promise<void> {
    await this.refresh()
    this.#countChanges()
  }

  async #showChanges(): Promise<void> {
    await this.#showAnew()
    await this.#focusOn('line-title')
  }

  async #ask(finishing: boolean): Promise<void> {
    this.#change({ finishing })
    await this.#focusOn(finishing ? keepId : 'finish')
  }

  async #finish(): Promise<void> {
    const round = this.model.round.id
    const result = await this.act((api) => api.questions.finish.mutate({ round }))
    if (!result) return
    this.#change({ finishing: false })
    await this.#showAnew()
    if (!result.ok)
      return this.#say('finish-title', result.problems.map(questionProblemWords).join(' '))
    announce(words.done.finish)
    await this.#focusOn('main')
  }

  async #sayProblem(problem: QuestionProblem | undefined, { number }: QuestionAct): Promise<void> {
    if (problem)
      await this.#say(placeOfQuestionProblem(problem, number), questionProblemWords(problem))
  }

  async #say(id: string, text: string): Promise<void> {
    this.#change({ problems: [{ href: `#${id}`, text }] })
    await this.#focusOn(errorSummaryId)
  }
}
