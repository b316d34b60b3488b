import { checkAll } from '@takepart/shared/domain/response/check-answers'
import {
  hasClosed,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { addressOf, standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import { journeyPages, pagePath } from '@takepart/shared/domain/consultation/journey'
import type { Problem } from '@takepart/shared/domain/response/problem'
import { answersToSend } from '@takepart/shared/domain/response/response'
import {
  checkPageView,
  type CheckPageHandlers,
  type CheckPageModel,
} from '@takepart/shared/views/answering/check-page.view'
import { troubleWords } from '@takepart/shared/words/trouble'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { navigate, redirect } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { addressOfRecord } from '../../app/send-record.ts'
import { finish } from './finish-response.ts'
import { focusProblems } from './follow-problem.ts'
import { closeDraft, currentDraft, loadVersion, sentFromHere, versionIn } from './load-answering.ts'

const notSentWords =
  'Not sent. We could not reach Takepart. Your words are still on this page: keep it open and try again, or take a copy.'

/** Everything that was said, before it is sent. */
@customElement('tp-check-page')
export class CheckPage extends PageElement {
  @state() private version: ConsultationVersion | undefined
  @state() private draft: OpenDraft | undefined
  @state() private problems: readonly Problem[] = []
  @state() private trouble = ''
  private sending = false
  private readonly onDraft = () => this.requestUpdate()

  protected override async start(): Promise<NoPage | undefined> {
    const { slug = '', edition = standardEdition } = this.address
    const sent = await sentFromHere(this.services, slug)
    const draft = sent ? undefined : await currentDraft(this.services, slug)
    if (!draft) {
      redirect(sent ?? `${addressOf({ slug, edition })}/answer`)
      return undefined
    }
    const version = await loadVersion(this.services, slug, draft.draft.version)
    if (!version) return 'not-found'
    const laid = await versionIn(version, edition)
    draft.turnTo({ edition: laid ? edition : standardEdition })
    draft.addEventListener('change', this.onDraft)
    this.draft = draft
    this.version = laid ?? version
    void draft.save()
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.draft?.removeEventListener('change', this.onDraft)
  }

  private get model(): CheckPageModel | undefined {
    const { version, draft: open } = this
    if (!version || !open) return undefined
    const { answers, paging, changes } = open.draft
    const last = journeyPages(version.consultation, answers, paging).at(-1)
    return {
      consultation: version.consultation,
      answers,
      paging,
      problems: this.problems,
      backHref: last ? pagePath(version.consultation, last) : '/',
      sending: changes ? 'change' : 'submit',
      failed: open.saveState.kind === 'not-saved',
      canKeep: this.services.records.durable,
      closed: hasClosed(version.consultation, this.services.now()),
      trouble: this.trouble,
    }
  }

  private readonly handlers: CheckPageHandlers = {
    onSend: () => void this.send(),
    onTakeAway: () => void this.draft?.takeAway(),
  }

  private async send(): Promise<void> {
    const { version, draft } = this
    if (!version || !draft || this.sending) return
    this.problems = whatIsWrong(version, draft)
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    this.sending = true
    try {
      await finish(this.services, version, draft)
      closeDraft(draft.draft)
      navigate(await addressOfRecord(this.services, 'response', draft.draft))
    } catch (error) {
      this.trouble = isFailure(error) ? notSentWords : troubleWords.notSent
      announce(this.trouble)
      if (!isFailure(error)) throw error
    } finally {
      this.sending = false
    }
  }

  protected override get pageTitle(): string {
    return this.model
      ? `${this.problems.length > 0 ? 'Error: ' : ''}Check your answers – ${this.model.consultation.title}`
      : ''
  }

  protected override get pageLang(): string | undefined {
    return this.version?.consultation.lang
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override view() {
    return checkPageView(this.model!, this.handlers)
  }
}

/** The rules that need no clock: whether the consultation is open is the server's to say, by its own clock. */
function whatIsWrong(
  { consultation }: ConsultationVersion,
  { draft }: OpenDraft,
): readonly Problem[] {
  const problems = checkAll(consultation, draft.answers)
  if (problems.length > 0) return problems
  return Object.keys(answersToSend(consultation, draft.answers)).length === 0
    ? [{ code: 'response-empty' }]
    : []
}
