import type { ContributionRecord } from '@takepart/shared/domain/device/contribution-record'
import { normaliseCode, showCode } from '@takepart/shared/domain/response/private-code'
import {
  minePageView,
  mineTitle,
  type MinePageHandlers,
} from '@takepart/shared/views/round/mine-page.view'
import { ownContributionWords } from '@takepart/shared/words/own-contribution'
import { roundProblemWords } from '@takepart/shared/words/round-problem'
import { troubleWords } from '@takepart/shared/words/trouble'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { PageElement } from '../../app/page-element.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { keepOwn } from './own-standing.ts'
import { wearRoundStyles } from './round-styles.ts'

const words = ownContributionWords.mine

/** Everything somebody wrote in one discussion: on this device, and with a private code on any other. */
@customElement('tp-mine-page')
export class MinePage extends PageElement {
  @state() private records: readonly ContributionRecord[] | undefined
  @state() private typed = ''
  @state() private problem = ''
  @state() private found = ''
  @state() private busy = false
  @state() private old = false
  private unwatch: (() => void) | undefined

  private get slug(): string {
    return this.address['slug'] ?? ''
  }

  protected override async start(): Promise<undefined> {
    await wearRoundStyles()
    this.unwatch = this.services.records.watch(() => void this.load())
    await this.load()
    void this.refresh()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  private async load(): Promise<void> {
    const all = await this.services.records.list('contribution').catch(() => [])
    this.records = all
      .filter(({ draft }) => draft.slug === this.slug)
      .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))
  }

  /** How each stands now: one question for each private code that this device has here. */
  private async refresh(): Promise<void> {
    const sent = (this.records ?? []).filter(({ receipt }) => receipt)
    const drafts = new Map(sent.map(({ draft }) => [draft.code, draft]))
    for (const draft of drafts.values()) {
      try {
        await this.read(draft)
      } catch (error) {
        if (!isFailure(error)) throw error
        this.old = true
      }
    }
  }

  /** Takes in what the server has under a private code; answers how much, or why not. */
  private async read(known: {
    readonly code: string
    readonly ownDevice: boolean
  }): Promise<number | string> {
    const result = await this.services.rounds.readOwn({ slug: this.slug, code: known.code })
    if (!result.ok) return result.problems.map(roundProblemWords).join(' ')
    for (const own of result.value) await keepOwn(this.services, own, known)
    await this.load()
    return result.value.length
  }

  private readonly handlers: MinePageHandlers = {
    onCode: (typed) => {
      this.typed = typed
    },
    onFind: () => void this.find(),
    onFollow: followProblem,
  }

  /** Somebody else's device is the safe guess where a code is typed: what it opens is kept for this session only. */
  private async find(): Promise<void> {
    if (this.busy) return
    const code = normaliseCode(this.typed)
    this.problem = code ? '' : words.codeMissing
    this.found = ''
    if (code) await this.look(showCode(code))
    await this.updateComplete
    if (this.problem) focusProblems()
  }

  private async look(code: string): Promise<void> {
    this.busy = true
    announce(words.busy)
    try {
      const came = await this.read({ code, ownDevice: false })
      if (typeof came === 'string') this.problem = came
      else {
        this.found = words.found(came)
        announce(this.found)
      }
    } catch (error) {
      this.problem = isFailure(error) ? troubleWords.notReached : troubleWords.notOpened
      if (!isFailure(error)) throw error
    } finally {
      this.busy = false
    }
  }

  protected override get pageTitle(): string {
    return this.records ? mineTitle({ problem: this.problem }) : ''
  }

  protected override get ready(): boolean {
    return this.records !== undefined
  }

  protected override view() {
    const { slug, records = [], typed: code, problem, found, busy, old } = this
    return minePageView({ slug, records, code, problem, found, busy, old }, this.handlers)
  }
}
