import type { Typed } from '@takepart/shared/ui/hydration/typed-words'
import {
  lookId,
  sayModel,
  type SayAbout,
  type SayHandlers,
} from '@takepart/shared/views/round/say-model'
import { sayTitle, sayView } from '@takepart/shared/views/round/say-page.view'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { addressOfRecord } from '../../app/send-record.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { aboutIn } from './about-in.ts'
import { Writing } from './writing.ts'
import { wearRoundStyles } from './round-styles.ts'

/** Writing for a round: kept on this device at every change, checked here, sent by the outbox. */
export class SayPage extends PageElement {
  // Without decorators, as the page of questions: it is one of those that are waited for.
  static override readonly properties = { writing: { state: true } }
  private writing: Writing | undefined

  protected override async start(): Promise<NoPage | undefined> {
    await wearRoundStyles()
    const about = aboutIn(this) ?? (await this.find())
    if (!about) return 'not-open'
    const named = new URLSearchParams(location.search).get('said') ?? undefined
    const onChange = () => this.requestUpdate()
    this.writing = await Writing.begin(this.services, { about, named, onChange })
    return undefined
  }

  /** Where the server has not just sent the page. */
  private async find(): Promise<SayAbout | undefined> {
    const { slug = '', number } = this.address
    const { aboutRound } = await import('./about-round.ts')
    return aboutRound(this.services, slug, number === undefined ? undefined : Number(number))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.writing?.end()
  }

  private readonly handlers: SayHandlers = {
    onChange: (change) => void this.change(change),
    onSend: () => void this.send(),
    onTakeAway: () => void this.writing?.takeAway(),
    onFollow: followProblem,
    onQuoteSelected: () => void this.writing?.quoteSelected(),
  }

  /** A press that takes its own button away leads on to what it has changed. */
  private async change(change: Parameters<SayHandlers['onChange']>[0]): Promise<void> {
    const held = document.activeElement
    this.writing?.write(change)
    await this.updateComplete
    if (held instanceof HTMLButtonElement && !held.isConnected)
      document.getElementById(change.quotations ? 'quoted' : 'words')?.focus()
  }

  private async send(): Promise<void> {
    const { writing } = this
    if (!writing) return
    const came = await writing.send()
    if (came === 'sent')
      return navigate(await addressOfRecord(this.services, 'contribution', writing.draft))
    await this.updateComplete
    if (came === 'problems') focusProblems()
    if (came === 'look') document.getElementById(lookId)?.focus()
  }

  protected override async typeAgain(typed: readonly Typed[]): Promise<void> {
    this.writing?.goOnApart()
    await super.typeAgain(typed)
  }

  protected override serverTemplate() {
    return this.writing && sayView(sayModel(this.writing.about), this.handlers)
  }

  protected override get pageTitle(): string {
    return this.writing ? sayTitle(this.writing.model) : ''
  }

  protected override get ready(): boolean {
    return this.writing !== undefined
  }

  protected override view() {
    return sayView(this.writing!.model, this.handlers)
  }
}

customElements.define('tp-say-page', SayPage)
