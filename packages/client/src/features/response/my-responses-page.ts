import type { DeviceRecord } from '@takepart/shared/domain/device/draft'
import { readDeviceFile } from '@takepart/shared/domain/device/record-file'
import { movedHere, type KeptRecord } from '@takepart/shared/domain/device/record'
import type { ContributionRecord } from '@takepart/shared/domain/device/contribution-record'
import type { HelpRecord } from '@takepart/shared/domain/device/help-record'
import type { RequestRecord } from '@takepart/shared/domain/device/request-record'
import {
  myResponsesView,
  type MyResponsesHandlers,
  type MyResponsesModel,
} from '@takepart/shared/views/response/my-responses.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { changeSettings, readSettings } from '../../app/display-settings.ts'
import { PageElement } from '../../app/page-element.ts'
import type { SaveOutcome } from '../../offline/records.ts'
import { sayRequestChange } from '../support-request/say-request-change.ts'
import { sayChange } from './say-change.ts'
import { takeAway } from '../../app/take-away.ts'

/** Every record on this device, in exactly one state. */
@customElement('tp-my-responses-page')
export class MyResponsesPage extends PageElement {
  @state() private records: readonly DeviceRecord[] | undefined
  @state() private requests: readonly RequestRecord[] = []
  @state() private contributions: readonly ContributionRecord[] = []
  @state() private kept: MyResponsesModel['kept'] = []
  @state() private persisted = false
  @state() private ownDevice = false
  @state() private trouble = ''
  @state() private imported: MyResponsesModel['imported']
  private helps: readonly HelpRecord[] = []
  private unreadable = false
  private unwatch: (() => void) | undefined

  protected override async start(): Promise<undefined> {
    this.unwatch = this.services.records.watch(() => void this.load())
    await this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    // A store that cannot be read may hold something: that is said, and not that there is nothing.
    const [records, requests, contributions, helps] = await Promise.all([
      this.services.records.list('response'),
      this.services.records.list('support-request'),
      this.services.records.list('contribution'),
      this.services.records.list('help-request'),
    ]).catch(() => [])
    this.unreadable = !records
    this.kept = await this.services.library.list().catch(() => [])
    this.persisted = (await navigator.storage?.persisted?.().catch(() => false)) ?? false
    const before = new Map(this.records?.map((record) => [record.draft.id, record]))
    this.records = newestFirst(records ?? [])
    for (const record of this.records) sayChange(before.get(record.draft.id), record)
    const askedBefore = new Map(this.requests.map((request) => [request.draft.id, request]))
    this.helps = newestFirst(helps ?? [])
    this.requests = newestFirst(requests ?? [])
    this.contributions = newestFirst(contributions ?? [])
    for (const request of this.requests)
      sayRequestChange(askedBefore.get(request.draft.id), request)
  }

  private readonly handlers: MyResponsesHandlers = {
    onTakeAll: () =>
      takeAway(
        [...(this.records ?? []), ...this.requests, ...this.contributions, ...this.helps],
        this.services.now(),
        readSettings(),
      ),
    onBringIn: (file) => void this.bringIn(file),
    onOwnDevice: (own) => {
      this.ownDevice = own
    },
    onSendNow: () => void this.sendNow(),
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    await this.load()
    const isWaiting = this.records?.some(({ state: where }) => where === 'waiting')
    this.trouble = isWaiting ? 'We could not send it just now. We will keep trying.' : ''
    if (this.trouble) announce(this.trouble)
  }

  private async bringIn(file: File): Promise<void> {
    const read = readDeviceFile(await file.text())
    if (!read.ok) return this.say(read.words, true)
    const outcomes: SaveOutcome[] = []
    for (const record of read.records) outcomes.push(await this.adopt(record))
    await this.load()
    const [words, failed] = broughtIn(outcomes, read.unreadable)
    const settings = Object.keys(read.settings).length > 0 && changeSettings(read.settings)
    this.say(settings ? `${words} Your display settings came with it.` : words, failed)
  }

  /** However long the file's device kept it, here it is kept as this device's owner says; and it is built on nothing that is here. */
  private adopt(record: KeptRecord) {
    return this.services.records.adopt(movedHere(record, this.ownDevice))
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

  protected override view() {
    const {
      records = [],
      requests,
      contributions,
      helps,
      kept,
      persisted,
      imported,
      ownDevice,
      trouble,
      unreadable,
    } = this
    const { durable } = this.services.records
    return myResponsesView(
      {
        records,
        requests,
        contributions,
        helps,
        kept,
        persisted,
        imported,
        ownDevice,
        trouble,
        unreadable,
        durable,
      },
      this.handlers,
    )
  }
}

const newestFirst = <Kept extends KeptRecord>(records: readonly Kept[]): readonly Kept[] =>
  [...records].sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))

/** What became of everything in a file, and whether any of it is not here now. */
function broughtIn(
  outcomes: readonly SaveOutcome[],
  unreadable: number,
): [words: string, failed: boolean] {
  const taken = outcomes.filter(({ saved }) => saved).length
  const newer = outcomes.filter(
    (outcome) => !outcome.saved && outcome.reason === 'not-a-draft',
  ).length
  const lost = outcomes.length - taken - newer
  const words = [
    `${taken} of ${outcomes.length + unreadable} brought in.`,
    newer > 0 ? `${newer} had gone further on this device already.` : '',
    lost > 0 ? `${lost} could not be stored on this device.` : '',
    unreadable > 0 ? `${unreadable} could not be read.` : '',
  ]
  return [words.filter(Boolean).join(' '), lost + unreadable > 0]
}
