import {
  hasClosed,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { recordAddress } from '@takepart/shared/domain/device/record-address'
import type { Paging } from '@takepart/shared/domain/device/draft'
import { standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import {
  firstUnanswered,
  journeyPages,
  pagePath,
  pageWith,
  progressOf,
} from '@takepart/shared/domain/consultation/journey'
import {
  startPageView,
  type StartPageHandlers,
  type StartPageModel,
} from '@takepart/shared/views/answering/start-page.view'
import { customElement, state } from 'lit/decorators.js'
import { readSettings } from '../../app/display-settings.ts'
import { navigate } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import { onceAllowed } from '../../app/if-allowed.ts'
import { mayKeep } from '../../app/may-keep.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import type { Services } from '../../app/services.ts'
import { focusProblems, followProblem } from './follow-problem.ts'
import { beginDraft, currentDraft, loadVersion, versionIn } from './load-answering.ts'

/** The newest response to a consultation that was sent from this device and not withdrawn. */
async function sentBefore(services: Services, slug: string): Promise<StartPageModel['sent']> {
  const records = await services.records.list('response').catch(() => [])
  const [newest] = records
    .filter(({ draft, state }) => draft.slug === slug && state !== 'draft')
    .filter((record) => record.state !== 'received' || record.receipt.state === 'received')
    .toSorted((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))
  return newest && { href: recordAddress(newest) }
}

/** The page before the first question: whose device this is, and how many questions to see at a time. */
@customElement('tp-start-page')
export class StartPage extends PageElement {
  @state() private version: ConsultationVersion | undefined
  /** The same without the words of an edition. */
  private newest: ConsultationVersion | undefined
  private draftVersion: ConsultationVersion | undefined
  @state() private draft: OpenDraft | undefined
  @state() private ownDevice: boolean | undefined
  @state() private paging: Paging = 'question'
  @state() private missing = false
  private sent: StartPageModel['sent']
  private unlook: (() => void) | undefined

  protected override async start(): Promise<NoPage | undefined> {
    const { slug = '', edition = standardEdition } = this.address
    const draft = await currentDraft(this.services, slug)
    const newest = await loadVersion(this.services, slug)
    const version = newest && (await versionIn(newest, edition))
    if (!version) return 'not-found'
    const number = draft?.draft.version ?? version.number
    this.draftVersion = number === version.number ? version : await this.loadBegun(slug, number)
    this.draft = draft
    this.sent = await sentBefore(this.services, slug)
    this.paging = draft?.draft.paging ?? readSettings().paging ?? 'question'
    this.newest = newest
    this.version = version
    this.unlook = this.services.records.whenLooked(() => this.requestUpdate())
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unlook?.()
  }

  /** The version of a draft, which may have had no such edition. */
  private async loadBegun(slug: string, number: number): Promise<ConsultationVersion | undefined> {
    const begun = await loadVersion(this.services, slug, number)
    return begun && ((await versionIn(begun, this.address['edition'] ?? standardEdition)) ?? begun)
  }

  /** A draft begun by opening a question straight away: it goes on here, now that we can ask whose device this is. */
  private get begun(): OpenDraft | undefined {
    const { draft: open } = this
    return open && !open.draft.ownDevice && !open.draft.deviceAsked ? open : undefined
  }

  private get model(): StartPageModel | undefined {
    const { version, draftVersion, draft: open } = this
    if (!version) return undefined
    return {
      consultation: version.consultation,
      ownDevice: this.ownDevice,
      paging: this.paging,
      sent: this.sent,
      missing: this.missing,
      canKeep: mayKeep(this.services.records),
      closed: hasClosed(version.consultation, this.services.now()),
      draft:
        draftVersion && open && !this.begun && open.draft.revision > 0
          ? {
              href: this.firstPath(draftVersion, open),
              ...progressOf(draftVersion.consultation, open.draft.answers),
            }
          : undefined,
    }
  }

  /** Where to go on: the first question not yet answered, or the first page. */
  private firstPath(version: ConsultationVersion, open: OpenDraft): string {
    const { answers } = open.draft
    const question = firstUnanswered(version.consultation, answers)
    const pages = journeyPages(version.consultation, answers, this.paging)
    const page = pageWith(pages, question?.id)
    return page ? pagePath(version.consultation, page) : '/'
  }

  private readonly handlers: StartPageHandlers = {
    onDevice: (own) => {
      this.ownDevice = own
    },
    onPaging: (paging) => {
      this.paging = paging
    },
    onStart: () => void this.begin(),
    onFollow: followProblem,
  }

  private async begin(): Promise<void> {
    const { version } = this
    if (!version) return
    const own = mayKeep(this.services.records) ? this.ownDevice : false
    this.missing = own === undefined
    if (own === undefined) {
      await this.updateComplete
      return focusProblems()
    }
    const { begun } = this
    const started = begun ?? beginDraft(this.services, this.newest ?? version, own)
    started.turnTo({
      ownDevice: own,
      deviceAsked: true,
      paging: this.paging,
      edition: version.consultation.edition ?? standardEdition,
    })
    // A wish the browser may not grant; what it said is shown with the drafts.
    if (own) void onceAllowed(async () => navigator.storage?.persist?.())
    await started.save()
    navigate(this.firstPath((begun && this.draftVersion) || version, started))
  }

  protected override get pageTitle(): string {
    return this.version
      ? `${this.missing ? 'Error: ' : ''}Before you start – ${this.version.consultation.title}`
      : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override view() {
    return startPageView(this.model!, this.handlers)
  }
}
