import type { ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Command, DeviceRecord } from '@takepart/shared/domain/draft'
import type { ChangeId } from '@takepart/shared/domain/ids'
import { journeyPages, pagePath } from '@takepart/shared/domain/journey'
import { recordPageView, recordTitle, type RecordPageHandlers, type RecordPageModel } from '@takepart/shared/views/record-page.view'
import { notKeptView } from '@takepart/shared/views/my-responses.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement } from '../../app/page-element.ts'
import type { Services } from '../../app/services.ts'
import { closeDraft, loadVersion, openDraft } from './load-answering.ts'
import { takeAway } from './take-away.ts'

/** Everything this device knows of one response; it changes by itself when the server has answered. */
@customElement('tp-record-page')
export class RecordPage extends PageElement {
  @state() record: DeviceRecord | undefined
  @state() private version: ConsultationVersion | undefined
  @state() private confirming: RecordPageModel['confirming']
  @state() private trouble = ''
  @state() private missing = false
  private unwatch: (() => void) | undefined

  protected override start(): void {
    const id = this.address['response'] ?? ''
    this.unwatch = this.services.records.watch((changed) => { if (changed === id) void this.load(id) })
    if (!this.record) void this.load(id)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(id: string): Promise<void> {
    const before = this.record && recordTitle({ record: this.record })
    this.record = await this.services.records.read(id)
    this.missing = !this.record
    if (!this.record) return
    const { slug, version } = this.record.draft
    this.version ??= await loadVersion(this.services, slug, version).catch(() => undefined)
    const title = recordTitle({ record: this.record })
    if (before && before !== title) announce(spoken(this.record, title))
  }

  private get model(): RecordPageModel | undefined {
    const { record, version } = this
    if (!record) return undefined
    const pages = version ? journeyPages(version.consultation, record.draft.answers, record.draft.paging) : []
    const page = pages.find(({ questions }) => questions.some(({ id }) => id === record.draft.place)) ?? pages[0]
    return {
      record,
      consultation: version?.consultation,
      now: this.services.now(),
      continueHref: page ? pagePath(record.draft.slug, page) : `/consultations/${record.draft.slug}`,
      durable: this.services.records.durable,
      confirming: this.confirming,
      trouble: this.trouble,
    }
  }

  private readonly handlers: RecordPageHandlers = {
    onSendNow: () => void this.sendNow(),
    onTakeAway: () => { if (this.record) takeAway([this.record], this.services.now()) },
    onPrint: () => print(),
    onChange: () => void this.change(),
    onConfirm: (what) => void this.confirm(what),
    onWithdraw: () => void this.withdraw(),
    onDelete: () => void this.delete(),
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    const record = this.record && await this.services.records.read(this.record.draft.id)
    this.trouble = record?.state === 'waiting' ? 'We could not reach Takepart just now. We will keep trying.' : ''
    if (this.trouble) announce(this.trouble)
  }

  private async change(): Promise<void> {
    const { record, version } = this
    if (!record) return
    const outcome = await this.services.records.backToDraft(record.draft.id)
    if (!outcome.saved) return this.say('We could not open it for changing. Try again in a moment.')
    openDraft(this.services, outcome.draft)
    const pages = version ? journeyPages(version.consultation, outcome.draft.answers, outcome.draft.paging) : []
    navigate(record.state === 'refused' || !pages[0] ? `/consultations/${record.draft.slug}/check` : pagePath(record.draft.slug, pages[0]))
  }

  private async confirm(what: RecordPageModel['confirming']): Promise<void> {
    this.confirming = what
    await this.updateComplete
    document.getElementById(what ? 'keep' : 'main')?.focus()
  }

  private async withdraw(): Promise<void> {
    const { record } = this
    if (!record) return
    this.confirming = undefined
    const { id: responseId, code } = record.draft
    const command: Command = { kind: 'response.withdraw', input: { changeId: this.services.newId() as ChangeId, responseId, code } }
    const outcome = await this.services.records.queue(responseId, command, this.services.now().toISOString())
    if (!outcome.saved) return this.say('We could not note this on the device, so nothing has been sent. Try again in a moment.')
    await this.services.outbox.flush()
  }

  private async delete(): Promise<void> {
    const { record } = this
    if (!record) return
    if (!await this.services.records.discard(record.draft.id)) return this.say('We could not delete it. Try again in a moment.')
    closeDraft(record.draft)
    announce('Deleted from this device')
    navigate('/my-responses')
  }

  private say(trouble: string): void {
    this.trouble = trouble
    announce(trouble)
  }

  protected override get pageTitle(): string {
    if (this.missing) return 'Not on this device'
    return this.record ? `${recordTitle({ record: this.record })} – ${this.record.draft.title}` : ''
  }

  protected override get ready(): boolean {
    return this.missing || this.model !== undefined
  }

  protected override render() {
    return this.model ? recordPageView(this.model, this.handlers) : notKeptView(location.pathname)
  }
}

/** Shows a response that was sent without the device being able to store it: the page is all there is. */
export function showSent(services: Services, instead: HTMLElement, record: DeviceRecord): void {
  const page = new RecordPage()
  page.record = record
  page.arrive(services, { response: record.draft.id })
  instead.replaceWith(page)
}

const spoken = (record: DeviceRecord, title: string): string =>
  record.state === 'received' && record.receipt.state === 'received' ? `${title}. Reference ${record.receipt.reference}` : title
