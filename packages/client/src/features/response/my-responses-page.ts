import type { DeviceRecord } from '@takepart/shared/domain/draft'
import { readDeviceFile } from '@takepart/shared/domain/record-file'
import { myResponsesView, type MyResponsesHandlers, type MyResponsesModel } from '@takepart/shared/views/my-responses.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { PageElement } from '../../app/page-element.ts'
import { takeAway } from './take-away.ts'

/** Every record on this device, in exactly one state. */
@customElement('tp-my-responses-page')
export class MyResponsesPage extends PageElement {
  @state() private records: readonly DeviceRecord[] | undefined
  @state() private kept: MyResponsesModel['kept'] = []
  @state() private persisted = false
  @state() private ownDevice = false
  @state() private imported: MyResponsesModel['imported']
  private unwatch: (() => void) | undefined

  protected override start(): void {
    this.unwatch = this.services.records.watch(() => void this.load())
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    const records = await this.services.records.list()
    this.kept = await this.services.library.list().catch(() => [])
    this.persisted = await navigator.storage?.persisted?.().catch(() => false) ?? false
    this.records = [...records].sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))
  }

  private readonly handlers: MyResponsesHandlers = {
    onTakeAll: () => takeAway(this.records ?? [], this.services.now()),
    onBringIn: (file) => void this.bringIn(file),
    onOwnDevice: (own) => { this.ownDevice = own },
    onSendNow: () => void this.services.outbox.flush(),
  }

  private async bringIn(file: File): Promise<void> {
    const read = readDeviceFile(await file.text())
    if (!read.ok) return this.say(read.words, true)
    const outcomes = await Promise.all(read.records.map((record) => this.adopt(record)))
    const taken = outcomes.filter((outcome) => outcome.saved).length
    await this.load()
    const whole = taken === outcomes.length
    this.say(`${taken} of ${outcomes.length} brought in.${whole ? '' : ' The others could not be stored on this device.'}`, !whole)
  }

  /** However long the file's device kept it, here it is kept as this device's owner says. */
  private adopt(record: DeviceRecord) {
    return this.services.records.adopt({ ...record, draft: { ...record.draft, ownDevice: this.ownDevice } })
  }

  private say(words: string, failed: boolean): void {
    this.imported = { words, failed }
    announce(words)
  }

  protected override get pageTitle(): string {
    return this.records ? 'My drafts and responses' : ''
  }

  protected override get ready(): boolean {
    return this.records !== undefined
  }

  protected override render() {
    const { records = [], kept, persisted, imported, ownDevice } = this
    return myResponsesView({ records, kept, persisted, imported, ownDevice, durable: this.services.records.durable }, this.handlers)
  }
}
