import type { ContributionDraft } from '@takepart/shared/domain/device/contribution-record'
import { checkSaid } from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import {
  isWorthALook,
  writingModel,
  type SayAbout,
  type SayForm,
  type SayModel,
} from '@takepart/shared/views/round/say-model'
import { sayWords } from '@takepart/shared/words/say'
import { troubleWords } from '@takepart/shared/words/trouble'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { mayKeep } from '../../app/may-keep.ts'
import { OpenPiece } from '../../app/open-piece.ts'
import type { Services } from '../../app/services.ts'
import { keepWriting } from '../response/keep-writing.ts'
import { savedWords } from '../response/saved-words.ts'
import { beginContribution } from './begin-contribution.ts'
import { selectedLast, watchSelection } from './selected-words.ts'
import { sendContribution } from './send-contribution.ts'

interface Begun {
  readonly about: SayAbout
  readonly open: OpenPiece<'contribution'>
  readonly onChange: () => void
}

/** A contribution as somebody writes it on a page, with what is said to them of it. Calls `onChange` whenever that is something else. */
export class Writing {
  #problems: readonly RoundProblem[] = []
  #trouble = ''
  /** The text that somebody was asked to look at before it is sent. */
  #shown: string | undefined
  #sending = false
  #looking: typeof import('./look-through.ts') | undefined
  readonly #services: Services
  readonly #begun: Begun
  readonly #ends: readonly (() => void)[]

  /** @param named the record that the address names */
  static async begin(
    services: Services,
    { about, named, onChange }: Omit<Begun, 'open'> & { readonly named: string | undefined },
  ): Promise<Writing> {
    const draft = await beginContribution(services, about, named)
    const open = new OpenPiece(services, 'contribution', draft)
    return new Writing(services, { about, open, onChange })
  }

  private constructor(services: Services, begun: Begun) {
    this.#services = services
    this.#begun = begun
    this.#ends = [keepWriting(services, begun.open, begun.onChange), watchSelection()]
    void this.#loadLooking()
  }

  /** Undefined where it cannot be had: a moderator looks at the words in any case. */
  async #loadLooking() {
    const first = this.#looking === undefined
    this.#looking ??= await import('./look-through.ts').catch(() => undefined)
    if (first) this.#begun.onChange()
    return this.#looking
  }

  end(): void {
    for (const end of this.#ends) end()
  }

  get about(): SayAbout {
    return this.#begun.about
  }

  get draft(): ContributionDraft {
    return this.#begun.open.draft
  }

  get model(): SayModel {
    const { open, about } = this.#begun
    const { records } = this.#services
    const nothingFound = { looked: [], details: [] }
    return writingModel(about, open.draft, {
      ...(this.#looking?.lookThrough(open.draft.said.text, about.texts) ?? nothingFound),
      // Nobody quotes where people ask: words in quotation marks are nobody else's.
      ...(about.asks ? { looked: [] } : {}),
      problems: this.#problems,
      look: this.#shown === open.draft.said.text,
      saved: savedWords(open.saveState, open.draft, records),
      canKeep: mayKeep(records),
      trouble: this.#trouble,
    })
  }

  write(change: Partial<SayForm>): void {
    const { open } = this.#begun
    const before = { ...open.draft.said, ownDevice: open.draft.ownDevice }
    const { ownDevice, ...said } = { ...before, ...change }
    open.write({ said, ownDevice })
  }

  /** Quotes the words that are selected in one of the texts, or says that none are. */
  async quoteSelected(): Promise<void> {
    const selected = selectedLast()
    const looking = await this.#loadLooking()
    const { open, about } = this.#begun
    const quotation = looking?.quotationOf(selected, about.texts)
    if (!quotation) return announce(sayWords.quoting.nothing)
    this.write({ quotations: [...open.draft.said.quotations, quotation] })
    announce(sayWords.quoting.added(quotation.exact))
  }

  /** What was typed on the server's page was typed without seeing what was kept, which stays as it is (P5). */
  goOnApart(): void {
    this.#begun.open.branch()
  }

  async takeAway(): Promise<void> {
    const { takeAway } = await import('../../app/take-away.ts')
    const { draft } = this.#begun.open
    takeAway([{ kind: 'contribution', state: 'draft', draft }], this.#services.now())
  }

  /** Once for a text: whoever leaves it as it is has looked. */
  #isToBeLookedAt(): boolean {
    const { text } = this.#begun.open.draft.said
    if (this.#shown === text || !isWorthALook(this.model)) return false
    this.#shown = text
    this.#begun.onChange()
    announce(sayWords.look)
    return true
  }

  /** `sent`: from here on it waits, or has been answered. Otherwise the model says why not, and the words are where they were. */
  async send(): Promise<'sent' | 'problems' | 'look' | 'not-sent'> {
    if (this.#sending) return 'not-sent'
    const { open, about, onChange } = this.#begun
    this.#problems = checkSaid(open.draft.said)
    onChange()
    if (this.#problems.length > 0) return 'problems'
    this.#sending = true
    try {
      await this.#loadLooking()
      if (this.#isToBeLookedAt()) return 'look'
      await open.save()
      await sendContribution(this.#services, open.draft, about)
      return 'sent'
    } catch (error) {
      this.#trouble = isFailure(error) ? sayWords.notSent : troubleWords.notSent
      onChange()
      announce(this.#trouble)
      if (!isFailure(error)) throw error
      return 'not-sent'
    } finally {
      this.#sending = false
    }
  }
}
