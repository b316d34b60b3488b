import type { ContributionRecord } from '@takepart/shared/domain/device/contribution-record'
import {
  ownContributionView,
  type OwnContributionHandlers,
} from '@takepart/shared/views/round/own-contribution-page.view'
import { ownContributionWords as words } from '@takepart/shared/words/own-contribution'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { findRecord, forgetRecord, unstoredRecord } from '../../app/send-record.ts'

/** What has become of one contribution; it changes by itself when the server has answered. */
@customElement('tp-contribution-page')
export class ContributionPage extends PageElement {
  @state() private record: ContributionRecord | undefined
  @state() private trouble = ''
  private unwatch: (() => void) | undefined

  private get recordId(): string {
    return this.address['contribution'] ?? ''
  }

  protected override async start(): Promise<NoPage | undefined> {
    this.unwatch = this.services.records.watch((changed) => {
      if (changed === this.recordId) void this.load()
    })
    await this.load()
    return this.record ? undefined : 'not-here'
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    const before = this.record
    const record = await findRecord(this.services, 'contribution', this.recordId)
    // Deleted in another tab: what is on the screen stays, until somebody goes on.
    if (!record) return
    this.record = record
    if (before && before.state !== record.state) announce(words.title(record.state))
  }

  private readonly handlers: OwnContributionHandlers = {
    onSendNow: () => void this.sendNow(),
    onDelete: () => void this.delete(),
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    await this.load()
    this.trouble = this.record?.state === 'waiting' ? words.notYet : ''
    if (this.trouble) announce(this.trouble)
  }

  private async delete(): Promise<void> {
    if (!(await forgetRecord(this.services, this.recordId))) return
    announce('Deleted from this device')
    navigate('/my-responses')
  }

  protected override get pageTitle(): string {
    return this.record ? `${words.title(this.record.state)} – ${this.record.draft.title}` : ''
  }

  protected override get ready(): boolean {
    return this.record !== undefined
  }

  protected override view() {
    const kept = this.services.records.durable && !unstoredRecord('contribution', this.recordId)
    return ownContributionView({ record: this.record!, kept, trouble: this.trouble }, this.handlers)
  }
}
