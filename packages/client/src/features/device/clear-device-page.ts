import { clearDeviceTitle, clearDeviceView, type ClearDeviceHandlers, type ClearDeviceModel } from '@takepart/shared/views/clear-device.view'
import type { DeviceRecord } from '@takepart/shared/domain/draft'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import type { LeftBehind } from '../../offline/clear-device.ts'
import { PageElement } from '../../app/page-element.ts'
import { takeAway } from '../response/take-away.ts'

const leftWords: Record<LeftBehind, string> = {
  drafts: 'drafts and responses',
  pages: 'pages kept for reading without a connection',
  worker: 'the part of Takepart that works without a connection',
  settings: 'settings',
}

/** Takes everything off this device, offline too (P8). */
@customElement('tp-clear-device-page')
export class ClearDevicePage extends PageElement {
  @state() private stage: ClearDeviceModel['stage'] = 'asking'
  @state() private left: readonly string[] = []
  @state() private records: readonly DeviceRecord[] | undefined

  protected override start(): void {
    void this.services.records.list().catch(() => []).then((records) => { this.records = records })
  }

  private get model(): ClearDeviceModel {
    const records = this.records ?? []
    const received = records.filter(({ receipt }) => receipt).length
    return { stage: this.stage, unsent: records.filter(({ state }) => state !== 'received').length, received, left: this.left }
  }

  private readonly handlers: ClearDeviceHandlers = {
    onClear: () => void this.clear(),
    onTakeAll: () => takeAway(this.records ?? [], this.services.now()),
  }

  private async clear(): Promise<void> {
    this.stage = 'clearing'
    this.left = (await this.services.clearDevice()).map((kind) => leftWords[kind])
    this.stage = this.left.length === 0 ? 'cleared' : 'failed'
    await this.updateComplete
    document.getElementById('main')?.focus()
    announce(clearDeviceTitle(this.model))
  }

  protected override get pageTitle(): string {
    return this.records ? clearDeviceTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.records !== undefined
  }

  protected override render() {
    return clearDeviceView(this.model, this.handlers)
  }
}
