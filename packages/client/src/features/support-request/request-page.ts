import type { RequestRecord } from '@takepart/shared/domain/device/request-record'
import {
  requestPageView,
  requestTitle,
  type RequestPageHandlers,
} from '@takepart/shared/views/support-request/request-page.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { sayRequestChange } from './say-request-change.ts'
import { findRecord, forgetRecord, recordAt, unstoredRecord } from '../../app/send-record.ts'

/** What has become of one request for support; it changes by itself when the server has answered. */
@customElement('tp-request-page')
export class RequestPage extends PageElement {
  @state() private record: RequestRecord | undefined
  @state() private confirming = false
  @state() private trouble = ''
  private unwatch: (() => void) | undefined

  private requestId = ''

  protected override async start(): Promise<NoPage | undefined> {
    const found = await recordAt(this.services, 'support-request', this.address['request'] ?? '')
    if (!found) return 'not-here'
    this.requestId = found.draft.id
    this.unwatch = this.services.records.watch((changed) => {
      if (changed === this.requestId) void this.load()
    })
    this.record = found
    void this.load()
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    const before = this.record
    const record = await findRecord(this.services, 'support-request', this.requestId)
    // Deleted in another tab: what is on the screen stays, until somebody goes on.
    if (!record) return
    this.record = record
    sayRequestChange(before, record)
  }

  private readonly handlers: RequestPageHandlers = {
    onSendNow: () => void this.sendNow(),
    onPrint: () => print(),
    onConfirm: (confirming) => void this.confirm(confirming),
    onDelete: () => void this.delete(),
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    await this.load()
    this.trouble =
      this.record?.state === 'waiting' ? 'We could not send it just now. We will keep trying.' : ''
    if (this.trouble) announce(this.trouble)
  }

  /** The focus goes to the safe answer, and back to the button that asked. */
  private async confirm(confirming: boolean): Promise<void> {
    this.confirming = confirming
    await this.updateComplete
    document.getElementById(confirming ? 'keep' : 'ask-delete')?.focus()
    if (!confirming) announce('Nothing has been deleted.')
  }

  private async delete(): Promise<void> {
    if (!(await forgetRecord(this.services, this.requestId))) {
      this.trouble = 'We could not delete it. Try again in a moment.'
      return announce(this.trouble)
    }
    announce('Deleted from this device')
    navigate('/my-responses')
  }

  protected override get pageTitle(): string {
    return this.record ? `${requestTitle(this.record)} – ${this.record.draft.title}` : ''
  }

  protected override get ready(): boolean {
    return this.record !== undefined
  }

  protected override view() {
    const { confirming, trouble } = this
    return requestPageView(
      {
        record: this.record!,
        kept: this.services.records.durable && !unstoredRecord('support-request', this.requestId),
        confirming,
        trouble,
      },
      this.handlers,
    )
  }
}
