import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { DeviceRecord, Draft } from '@takepart/shared/domain/device/draft'
import type { ChangeId } from '@takepart/shared/domain/core/ids'
import { addressOf } from '@takepart/shared/domain/consultation/edition-address'
import { journeyPages, pagePath, pageWith } from '@takepart/shared/domain/consultation/journey'
import {
  recordPageView,
  recordTitle,
  type RecordPageHandlers,
  type RecordPageModel,
} from '@takepart/shared/views/response/record-page.view'
import { customElement, state } from 'lit/decorators.js'
import { traceWords } from '@takepart/shared/words/trace'
import { problemWords } from '@takepart/shared/domain/response/problem-words'
import { isFailure } from '../../app/is-failure.ts'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { closeDraft, loadVersion, openDraft, versionIn } from './load-answering.ts'
import { sayChange } from './say-change.ts'
import { takeAway } from '../../app/take-away.ts'
import { findRecord, forgetUnstored, recordAt, unstoredRecord } from '../../app/send-record.ts'

/** Said once somebody has thought better of it. */
const keptWords = {
  withdraw: 'Your response has not been withdrawn.',
  delete: 'Nothing has been deleted.',
} as const

/** Everything this device knows of one response; it changes by itself when the server has answered. */
@customElement('tp-record-page')
export class RecordPage extends PageElement {
  @state() private record: DeviceRecord | undefined
  /** The version, without the words of an edition and with them. */
  private standard: ConsultationVersion | undefined
  @state() private version: ConsultationVersion | undefined
  @state() private confirming: RecordPageModel['confirming']
  @state() private trouble = ''
  @state() private trace: RecordPageModel['trace']
  private unwatch: (() => void) | undefined

  protected override async start(): Promise<NoPage | undefined> {
    const found = await recordAt(this.services, 'response', this.address['response'] ?? '')
    if (!found) return 'not-here'
    const { id } = found.draft
    this.unwatch = this.services.records.watch((changed) => {
      if (changed === id) void this.load(id)
    })
    await this.show(found)
    // What changed since it was read is said as a change.
    void this.load(id)
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(id: string): Promise<void> {
    const record = await findRecord(this.services, 'response', id)
    // Deleted meanwhile: what is on the screen stays, until somebody goes on.
    if (record) await this.show(record)
  }

  private async show(record: DeviceRecord): Promise<void> {
    this.standard ??= await loadVersion(
      this.services,
      record.draft.slug,
      record.draft.version,
    ).catch(() => undefined)
    this.version =
      this.standard && ((await versionIn(this.standard, record.draft.edition)) ?? this.standard)
    // The draft that is looked at is the one this tab goes on with.
    if (record.state === 'draft') openDraft(this.services, record.draft)
    const before = this.record
    this.record = record
    sayChange(before, record)
  }

  private get model(): RecordPageModel | undefined {
    const { record, version } = this
    if (!record) return undefined
    const pages = version
      ? journeyPages(version.consultation, record.draft.answers, record.draft.paging)
      : []
    const page = pageWith(pages, record.draft.place)
    return {
      record,
      consultation: version?.consultation,
      now: this.services.now(),
      continueHref: page ? pagePath(record.draft, page) : addressOf(record.draft),
      kept: this.services.records.durable && !unstoredRecord('response', record.draft.id),
      confirming: this.confirming,
      trouble: this.trouble,
      trace: this.trace,
      address: `${location.origin}/open-response`,
    }
  }

  private readonly handlers: RecordPageHandlers = {
    onSendNow: () => void this.sendNow(),
    onTakeAway: () => {
      if (this.record) takeAway([this.record], this.services.now())
    },
    onPrint: () => print(),
    onTrace: () => void this.lookUp(),
    onChange: () => void this.change(),
    onReturn: () => void this.reopen(),
    onConfirm: (what) => void this.confirm(what),
    onWithdraw: () => void this.withdraw(),
    onDelete: () => void this.delete(),
  }

  /** Asks the server what became of the words: with the code that this device made, and that nobody else has. */
  private async lookUp(): Promise<void> {
    const { record } = this
    const reference = record?.receipt?.reference
    if (!record || !reference) return
    const outcome = await this.services.api
      .traceResponse({ reference, code: record.draft.code })
      .catch((error: unknown) => {
        if (isFailure(error)) return undefined
        throw error
      })
    if (!outcome?.ok)
      return this.say(outcome?.problems.map(problemWords).join(' ') ?? traceWords.unavailable)
    this.trouble = ''
    this.trace = outcome.value
    await this.updateComplete
    document.getElementById('trace')?.focus()
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    const record =
      this.record &&
      (await this.services.records.read('response', this.record.draft.id).catch(() => this.record))
    if (record?.state === 'waiting') this.say('We could not send it just now. We will keep trying.')
    else this.trouble = ''
  }

  private async change(): Promise<void> {
    const { record, version } = this
    const draft = record && (await this.reopen())
    if (!draft) return
    openDraft(this.services, draft)
    const pages = version ? journeyPages(version.consultation, draft.answers, draft.paging) : []
    navigate(
      record.state === 'refused' || !pages[0]
        ? `${addressOf(draft)}/check`
        : pagePath(draft, pages[0]),
    )
  }

  /** A received response becomes a draft of its change, a refused one a draft again, a refused request to take it back the response it was about. */
  private async reopen(): Promise<Draft | undefined> {
    const { record } = this
    if (!record) return undefined
    const { id } = record.draft
    // Refused, and never stored: the words are in this page only, and are a draft here and now.
    if (record.state === 'refused' && forgetUnstored(id)) return record.draft
    const outcome = await this.services.records.backToDraft('response', id)
    if (outcome.saved) return outcome.draft
    this.say('We could not open it for changing. Try again in a moment.')
    return undefined
  }

  /** The focus goes to the safe answer, and back to the button that asked. */
  private async confirm(what: RecordPageModel['confirming']): Promise<void> {
    const asked = what ?? this.confirming
    this.confirming = what
    await this.updateComplete
    document.getElementById(what ? 'keep' : `ask-${asked}`)?.focus()
    if (!what && asked) announce(keptWords[asked])
  }

  private async withdraw(): Promise<void> {
    const { record } = this
    if (!record) return
    this.confirming = undefined
    document.getElementById('main')?.focus()
    const { id: responseId, code } = record.draft
    const now = this.services.now().toISOString()
    const changeId = this.services.newId() as ChangeId
    const command = {
      kind: 'response.withdraw',
      input: { changeId, responseId, code, completedAt: now, sentAt: now },
    } as const
    const outcome = await this.services.records.queue('response', responseId, { command, at: now })
    if (!outcome.saved)
      return this.say(
        'We could not note this on the device, so nothing has been sent. Try again in a moment.',
      )
    await this.services.outbox.flush()
  }

  private async delete(): Promise<void> {
    const { record } = this
    if (!record) return
    if (!(await this.services.records.discard(record.draft.id)))
      return this.say('We could not delete it. Try again in a moment.')
    closeDraft(record.draft)
    forgetUnstored(record.draft.id)
    announce('Deleted from this device')
    navigate('/my-responses')
  }

  private say(trouble: string): void {
    this.trouble = trouble
    announce(trouble)
  }

  protected override get pageTitle(): string {
    return this.record ? `${recordTitle({ record: this.record })} – ${this.record.draft.title}` : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override view() {
    return recordPageView(this.model!, this.handlers)
  }
}
