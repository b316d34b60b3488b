import type { Answer, Answers } from '@takepart/shared/domain/question/answer'
import {
  questionsOf,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import type { Paging } from '@takepart/shared/domain/device/draft'
import {
  addressOf,
  standardEdition,
  type Placed,
} from '@takepart/shared/domain/consultation/edition-address'
import {
  journeyPages,
  pageAfter,
  pageBefore,
  pagePath,
  type JourneyPage,
} from '@takepart/shared/domain/consultation/journey'
import type { ToldProblem } from '@takepart/shared/domain/response/problem'
import type { Question } from '@takepart/shared/domain/question/question'
import type { Typed } from '@takepart/shared/ui/hydration/typed-words'
import type { answerExtras } from '@takepart/shared/views/answering/answer-extras.view'
import {
  changeLinkId,
  hasLargerField,
  questionFieldId,
} from '@takepart/shared/views/answering/question-field.view'
import * as view from '@takepart/shared/views/answering/answer-page.view'
import { html } from 'lit'
import { announce } from '../../app/announce.ts'
import { linkPressed } from '../../app/link-pressed.ts'
import { navigate, redirect } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { CountSpeaker } from './count-speaker.ts'
import { focusProblems, followProblem } from './follow-problem.ts'
import { extrasOf, type Extras } from './question-extras.ts'
import { beginDraft, currentDraft, loadVersion, sentFromHere, versionIn } from './load-answering.ts'
import { savedWords, saySaved } from './saved-words.ts'
import { sayQuestions } from './say-questions.ts'
import { findTalk, talkOnPage, talkWritten } from './talk-on-page.ts'

/** Once the next frame is painted, or later where none is: a page in the background has no frames. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 500)
  })

const idsOf = (page: JourneyPage | undefined): string | undefined =>
  page?.questions.map(({ id }) => id).join(' ')

/** A page of questions: one, a section's, or all of them. The server rendered it empty; here it has the draft. */
export class AnswerPage extends PageElement {
  static override readonly properties = {
    version: { state: true },
    draft: { state: true },
    problems: { state: true },
    checks: { state: true },
  }
  private version: ConsultationVersion | undefined
  private draft: OpenDraft | undefined
  /** The page as the server sent it, with nothing answered. */
  #sentPage: JourneyPage | undefined
  /** What is drawn still while the questions that a press brings, or takes away, wait for the press to be seen. */
  #drawn: JourneyPage | undefined
  private problems: readonly ToldProblem[] = []
  private checks: typeof import('./answer-checks.ts') | undefined
  /** The field that a page was opened to change; its address may say something else later, as after a link within it. */
  #changing = ''
  /** What only some consultations have on these pages. */
  #extras: Extras = {}
  /** Hard words and other forms, under the form: as the server sent them until something else is to be said there. */
  #under: ReturnType<typeof answerExtras> | undefined
  readonly #words = (questions: readonly Question[]) => this.#under?.words?.(questions)
  readonly #forms = (model: view.AnswerPageModel) => this.#under?.forms?.(model) ?? html``
  readonly #counts = new CountSpeaker()
  readonly #onDraft = () => {
    if (this.draft) saySaved(this.draft, this.services.records)
    this.requestUpdate()
  }

  protected override async start(): Promise<NoPage | undefined> {
    addEventListener('beforeunload', this.#onLeave)
    const { slug = '', question } = this.address
    this.#changing = question ? questionFieldId(question) : location.hash.slice(1)
    const sent = await sentFromHere(this.services, slug)
    if (sent) {
      redirect(sent)
      return undefined
    }
    const draft = await currentDraft(this.services, slug)
    const standard = await loadVersion(
      this.services,
      slug,
      draft?.draft.version ?? this.#shownVersion,
    )
    if (!standard) return 'not-found'
    const version = (await versionIn(standard, this.place.edition ?? standardEdition)) ?? standard
    this.#extras = await extrasOf(version, this.#questionsHere(version, draft?.draft.answers))
    await this.#loadUnder(version, version.number !== this.#shownVersion)
    if (!this.isConnected) return undefined
    const open = draft ?? beginDraft(this.services, standard, false)
    this.#keepAddressTrue(version, open)
    this.#open(version, open)
    void findTalk(this.services, slug).then((found) => found && this.requestUpdate())
    return undefined
  }

  /**
   * A question that is not asked, or not any more, has an address still: the first page stands in, at its own. So does the
   * standard edition, where a draft is of a version that had no such edition. Decided before anything is drawn: one page
   * must not be painted over another.
   */
  #keepAddressTrue({ consultation }: ConsultationVersion, { draft }: OpenDraft): void {
    const page = this.#pageAmong(journeyPages(consultation, draft.answers, this.paging))
    if (!page) return
    const { slug, edition } = consultation
    if (page.id === this.#pageId && addressOf(this.place) === addressOf({ slug, edition })) return
    history.replaceState(history.state, '', pagePath({ slug, edition }, page))
    this.address = { slug, ...(edition && { edition }), [page.paging]: page.id }
    this.#changing = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#onLeave)
    this.draft?.removeEventListener('change', this.#onDraft)
    this.#counts.stop()
  }

  #open(version: ConsultationVersion, draft: OpenDraft): void {
    const { edition = standardEdition } = version.consultation
    draft.turnTo({
      edition,
      paging: this.paging,
      place: this.address['question'] ?? draft.draft.place,
    })
    draft.addEventListener('change', this.#onDraft)
    this.draft = draft
    this.version = version
    this.#sentPage = journeyPages(version.consultation, {}, this.paging).find(
      ({ id }) => id === this.page?.id,
    )
  }

  /** Every question that this page asks, or may come to ask. */
  #questionsHere(
    { consultation }: ConsultationVersion,
    answers: Answers = {},
  ): readonly Question[] {
    if (this.paging === 'all') return questionsOf(consultation)
    const page = this.#pageAmong(journeyPages(consultation, answers, this.paging))
    return (this.paging === 'section' ? page?.section.questions : page?.questions) ?? []
  }

  /** What the page has come to need: another tab may bring other versions of answers, and take the question of this page away. */
  #fetchMore({ others, page }: view.AnswerPageModel): void {
    if (others.length > 0) void this.#loadChecks()
    if (this.version && !this.#under)
      void this.#loadUnder(
        this.version,
        'edition' in document.documentElement.dataset || idsOf(page) !== idsOf(this.#sentPage),
      )
    if (this.version && !this.#extras.larger && page.questions.some(hasLargerField)) {
      void extrasOf(this.version, page.questions).then(
        (extras) => {
          this.#extras = extras
          this.requestUpdate()
        },
        () => undefined,
      )
    }
  }

  async #loadUnder({ consultation }: ConsultationVersion, needed: boolean): Promise<void> {
    if (!needed || (!consultation.glossary && !consultation.editions)) return
    const extras = await import('@takepart/shared/views/answering/answer-extras.view').catch(
      () => undefined,
    )
    this.#under = extras?.answerExtras(consultation)
    this.requestUpdate()
  }

  /** Undefined where they cannot be had: the answers are looked at again before anything is sent. */
  async #loadChecks() {
    return (this.checks ??= await import('./answer-checks.ts').catch(() => undefined))
  }

  /** Where in the consultation the address is. */
  private get place(): Placed {
    const { slug = '', edition } = this.address
    return { slug, ...(edition ? { edition } : {}) }
  }

  /** The version whose questions the server has put on this page. */
  get #shownVersion(): number | undefined {
    return (
      Number(this.querySelector<HTMLElement>('[data-version]')?.dataset['version']) || undefined
    )
  }

  private get paging(): Paging {
    return this.address['question'] ? 'question' : this.address['section'] ? 'section' : 'all'
  }

  get #pages(): readonly JourneyPage[] {
    return this.version && this.draft
      ? journeyPages(this.version.consultation, this.draft.draft.answers, this.paging)
      : []
  }

  get #pageId(): string {
    return this.address['question'] ?? this.address['section'] ?? 'all'
  }

  /** The page of the address; the first page when the question is not asked any more. */
  private get page(): JourneyPage | undefined {
    return this.#pageAmong(this.#pages)
  }

  #pageAmong(pages: readonly JourneyPage[]): JourneyPage | undefined {
    return pages.find(({ id }) => id === this.#pageId) ?? pages[0]
  }

  get #model(): view.AnswerPageModel | undefined {
    const { version, draft: open, page } = this
    if (!version || !open || !page) return undefined
    const before = pageBefore(this.#pages, page.id)
    const { consultation } = version
    return {
      consultation,
      version: version.number,
      ready: true,
      page: this.#drawn ?? page,
      backHref: this.#fromCheck
        ? this.#checkPath
        : before
          ? pagePath(consultation, before)
          : addressOf(consultation),
      answers: open.draft.answers,
      problems: this.problems,
      others: open.draft.others,
      otherVersion: this.checks?.otherVersion,
      saved: savedWords(open.saveState, open.draft, this.services.records),
      deviceKnown: open.draft.ownDevice || open.draft.deviceAsked === true,
      ...this.#extras,
      talk: talkOnPage(this, consultation.slug),
      ...this.#wordsAndForms,
    }
  }

  get #wordsAndForms(): Pick<view.AnswerPageModel, 'words' | 'forms' | 'under' | 'wantedEdition'> {
    const { consultation } = this.version!
    return {
      words: consultation.glossary && this.#words,
      forms: consultation.editions && this.#forms,
      ...(this.#under
        ? { wantedEdition: document.documentElement.dataset['edition'] }
        : { under: this.#sentPage ?? this.page }),
    }
  }

  protected override get pageLang(): string | undefined {
    return this.version?.consultation.lang
  }

  protected override get pageTitle(): string {
    const model = this.#model
    return model ? view.answerPageTitle(model) : ''
  }

  protected override get ready(): boolean {
    return this.#model !== undefined
  }

  protected override serverTemplate() {
    const { version } = this
    if (version?.number !== this.#shownVersion) return undefined
    const page = this.#sentPage
    return (
      version &&
      page &&
      view.answerPageView(
        {
          ...view.answerPageModel(version, page),
          ...this.#extras,
          talk: talkWritten(this),
          ...this.#wordsAndForms,
          wantedEdition: undefined,
        },
        this.#handlers,
      )
    )
  }

  get #fromCheck(): boolean {
    return new URLSearchParams(location.search).get('from') === 'check'
  }

  /** The answers to check; coming from there, the place in them that was left. */
  get #checkPath(): string {
    const path = `${addressOf(this.place)}/check`
    return this.#fromCheck && this.#changing ? `${path}#${changeLinkId(this.#changing)}` : path
  }

  readonly #handlers: view.AnswerPageHandlers = {
    onAnswer: (questionId: string, answer: Answer, typing: boolean) => {
      this.#answer(questionId, answer, typing)
      if (typing) this.#counts.typed(questionId)
    },
    onSay: (words) => announce(words, 'place'),
    onContinue: () => void this.#continue(),
    onFollow: followProblem,
    onSettleOther: (index, use) => void this.#settleOther(index, use),
    onTakeAway: () => void this.draft?.takeAway(),
  }

  /**
   * What is true of the answer, that it is not saved yet above all, is drawn at once. Questions that it brings or takes away
   * are drawn once the press is seen: an old phone takes its time over them.
   */
  #answer(questionId: string, answer: Answer, typing: boolean): void {
    const before = this.page
    this.draft?.answer(questionId, answer, typing)
    if (this.#drawn || idsOf(before) === idsOf(this.page)) return
    this.#drawn = before
    void nextPaint().then(() => {
      this.#drawn = undefined
      this.requestUpdate()
      if (this.paging !== 'question') sayQuestions(before, this.page)
    })
  }

  async #continue(): Promise<void> {
    const { draft, page, version } = this
    if (!draft || !page || !version) return
    // The last press counts: whoever follows a link meanwhile is not taken to the next question.
    const left = new AbortController()
    addEventListener(
      'click',
      (event) => {
        if (linkPressed(event)) left.abort()
      },
      { signal: left.signal },
    )
    this.problems = (await this.#loadChecks())?.checkPage(page, draft.draft.answers) ?? []
    if (this.problems.length > 0) {
      left.abort()
      await this.updateComplete
      return focusProblems()
    }
    await draft.save()
    if (left.signal.aborted) return
    left.abort()
    const next = pageAfter(this.#pages, page.id)
    navigate(next && !this.#fromCheck ? pagePath(version.consultation, next) : this.#checkPath)
  }

  /** The buttons go with the other version: the focus goes to the answer they were about. */
  async #settleOther(index: number, use: boolean): Promise<void> {
    const other = this.draft?.draft.others[index]
    this.draft?.settleOther(index, use)
    await this.updateComplete
    if (other) followProblem(questionFieldId(other.questionId))
  }

  /** What was typed on the server's page was typed without seeing the draft: what it takes the place of is kept (P5). */
  protected override async typeAgain(typed: readonly Typed[]): Promise<void> {
    const before = this.draft?.draft.answers
    await super.typeAgain(typed)
    if (before) this.draft?.keepReplaced(before)
  }

  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.draft?.saveState.kind === 'not-saved') event.preventDefault()
  }

  protected override view() {
    const model = this.#model!
    this.#fetchMore(model)
    return view.answerPageView(model, this.#handlers)
  }
}

customElements.define('tp-answer-page', AnswerPage)
