import type { Answer } from '@takepart/shared/domain/answer'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Paging } from '@takepart/shared/domain/draft'
import { checkPage, journeyPages, pageAfter, pageBefore, pagePath, type JourneyPage } from '@takepart/shared/domain/journey'
import type { AnswerProblem } from '@takepart/shared/domain/problem'
import { moveWords, placeWords } from '@takepart/shared/ui/ranking'
import * as view from '@takepart/shared/views/answer-page.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import { PageElement } from '../../app/page-element.ts'
import { CountSpeaker } from './count-speaker.ts'
import { focusProblems, followProblem } from './follow-problem.ts'
import { beginDraft, currentDraft, loadVersion } from './load-answering.ts'
import { savedWords, sayOnce } from './saved-words.ts'

/** A page of questions: one, a section's, or all of them. The server rendered it empty; here it has the draft. */
@customElement('tp-answer-page')
export class AnswerPage extends PageElement {
  @state() private version: ConsultationVersion | undefined
  @state() private draft: OpenDraft | undefined
  @state() private problems: readonly AnswerProblem[] = []
  private readonly counts = new CountSpeaker()
  private readonly onDraft = () => {
    if (this.draft) sayOnce(this.draft, this.services.records.durable)
    this.requestUpdate()
  }

  protected override start(): void {
    addEventListener('beforeunload', this.onLeave)
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.onLeave)
    this.draft?.removeEventListener('change', this.onDraft)
    this.counts.stop()
  }

  private async load(): Promise<void> {
    const slug = this.address['slug'] ?? ''
    const draft = await currentDraft(this.services, slug)
    const version = await loadVersion(this.services, slug, draft?.draft.version)
    if (!version || !this.isConnected) return
    this.draft = draft ?? beginDraft(this.services, version, false)
    this.draft.turnTo({ paging: this.paging, place: this.address['question'] ?? this.draft.draft.place })
    this.draft.addEventListener('change', this.onDraft)
    this.version = version
  }

  private get paging(): Paging {
    return this.address['question'] ? 'question' : this.address['section'] ? 'section' : 'all'
  }

  private get pages(): readonly JourneyPage[] {
    return this.version && this.draft ? journeyPages(this.version.consultation, this.draft.draft.answers, this.paging) : []
  }

  /** The page of the address; the first page when the question is not asked any more. */
  private get page(): JourneyPage | undefined {
    const id = this.address['question'] ?? this.address['section'] ?? 'all'
    return this.pages.find((page) => page.id === id) ?? this.pages[0]
  }

  private get model(): view.AnswerPageModel | undefined {
    const { version, draft: open, page } = this
    if (!version || !open || !page) return undefined
    const before = pageBefore(this.pages, page.id)
    const { slug } = version.consultation
    return {
      consultation: version.consultation,
      page,
      backHref: this.fromCheck ? this.checkPath : before ? pagePath(slug, before) : `/consultations/${slug}`,
      answers: open.draft.answers,
      problems: this.problems,
      others: open.draft.others,
      saved: savedWords(open.saveState, open.draft, this.services.records.durable),
      deviceKnown: open.draft.ownDevice,
    }
  }

  private async takeAway(): Promise<void> {
    const { takeAway } = await import('./take-away.ts')
    if (this.draft) takeAway([{ state: 'draft', draft: this.draft.draft }], this.services.now())
  }

  protected override get pageTitle(): string {
    return this.model ? view.answerPageTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override serverTemplate() {
    const { version, paging } = this
    const pages = version ? journeyPages(version.consultation, {}, paging) : []
    const page = pages.find(({ id }) => id === this.page?.id)
    return version && page && view.answerPageView(view.answerPageModel(version, page), this.handlers)
  }

  private get fromCheck(): boolean {
    return new URLSearchParams(location.search).get('from') === 'check'
  }

  private get checkPath(): string {
    return `/consultations/${this.address['slug']}/check`
  }

  private readonly handlers: view.AnswerPageHandlers = {
    onAnswer: (questionId: string, answer: Answer, typing: boolean) => {
      this.draft?.answer(questionId, answer, typing)
      if (typing) this.counts.typed(questionId)
    },
    onRank: (question, option, order) => {
      const of = question.kind === 'ranking' ? question.options.length : order.length
      announce(moveWords(option.label, placeWords(order, option.code, of)))
    },
    onContinue: () => void this.continue(),
    onFollow: followProblem,
    onSettleOther: (index, use) => this.draft?.settleOther(index, use),
    onTakeAway: () => void this.takeAway(),
  }

  private async continue(): Promise<void> {
    const { draft, page, version } = this
    if (!draft || !page || !version) return
    this.problems = checkPage(page, draft.draft.answers)
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    await draft.save()
    const next = pageAfter(this.pages, page.id)
    navigate(next && !this.fromCheck ? pagePath(version.consultation.slug, next) : this.checkPath)
  }

  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (this.draft?.saveState.kind === 'not-saved') event.preventDefault()
  }

  protected override render() {
    return view.answerPageView(this.model!, this.handlers)
  }
}

