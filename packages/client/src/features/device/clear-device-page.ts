import {
  clearDeviceTitle,
  clearDeviceView,
  clearingWords,
  type ClearDeviceHandlers,
  type ClearDeviceModel,
} from '@takepart/shared/views/site/clear-device.view'
import type { KeptRecord } from '@takepart/shared/domain/device/record'
import { customElement, state } from 'lit/decorators.js'
import type { LeftBehind } from '../../offline/clear-device.ts'
import { announce } from '../../app/announce.ts'
import { readSettings, settingsChanged } from '../../app/display-settings.ts'
import { PageElement } from '../../app/page-element.ts'
import { takeAway } from '../../app/take-away.ts'

const leftWords: Record<LeftBehind, string> = {
  drafts: 'drafts and responses',
  pages: 'pages kept for reading without a connection',
  worker: 'the part of Takepart that works without a connection',
  settings: 'settings',
}

const address = '/clear-this-device'

const letTheBrowserFollow = (event: Event): void => {
  if (event.target instanceof Element && event.target.closest('a')) event.stopPropagation()
}

/** What an earlier page of this tab still holds is not shown again: Back loads it anew, or fails to without a connection. */
const loadAnew = (): void => {
  // A place within this page is no other page.
  if (location.pathname === address) return
  document.getElementById('main')?.remove()
  location.reload()
}

/** Takes everything off this device, offline too (P8). */
@customElement('tp-clear-device-page')
export class ClearDevicePage extends PageElement {
  @state() private stage: ClearDeviceModel['stage'] = 'asking'
  @state() private left: readonly string[] = []
  @state() private records: readonly KeptRecord[] | undefined

  protected override async start(): Promise<undefined> {
    const { records } = this.services
    this.records = await records.all().catch(() => [])
  }

  private get model(): ClearDeviceModel {
    const records = this.records ?? []
    const received = records.filter(({ receipt }) => receipt).length
    return {
      stage: this.stage,
      unsent: records.filter(({ state }) => state !== 'received').length,
      received,
      left: this.left,
    }
  }

  private readonly handlers: ClearDeviceHandlers = {
    onClear: () => void this.clear(),
    onTakeAll: () => takeAway(this.records ?? [], this.services.now(), readSettings()),
  }

  private async clear(): Promise<void> {
    if (this.stage === 'clearing') return
    this.stage = 'clearing'
    announce(clearingWords)
    this.left = (await this.services.clearDevice()).map((kind) => leftWords[kind])
    this.stage = this.left.length === 0 ? 'cleared' : 'failed'
    // The settings are gone with the rest: the page looks as it does to anybody.
    document.dispatchEvent(new Event(settingsChanged))
    // What this page's script still holds knows of nothing that is there: from here every link loads a page anew.
    addEventListener('click', letTheBrowserFollow, { capture: true })
    addEventListener('popstate', loadAnew)
    await this.updateComplete
    // Named by its heading, which says what has become of it.
    document.getElementById('main')?.focus()
  }

  protected override get pageTitle(): string {
    return this.records ? clearDeviceTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.records !== undefined
  }

  protected override view() {
    return clearDeviceView(this.model, this.handlers)
  }
}
