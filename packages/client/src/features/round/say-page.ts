import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { ContributionDraft } from '@takepart/shared/domain/device/contribution-record'
import { findPersonalDetails } from '@takepart/shared/domain/moderation/personal-details'
import { checkSaid } from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import { lookForTyped } from '@takepart/shared/domain/round/typed-quotation'
import type { Typed } from '@takepart/shared/ui/hydration/typed-words'
import {
  emptySayForm,
  sayModel,
  type SayAbout,
  type SayForm,
  type SayHandlers,
  type SayModel,
} from '@takepart/shared/views/round/say-model'
import { sayTitle, sayView } from '@takepart/shared/views/round/say-page.view'
import { sayWords } from '@takepart/shared/words/say'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { findRecord } from '../../app/send-record.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { savedWords, saySaved } from '../response/saved-words.ts'
import { watchDraft } from '../response/watch-draft.ts'
import { OpenContribution } from './open-contribution.ts'
import { selectedQuotation, watchSelection } from './selected-words.ts'
import { codeForRound, newestContribution, sendContribution } from './send-contribution.ts'

/** Writing for a round: kept on this device at every change, checked here, sent by the outbox. */
@customElement('tp-say-page')
export class SayPage extends PageElement {
  @state() private about: SayAbout | undefined
  @state() private open: OpenContribution | undefined
  @state() private problems: readonly RoundProblem[] = []
  @state() private trouble = ''
  private sending = false
  private readonly ends: (() => void)[] = []

  protected override async start(): Promise<NoPage | undefined> {
    const written = this.querySelector('[data-about]')?.getAttribute('data-about')
    if (!written) return 'not-kept'
    const about = JSON.parse(written) as SayAbout
    this.open = new OpenContribution(this.services, await this.begun(about))
    this.open.addEventListener('change', this.onSaved)
    this.ends.push(watchDraft(this.services.records, this.open), watchSelection())
    addEventListener('beforeunload', this.onLeave)
    this.about = about
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.onLeave)
    for (const end of this.ends) end()
  }

  /** What somebody goes on with: what the address names, else what they wrote here last and did not send. */
  private async begun({ slug, title, answering }: SayAbout): Promise<ContributionDraft> {
    const { services } = this
    const named = new URLSearchParams(location.search).get('said')
    const inReplyTo = answering?.number
    const before = named
      ? await findRecord(services, 'contribution', named)
      : await newestContribution(services, { slug, inReplyTo })
    if (before?.state === 'draft') return before.draft
    const { ownDevice: _, ...said } = emptySayForm
    const known = (await services.records.all().catch(() => [])).some(
      ({ draft }) => draft.ownDevice,
    )
    const fresh = {
      id: services.newId() as ContributionId,
      slug,
      title,
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      said,
      code: await codeForRound(services, slug),
      revision: 0,
      changedAt: services.now().toISOString(),
      ownDevice: known,
    }
    return before?.state === 'refused'
      ? { ...fresh, said: before.draft.said, ownDevice: before.draft.ownDevice }
      : fresh
  }

  private get form(): SayForm {
    const { said, ownDevice } = this.open!.draft
    return { ...said, ownDevice }
  }

  private get model(): SayModel | undefined {
    const { about, open, problems, trouble } = this
    if (!about || !open) return undefined
    const { durable } = this.services.records
    const { text } = open.draft.said
    return {
      about,
      ready: true,
      form: this.form,
      problems,
      looked: lookForTyped(text, about.texts),
      details: findPersonalDetails(text),
      saved: savedWords(open.saveState, open.draft, this.services.records),
      canKeep: durable,
      trouble,
    }
  }

  private readonly handlers: SayHandlers = {
    onChange: (change) => this.write(change),
    onSend: () => void this.send(),
    onTakeAway: () => void this.takeAway(),
    onFollow: followProblem,
    onQuoteSelected: () => this.quoteSelected(),
  }

  private write(change: Partial<SayForm>): void {
    const { ownDevice, ...said } = { ...this.form, ...change }
    this.open?.write(said, ownDevice)
  }

  private quoteSelected(): void {
    const quotation = this.about && selectedQuotation(this.about.texts)
    if (!quotation) return announce(sayWords.quoting.nothing)
    this.write({ quotations: [...this.form.quotations, quotation] })
    announce(sayWords.quoting.added(quotation.exact))
  }

  private readonly onSaved = () => {
    saySaved(this.open!, this.services.records)
    this.requestUpdate()
  }

  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (this.open?.saveState.kind === 'not-saved') event.preventDefault()
  }

  private async takeAway(): Promise<void> {
    const { takeAway } = await import('../../app/take-away.ts')
    takeAway(
      [{ kind: 'contribution', state: 'draft', draft: this.open!.draft }],
      this.services.now(),
    )
  }

  /** What was typed on the server's page was typed without seeing what was kept, which stays as it is (P5). */
  protected override async typeAgain(typed: readonly Typed[]): Promise<void> {
    this.open?.branch()
    await super.typeAgain(typed)
  }

  private async send(): Promise<void> {
    const { open, about } = this
    if (!open || !about || this.sending) return
    this.problems = checkSaid(open.draft.said)
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    this.sending = true
    try {
      await open.save()
      await sendContribution(this.services, open.draft, about)
      navigate(`/my-responses/said/${open.draft.id}`)
    } catch {
      announce(sayWords.notSent)
      this.trouble = sayWords.notSent
    } finally {
      this.sending = false
    }
  }

  protected override serverTemplate() {
    return this.about && sayView(sayModel(this.about), this.handlers)
  }

  protected override get pageTitle(): string {
    return this.model ? sayTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override view() {
    return sayView(this.model!, this.handlers)
  }
}
