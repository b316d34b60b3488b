import type { SaveResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { fieldOf, type Part, type Value } from '@takepart/shared/domain/authoring/draft/draft'
import type { KeptEdits, SentEdit } from '@takepart/shared/domain/authoring/draft/sent-edit'
import { sameContent } from '@takepart/shared/domain/core/canonical-json'

export interface SaverParts {
  readonly draft: string
  /** As the server sent it. */
  readonly part: Part
  readonly kept: KeptEdits
  /** Throws when the server did not answer. */
  readonly send: (edit: SentEdit) => Promise<SaveResult>
  readonly newId: () => string
  readonly now: () => Date
  /** Called whenever there is something else to show. */
  readonly onChange: () => void
  /** Called when everything written has been saved. */
  readonly onSaved: () => void
}

interface Entry {
  readonly sent: SentEdit
  readonly order: number
  /** Once it was on its way its words are what they are: the server may have it. */
  attempted: boolean
  onDevice: boolean
}

/** How it stands with what was written; each is true when it is said. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly waiting: number; readonly onDevice: boolean }
  | { readonly kind: 'refused'; readonly words: string }

const sets = ({ edit }: SentEdit, part: string, field: string): boolean =>
  edit.do === 'set' && edit.part === part && edit.field === field

const wordsOf = ({ sent: { edit } }: Entry) => (edit.do === 'set' ? edit : undefined)

const pause = 500
const firstRetry = 2_000
const longestRetry = 30_000

/**
 * Keeps what somebody writes in one part: first on this device, then at the server, one edit after the other. An edit leaves
 * the device only when the server has said what became of it; one whose answer was lost is sent again under the same id.
 */
export class DraftSaver {
  /** The part with what was typed last. */
  part: Part
  /** Why a field could not be saved, by field. */
  readonly problems = new Map<string, string>()
  readonly #parts: SaverParts
  /** What the server says, by field. */
  #base: Map<string, Value>
  #queue: Entry[] = []
  #refused = new Map<string, Entry>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #delay = firstRetry
  #sending = false
  #reached = true
  #savedAt: Date | undefined
  #order = 0
  readonly #touched = new Set<string>()

  constructor(parts: SaverParts) {
    this.#parts = parts
    this.part = parts.part
    this.#base = new Map(Object.entries(parts.part.fields))
  }

  get state(): SavingState {
    const [words] = this.problems.values()
    if (this.#queue.length > 0 && !this.#reached)
      return {
        kind: 'waiting',
        waiting: this.#queue.length,
        onDevice: this.#queue.every(({ onDevice }) => onDevice),
      }
    if (this.#queue.length > 0 || this.#touched.size > 0) return { kind: 'saving' }
    return words === undefined ? { kind: 'saved', at: this.#savedAt } : { kind: 'refused', words }
  }

  /** Takes up what an earlier page left on this device, and sends it. */
  async begin(): Promise<void> {
    const { kept, draft, part } = this.#parts
    for (const { order, ...sent } of await kept.list(draft)) {
      this.#order = Math.max(this.#order, order)
      this.#queue.push({ sent, order, attempted: true, onDevice: true })
      const { edit } = sent
      if (edit.do === 'set' && edit.part === part.key) this.#show(edit.field, edit.now)
    }
    this.#parts.onChange()
    await this.flush()
  }

  /** Notes what somebody wrote, and saves it after a short pause. */
  write(field: string, value: Value): void {
    this.#show(field, value)
    this.#touched.add(field)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.commit(), pause)
    this.#parts.onChange()
  }

  /** Puts everything written onto the device now, and sends it. */
  async commit(): Promise<void> {
    clearTimeout(this.#timer)
    const fields = [...this.#touched]
    this.#touched.clear()
    await Promise.all(fields.map((field) => this.#enqueue(field, fieldOf(this.part, field))))
    await this.flush()
  }

  /** Takes in what the server says of the part now: fields that nobody is writing here follow it. */
  follow(part: Part): void {
    const busy = new Set([
      ...this.#touched,
      ...this.problems.keys(),
      ...this.#queue.map(({ sent }) => (sent.edit.do === 'set' ? sent.edit.field : '')),
    ])
    const own = Object.entries(this.part.fields).filter(([field]) => busy.has(field))
    const others = Object.entries(part.fields).filter(([field]) => !busy.has(field))
    for (const field of new Set([...Object.keys(part.fields), ...this.#base.keys()]))
      if (!busy.has(field)) this.#base.set(field, fieldOf(part, field))
    this.part = { ...part, fields: Object.fromEntries([...others, ...own]) }
  }

  /** Sends what waits, the oldest first, until the server cannot be reached. */
  async flush(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    clearTimeout(this.#retry)
    try {
      while (this.#queue[0]) await this.#sendOne(this.#queue[0])
      this.#delay = firstRetry
      if (this.problems.size === 0 && this.#touched.size === 0) this.#parts.onSaved()
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#reached = false
      this.#retry = setTimeout(() => void this.flush(), this.#delay)
      this.#delay = Math.min(this.#delay * 2, longestRetry)
    } finally {
      this.#sending = false
      this.#parts.onChange()
    }
  }

  /** Stops trying; what waits stays on the device. */
  stop(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#retry)
  }

  async #enqueue(field: string, now: Value): Promise<void> {
    const { draft, part, kept, newId } = this.#parts
    await this.#dropRefused(field)
    const last = this.#queue.findLast(({ sent }) => sets(sent, part.key, field))
    const open = last && !last.attempted ? last : undefined
    const was = open ? wordsOf(open)?.was : this.#after(last, field)
    if (open) this.#queue = this.#queue.filter((entry) => entry !== open)
    if (sameContent(was, now)) return open && kept.remove(open.sent.id)
    const edit = { do: 'set' as const, part: part.key, field, was, now }
    const sent: SentEdit = { draft, id: open?.sent.id ?? newId(), edit }
    const order = open?.order ?? (this.#order += 1)
    const entry: Entry = { sent, order, attempted: false, onDevice: false }
    this.#queue.push(entry)
    entry.onDevice = await kept.put({ ...sent, order })
    this.#parts.onChange()
  }

  /** What a field says once everything that waits is saved. */
  #after(last: Entry | undefined, field: string): Value {
    return last ? wordsOf(last)?.now : this.#base.get(field)
  }

  async #sendOne(entry: Entry): Promise<void> {
    entry.attempted = true
    this.#parts.onChange()
    const result = await this.#parts.send(entry.sent)
    this.#reached = true
    this.#queue = this.#queue.filter((one) => one !== entry)
    const { edit } = entry.sent
    const isHere = edit.do === 'set' && edit.part === this.#parts.part.key
    if (result.outcome === 'refused') {
      if (isHere) {
        this.problems.set(edit.field, result.words ?? result.problem)
        this.#refused.set(edit.field, entry)
      }
      return
    }
    this.#savedAt = this.#parts.now()
    await this.#parts.kept.remove(entry.sent.id)
    if (isHere) this.#take(edit, result)
  }

  /** What the server says of a field from now on; where somebody else's words are in place, theirs are shown and ours kept beside. */
  #take(
    edit: Extract<SentEdit['edit'], { do: 'set' }>,
    result: Exclude<SaveResult, { outcome: 'refused' }>,
  ): void {
    const { field } = edit
    if (result.outcome === 'saved') {
      this.#base.set(field, edit.now)
      return
    }
    const inPlace = result.part && fieldOf(result.part, field)
    const typed = fieldOf(this.part, field)
    this.#touched.delete(field)
    if (!sameContent(typed, edit.now)) {
      // What was typed since goes beside too, as a change of our own words and not of theirs.
      this.#base.set(field, edit.now)
      void this.#enqueue(field, typed)
    }
    this.#base.set(field, inPlace)
    this.#show(field, inPlace)
    this.part = { ...this.part, others: result.part?.others ?? this.part.others }
  }

  async #dropRefused(field: string): Promise<void> {
    this.problems.delete(field)
    const entry = this.#refused.get(field)
    if (!entry) return
    this.#refused.delete(field)
    await this.#parts.kept.remove(entry.sent.id)
  }

  #show(field: string, value: Value): void {
    const { [field]: _, ...rest } = this.part.fields
    this.part = {
      ...this.part,
      fields: value === undefined ? rest : { ...rest, [field]: value },
    }
  }
}
