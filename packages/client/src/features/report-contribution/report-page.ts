import {
  reportCommand,
  type ReportDraft,
  type ReportRecord,
} from '@takepart/shared/domain/device/report-record'
import { checkReport, type ReportReason } from '@takepart/shared/domain/moderation/report'
import {
  reportPageView,
  type ReportPageHandlers,
  type ReportPageModel,
} from '@takepart/shared/views/report-contribution/report-page.view'
import { reportWords } from '@takepart/shared/words/contribution-report'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { ifAllowed } from '../../app/if-allowed.ts'
import { isFailure } from '../../app/is-failure.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { findRecord, keepAnswer, sendRecord } from '../../app/send-record.ts'
import { sha256 } from '../../app/hash-of-code.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'

/** Reports one contribution of a round, once from this device, and says what came of it. */
@customElement('tp-report-page')
export class ReportPage extends PageElement {
  @state() private reason: ReportReason | undefined
  @state() private words = ''
  @state() private problems: ReportPageModel['problems'] = []
  @state() private trouble = ''
  @state() private record: ReportRecord | undefined
  private sending = false
  private unwatch: (() => void) | undefined

  private get about(): { readonly slug: string; readonly number: number } {
    const { slug = '', number = '' } = this.address
    return { slug, number: Number(number) }
  }

  protected override async start(): Promise<NoPage | undefined> {
    if (!/^[1-9]\d{0,8}$/.test(this.address['number'] ?? '')) return 'not-found'
    this.unwatch = this.services.records.watch(() => void this.load())
    await this.load()
    void this.lookAgain()
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    const { slug, number } = this.about
    const before = this.record
    const all = await this.services.records.list('contribution-report').catch(() => [])
    const stored = all.find(({ draft }) => draft.slug === slug && draft.number === number)
    this.record =
      stored ??
      (before && (await findRecord(this.services, 'contribution-report', before.draft.id)))
    if (this.record && this.record.state !== before?.state && before)
      announce(this.record.state === 'received' ? reportWords.sent : reportWords.later)
  }

  private readonly handlers: ReportPageHandlers = {
    onReason: (reason) => {
      this.reason = reason
    },
    onWords: (words) => {
      this.words = words
    },
    onSend: () => void this.send(),
    onFollow: followProblem,
    onLookAgain: () => void this.lookAgain(),
  }

  private async send(): Promise<void> {
    const { reason, words } = this
    this.problems = reason ? checkReport({ reason, words }) : [{ code: 'reason-missing' }]
    if (!reason || this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    if (this.sending) return
    this.sending = true
    const draft = await this.draftOf(reason)
    await this.deliver(draft)
    this.sending = false
  }

  private async draftOf(reason: ReportReason): Promise<ReportDraft> {
    const { slug, number } = this.about
    const words = this.words.trim()
    return {
      id: this.services.newId(),
      slug,
      title: reportWords.about(number),
      revision: 0,
      changedAt: this.services.now().toISOString(),
      ownDevice: false,
      number,
      reason,
      ...(words === '' ? {} : { words }),
      deviceHash: await sha256(`report ${deviceIn(slug, this.services.newId)}`),
    }
  }

  private async deliver(draft: ReportDraft): Promise<void> {
    const command = reportCommand(draft)
    const waiting = {
      kind: 'contribution-report',
      state: 'waiting',
      draft,
      command,
      queuedAt: draft.changedAt,
    } as const
    try {
      await sendRecord(this.services, waiting)
    } catch (error) {
      if (!isFailure(error)) throw error
      this.trouble = reportWords.notSent
      return announce(this.trouble)
    }
    this.trouble = ''
    this.record ??= (await findRecord(this.services, 'contribution-report', draft.id)) ?? waiting
    await this.updateComplete
    document.getElementById('main')?.focus()
  }

  /** The same report sent again is answered with what came of it. */
  private async lookAgain(): Promise<void> {
    const { record } = this
    if (record?.state === 'waiting') return void this.services.outbox.flush()
    if (record?.state !== 'received' || record.receipt.outcome !== null) return
    const { draft } = record
    const command = reportCommand(draft)
    const answer = await this.services
      .send('contribution-report', command)
      .catch((error: unknown) => {
        if (isFailure(error)) return undefined
        throw error
      })
    if (answer?.outcome !== 'accepted') return
    const queuedAt = draft.changedAt
    await keepAnswer(
      this.services,
      { kind: 'contribution-report', state: 'waiting', draft, command, queuedAt },
      answer,
    )
    await this.load()
  }

  protected override get pageTitle(): string {
    return `${reportWords.title} – ${reportWords.about(this.about.number)}`
  }

  protected override view() {
    const { about, reason, words, problems, trouble, record } = this
    return reportPageView(
      { ...about, reason, words, problems, trouble, ...(record ? { record } : {}) },
      this.handlers,
    )
  }
}

/** Made on this device for one discussion: the server knows a second report by it, and cannot join two discussions by it. */
function deviceIn(slug: string, newId: () => string): string {
  const key = `takepart-device-${slug}`
  const known = ifAllowed(() => localStorage.getItem(key)) ?? undefined
  if (known) return known
  const made = newId()
  ifAllowed(() => localStorage.setItem(key, made))
  return made
}
