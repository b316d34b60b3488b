import type { Answer } from '@takepart/shared/domain/answer'
import { asksWithMedia, type ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Paging } from '@takepart/shared/domain/draft'
import { addressOf, standardEdition, type Placed } from '@takepart/shared/domain/edition-address'
import { journeyPages, pageAfter, pageBefore, pagePath, type JourneyPage } from '@takepart/shared/domain/journey'
import type { ToldProblem } from '@takepart/shared/domain/problem'
import { moveWords, placeWords } from '@takepart/shared/ui/ranking'
import { changeLinkId, questionFieldId } from '@takepart/shared/views/question-field.view'
import * as view from '@takepart/shared/views/answer-page.view'
import { announce } from '../../app/announce.ts'
import { navigate, redirect } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import type { Typed } from '../../app/typed-before.ts'
import { CountSpeaker } from './count-speaker.ts'
import { focusProblems, followProblem } from './follow-problem.ts'
import { beginDraft, currentDraft, loadVersion, sentFromHere, versionIn } from './load-answering.ts'
import { savedWords, saySaved } from './saved-words.ts'

/** Loaded where there is something to show. */
async function extrasOf({ consultation }: ConsultationVersion): Promise<Pick<view.AnswerPageModel, 'media' | 'words' | 'forms'>> {
  if (!consultation.media && !consultation.glossary && !consultation.editions) return {}
  const [{ answerExtras }, media] = await Promise.all([
    import('@takepart/shared/views/answer-extras.view'),
    asksWithMedia(consultation) ? import('@takepart/shared/views/media.view') : undefined,
  ])
  return answerExtras(consultation, media?.mediaView)
}

/** A page of questions: one, a section's, or all of them. The server rendered it empty; here it has the draft. */
export class AnswerPage extends PageElement {
  static override readonly properties = { version: { state: true }, draft: { state: true }, problems: { state: true }, checks: { state: true } }
  private version: ConsultationVersion | undefined
  private draft: OpenDraft | undefined
  private problems: readonly ToldProblem[] = []
  private checks: typeof import('./answer-checks.ts') | undefined
  /** The field that a page was opened to change; its address may say something else later, as after a link within it. */
  private changing = ''
  /** What only some consultations have on these pages. */
  private extras: Pick<view.AnswerPageModel, 'media' | 'words' | 'forms'> = {}
  private readonly counts = new CountSpeaker()
  private readonly onDraft = () => {
    if (this.draft) saySaved(this.draft, this.services.records.durable)
    if (this.draft) this.lookForOthers(this.draft)
    this.requestUpdate()
  }

  protected override async start(): Promise<NoPage | undefined> {
    addEventListener('beforeunload', this.onLeave)
    const { slug = '', question } = this.address
    this.changing = question ? questionFieldId(question) : location.hash.slice(1)
    const sent = await sentFromHere(this.services, slug)
    if (sent) {
      redirect(sent)
      return undefined
    }
    const draft = await currentDraft(this.services, slug)
    const standard = await loadVersion(this.services, slug, draft?.draft.version ?? this.shownVersion)
    if (!standard) return 'not-found'
    const version = await versionIn(standard, this.place.edition ?? standardEdition) ?? standard
    this.extras = await extrasOf(version)
    if (!this.isConnected) return undefined
    this.open(version, draft ?? beginDraft(this.services, standard, false))
    this.keepAddressTrue()
    return undefined
  }

  /**
   * A question that is not asked any more has an address still: the first page stands in, at its own. So does the standard
   * edition, where a draft is of a version that had no such edition.
   */
  private keepAddressTrue(): void {
    const { page, place, version } = this
    if (!page || !version) return
    const { slug, edition } = version.consultation
    if (page.id !== this.pageId || addressOf(place) !== addressOf({ slug, edition })) redirect(pagePath({ slug, edition }, page))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.onLeave)
    this.draft?.removeEventListener('change', this.onDraft)
    this.counts.stop()
  }

  private open(version: ConsultationVersion, draft: OpenDraft): void {
    const { edition = standardEdition } = version.consultation
    draft.turnTo({ edition, paging: this.paging, place: this.address['question'] ?? draft.draft.place })
    draft.addEventListener('change', this.onDraft)
    this.draft = draft
    this.version = version
    this.lookForOthers(draft)
  }

  /** Other versions of answers are shown as soon as what shows them is here. */
  private lookForOthers({ draft }: OpenDraft): void {
    if (draft.others.length > 0) void this.loadChecks()
  }

  /** Undefined where they cannot be had: the answers are looked at again before anything is sent. */
  private async loadChecks() {
    return (this.checks ??= await import('./answer-checks.ts').catch(() => undefined))
  }

  /** Where in the consultation the address is. */
  private get place(): Placed {
    const { slug = '', edition } = this.address
    return { slug, ...(edition ? { edition } : {}) }
  }

  /** The version whose questions the server has put on this page. */
  private get shownVersion(): number | undefined {
    return Number(this.querySelector<HTMLElement>('[data-version]')?.dataset['version']) || undefined
  }

  private get paging(): Paging {
    return this.address['question'] ? 'question' : this.address['section'] ? 'section' : 'all'
  }

  private get pages(): readonly JourneyPage[] {
    return this.version && this.draft ? journeyPages(this.version.consultation, this.draft.draft.answers, this.paging) : []
  }

  private get pageId(): string {
    return this.address['question'] ?? this.address['section'] ?? 'all'
  }

  /** The page of the address; the first page when the question is not asked any more. */
  private get page(): JourneyPage | undefined {
    return this.pages.find((page) => page.id === this.pageId) ?? this.pages[0]
  }

  private get model(): view.AnswerPageModel | undefined {
    const { version, draft: open, page } = this
    if (!version || !open || !page) return undefined
    const before = pageBefore(this.pages, page.id)
    const { consultation } = version
    return {
      consultation,
      version: version.number,
      page,
      backHref: this.fromCheck ? this.checkPath : before ? pagePath(consultation, before) : addressOf(consultation),
      answers: open.draft.answers,
      problems: this.problems,
      others: open.draft.others,
      otherVersion: this.checks?.otherVersion,
      saved: savedWords(open.saveState, open.draft, this.services.records.durable),
      deviceKnown: open.draft.ownDevice || open.draft.deviceAsked === true,
      wantedEdition: document.documentElement.dataset['edition'],
      ...this.extras,
    }
  }

  protected override get pageLang(): string | undefined {
    return this.version?.consultation.lang
  }

  protected override get pageTitle(): string {
    return this.model ? view.answerPageTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override serverTemplate() {
    const { version, paging } = this
    if (version?.number !== this.shownVersion) return undefined
    const pages = version ? journeyPages(version.consultation, {}, paging) : []
    const page = pages.find(({ id }) => id === this.page?.id)
    return version && page && view.answerPageView({ ...view.answerPageModel(version, page), ...this.extras }, this.handlers)
  }

  private get fromCheck(): boolean {
    return new URLSearchParams(location.search).get('from') === 'check'
  }

  /** The answers to check; coming from there, the place in them that was left. */
  private get checkPath(): string {
    const path = `${addressOf(this.place)}/check`
    return this.fromCheck && this.changing ? `${path}#${changeLinkId(this.changing)}` : path
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
    onSettleOther: (index, use) => void this.settleOther(index, use),
    onTakeAway: () => void this.draft?.takeAway(),
  }

  private async continue(): Promise<void> {
    const { draft, page, version } = this
    if (!draft || !page || !version) return
    this.problems = (await this.loadChecks())?.checkPage(page, draft.draft.answers) ?? []
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    await draft.save()
    const next = pageAfter(this.pages, page.id)
    navigate(next && !this.fromCheck ? pagePath(version.consultation, next) : this.checkPath)
  }

  /** The buttons go with the other version: the focus goes to the answer they were about. */
  private async settleOther(index: number, use: boolean): Promise<void> {
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

  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (this.draft?.saveState.kind === 'not-saved') event.preventDefault()
  }

  protected override view() {
    return view.answerPageView(this.model!, this.handlers)
  }
}

customElements.define('tp-answer-page', AnswerPage)
