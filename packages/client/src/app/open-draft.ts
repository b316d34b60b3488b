import type { Answer, Answers } from '@takepart/shared/domain/question/answer'
import { mergeDrafts, withAnswer, type Draft } from '@takepart/shared/domain/device/draft'
import type { Records, SaveOutcome } from '../offline/records.ts'

/** What may be said about the words in a draft (P1). */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | {
      readonly kind: 'not-saved'
      readonly reason: Extract<SaveOutcome, { saved: false }>['reason']
    }

/** Typing is stored this long after the last key, choosing at once. */
const typingPause = 250
/** Somebody who types without a pause has their words stored this often all the same. */
const longestTyping = 500
/** Somebody who typed this lately is typing still: nothing from elsewhere is put under their hands. */
const typingRest = 1000

interface Dependencies {
  readonly records: Records
  readonly now: () => Date
}

/**
 * A draft that somebody is working on. It holds the words in memory whatever becomes of storage, so a save that fails
 * loses nothing while the tab is open, and it is the only thing that says "saved" about them.
 *
 * Raises `change` whenever the draft or its save state has changed.
 */
export class OpenDraft extends EventTarget {
  #draft: Draft
  #stored: Answers
  #saveState: SaveState = { kind: 'untouched' }
  #dirty = false
  #saving: Promise<boolean> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #latest: ReturnType<typeof setTimeout> | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #behind = false
  readonly #deps: Dependencies

  constructor(deps: Dependencies, draft: Draft) {
    super()
    this.#deps = deps
    this.#draft = draft
    this.#stored = draft.answers
  }

  get draft(): Draft {
    return this.#draft
  }

  get saveState(): SaveState {
    return this.#saveState
  }

  /** True while something typed here is not yet known to be stored. */
  get unsaved(): boolean {
    return this.#dirty || this.#saving !== undefined
  }

  /** Takes an answer (null takes it away) and stores it: at once, or after a pause in typing. */
  answer(questionId: string, answer: Answer | null, typing: boolean): void {
    // From the first letter on, what was said of the words before it is not true of these.
    const saveState =
      this.#saveState.kind === 'not-saved' ? this.#saveState : ({ kind: 'saving' } as const)
    this.#change(
      withAnswer(this.#draft, questionId, answer, this.#deps.now().toISOString()),
      saveState,
    )
    this.#hold()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), typing ? typingPause : 0)
    this.#latest ??= setTimeout(() => void this.save(), longestTyping)
    if (typing) this.#takeInLater()
  }

  /** Remembers how and in which edition the person reads, where they are, and whose device it is. Stored with the next save, or by `save`. */
  turnTo(
    place: Partial<Pick<Draft, 'edition' | 'paging' | 'place' | 'ownDevice' | 'deviceAsked'>>,
  ): void {
    if (
      Object.entries(place).every(
        ([key, value]) => this.#draft[key as keyof typeof place] === value,
      )
    )
      return
    this.#change({ ...this.#draft, ...place })
  }

  /** Uses what was written elsewhere, or lets it go; either way the person has chosen, and it stops being offered. */
  settleOther(index: number, use: boolean): void {
    const other = this.#draft.others[index]
    if (!other) return
    const others = this.#draft.others.filter((_, at) => at !== index)
    this.#change({ ...this.#draft, others })
    if (use)
      this.#change(
        withAnswer(this.#draft, other.questionId, other.answer, this.#deps.now().toISOString()),
      )
    void this.save()
  }

  /**
   * Keeps beside the answers what they were in `before`, where something else has been written since without seeing them:
   * on a page that was shown empty until its script had run (P5).
   */
  keepReplaced(before: Answers): void {
    this.#change(mergeDrafts({}, this.#draft, { ...this.#draft, answers: before, others: [] }))
  }

  /**
   * Goes on in a draft that the device's store has given up late, with what was written here meanwhile: where both have an
   * answer, this one is shown and that one kept beside it (P5).
   */
  async goOnIn(found: Draft): Promise<void> {
    await this.#saving
    const { answers, others, changedAt, place = found.place } = this.#draft
    const mine = { ...found, answers, others, changedAt, ...(place && { place }) }
    this.#stored = found.answers
    this.#change(mergeDrafts({}, mine, found))
    await this.save()
  }

  /** Has everybody look again at what may be said of the words: where they are kept has changed. */
  lookAgain(): void {
    this.#raise(this.#saveState)
  }

  /** Stores what is not yet stored; answers whether all of it is (P1). Safe to call at any time, however often. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer)
    clearTimeout(this.#latest)
    this.#latest = undefined
    this.#saving ??= this.#store().finally(() => {
      this.#saving = undefined
    })
    return this.#saving
  }

  /** Gives the words to the person as a file, whatever becomes of storage. */
  async takeAway(): Promise<void> {
    const { takeAway } = await import('./take-away.ts')
    takeAway([{ kind: 'response', state: 'draft', draft: this.#draft }], this.#deps.now())
  }

  /**
   * Takes in what another tab stored: once typing here has rested, so that no field changes under somebody's hands. Words
   * typed here and not yet stored win; the others are kept beside them (P5).
   */
  async takeIn(): Promise<void> {
    this.#behind = true
    if (this.#resting !== undefined) return
    await this.#saving
    this.#behind = false
    // A store that cannot be read has nothing to take in: the next save merges what it holds.
    const record = await this.#deps.records.read('response', this.#draft.id).catch(() => undefined)
    if (record?.state !== 'draft' || record.draft.revision <= this.#draft.revision) return
    this.#rebase(this.#stored, record.draft)
    this.#raise(this.#saveState)
  }

  #takeInLater(): void {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => {
      this.#resting = undefined
      if (this.#behind) void this.takeIn()
    }, typingRest)
  }

  async #store(): Promise<boolean> {
    while (this.#dirty) {
      const sent = this.#draft
      this.#dirty = false
      this.#raise({ kind: 'saving' })
      const outcome = await this.#deps.records.saveDraft('response', sent, this.#stored)
      if (!outcome.saved) {
        this.#dirty = true
        this.#raise({ kind: 'not-saved', reason: outcome.reason })
        return false
      }
      this.#rebase(sent.answers, outcome.draft)
      // What was typed meanwhile goes round again before anything is called saved.
      if (this.#dirty) continue
      this.#deps.records.letGo(sent.id)
      this.#raise({ kind: 'saved', at: this.#deps.now().toISOString() })
    }
    return true
  }

  #rebase(base: Answers, stored: Draft): void {
    const mine = { ...this.#draft, others: this.#dirty ? this.#draft.others : stored.others }
    const { revision, changes, name } = stored
    this.#draft = { ...mergeDrafts(base, mine, stored), revision, changes, name }
    this.#stored = stored.answers
    if (this.#dirty) this.#hold()
  }

  /** In case the page goes before it is saved. */
  #hold(): void {
    this.#deps.records.hold('response', this.#draft, this.#stored)
  }

  #change(draft: Draft, saveState = this.#saveState): void {
    this.#draft = draft
    this.#dirty = true
    this.#raise(saveState)
  }

  #raise(saveState: SaveState): void {
    this.#saveState = saveState
    this.dispatchEvent(new Event('change'))
  }
}
