import type { ContributionRecord } from '@takepart/shared/domain/device/contribution-record'
import {
  formAddress,
  ownContributionView,
  type OwnContributionHandlers,
  type OwnContributionModel,
} from '@takepart/shared/views/round/own-contribution-page.view'
import { ownContributionWords as words } from '@takepart/shared/words/own-contribution'
import { troubleWords } from '@takepart/shared/words/trouble'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import {
  findRecord,
  forgetRecord,
  forgetUnstored,
  recordAt,
  unstoredRecord,
} from '../../app/send-record.ts'
import { answerTrouble } from './answer-trouble.ts'
import { askHowItStands } from './own-standing.ts'
import { wearRoundStyles } from './round-styles.ts'
import { withdrawContribution } from './withdraw-contribution.ts'

/** What has become of one contribution; it changes by itself when the server has answered. */
@customElement('tp-contribution-page')
export class ContributionPage extends PageElement {
  @state() private record: ContributionRecord | undefined
  @state() private standing: OwnContributionModel['standing']
  @state() private answer: OwnContributionModel['answer'] = { text: '', problem: '', busy: false }
  @state() private confirming: OwnContributionModel['confirming']
  @state() private trouble = ''
  private unwatch: (() => void) | undefined

  private recordId = ''

  protected override async start(): Promise<NoPage | undefined> {
    await wearRoundStyles()
    const found = await recordAt(this.services, 'contribution', this.address['contribution'] ?? '')
    if (!found) return 'not-here'
    this.recordId = found.draft.id
    this.unwatch = this.services.records.watch((changed) => {
      if (changed === this.recordId) void this.load()
    })
    this.record = found
    void this.load()
    void this.ask()
    return undefined
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
    if (before && words.title(before) !== words.title(record)) announce(words.title(record))
  }

  /** What a moderator has decided meanwhile. Nothing is asked of what the server has not received. */
  private async ask(): Promise<void> {
    const { record } = this
    if (record?.receipt) this.standing = await askHowItStands(this.services, record)
  }

  private readonly handlers: OwnContributionHandlers = {
    onSendNow: () => void this.sendNow(),
    onChange: () => void this.reopen(true),
    onReturn: () => void this.reopen(false),
    onConfirm: (what) => void this.confirm(what),
    onWithdraw: () => void this.withdraw(),
    onDelete: () => void this.delete(),
    onAnswer: (text) => {
      this.answer = { ...this.answer, text }
    },
    onSendAnswer: () => void this.sendAnswer(),
  }

  private async sendNow(): Promise<void> {
    await this.services.outbox.flush()
    await this.load()
    this.say(this.record?.state === 'waiting' ? words.notYet : '')
  }

  /** To other words, or back to what was received. */
  private async reopen(toChange: boolean): Promise<void> {
    const { record } = this
    if (!record) return
    // Refused, and never stored: the form takes the words from this page.
    const isHere = unstoredRecord('contribution', this.recordId) !== undefined
    const outcome = isHere
      ? undefined
      : await this.services.records.backToDraft('contribution', this.recordId)
    if (outcome && !outcome.saved && toChange && record.state !== 'refused')
      return this.say(words.cannotOpen)
    if (toChange) return navigate(formAddress(record))
    await this.load()
    document.getElementById('main')?.focus()
  }

  /** The focus goes to the safe answer, and back to the button that asked. */
  private async confirm(what: OwnContributionModel['confirming']): Promise<void> {
    const asked = what ?? this.confirming
    this.confirming = what
    await this.updateComplete
    document.getElementById(what ? 'keep' : `ask-${asked}`)?.focus()
    if (!what && asked) announce(words[asked].kept)
  }

  private async withdraw(): Promise<void> {
    const { record } = this
    if (!record) return
    this.confirming = undefined
    document.getElementById('main')?.focus()
    if (!(await withdrawContribution(this.services, record))) this.say(words.withdraw.notNoted)
  }

  private async delete(): Promise<void> {
    if (!(await forgetRecord(this.services, this.recordId))) return this.say(words.delete.not)
    forgetUnstored(this.recordId)
    announce(words.delete.done)
    navigate('/my-responses')
  }

  private async sendAnswer(): Promise<void> {
    const { record, answer } = this
    if (!record?.receipt || answer.busy) return
    const { contributionId } = record.receipt
    const { code } = record.draft
    this.answer = { ...answer, busy: true }
    try {
      const answered = await this.services.rounds.answerDecision({
        contributionId,
        code,
        words: answer.text,
      })
      const problem = answered.ok ? '' : answerTrouble(answered.problems, answer.text)
      this.answer = { ...this.answer, problem }
      if (answered.ok) {
        announce(words.answer.received)
        this.standing = { ...this.standing, answer: 'given' }
      }
    } catch (error) {
      const problem = isFailure(error) ? troubleWords.notReached : troubleWords.notSent
      this.answer = { ...this.answer, problem }
      if (!isFailure(error)) throw error
    } finally {
      this.answer = { ...this.answer, busy: false }
      await this.updateComplete
      if (this.answer.problem) document.getElementById('answer')?.focus()
    }
  }

  private say(trouble: string): void {
    this.trouble = trouble
    if (trouble) announce(trouble)
  }

  protected override get pageTitle(): string {
    return this.record ? `${words.title(this.record)} – ${this.record.draft.title}` : ''
  }

  protected override get ready(): boolean {
    return this.record !== undefined
  }

  protected override view() {
    const { standing, answer, confirming, trouble } = this
    const kept = this.services.records.durable && !unstoredRecord('contribution', this.recordId)
    return ownContributionView(
      {
        record: this.record!,
        now: this.services.now(),
        kept,
        ...(standing ? { standing } : {}),
        answer,
        confirming,
        trouble,
      },
      this.handlers,
    )
  }
}
