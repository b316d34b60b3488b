import type { BaseOf, DraftOf } from '@takepart/shared/domain/device/record'
import type { SaveState } from './open-draft.ts'
import type { Services } from './services.ts'

/** The kinds that are written and sent in one piece. */
export type PieceKind = 'support-request' | 'contribution'

/** What is written is stored this often while somebody goes on writing, in milliseconds. */
const pause = 250

/**
 * What somebody is writing in one piece, as `OpenDraft` is for answers: it holds the words whatever becomes of storage, and
 * is the only thing that says "saved" about them. Raises `change` whenever the words or their save state have changed.
 */
export class OpenPiece<K extends PieceKind> extends EventTarget {
  #draft: DraftOf<K>
  #saveState: SaveState = { kind: 'untouched' }
  #dirty = false
  #saving: Promise<boolean> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #services: Services
  readonly #kind: K

  constructor(services: Services, kind: K, draft: DraftOf<K>) {
    super()
    this.#services = services
    this.#kind = kind
    this.#draft = draft
  }

  get draft(): DraftOf<K> {
    return this.#draft
  }

  get saveState(): SaveState {
    return this.#saveState
  }

  get unsaved(): boolean {
    return this.#dirty || this.#saving !== undefined
  }

  write(change: Partial<DraftOf<K>>): void {
    this.#draft = { ...this.#draft, ...change, changedAt: this.#services.now().toISOString() }
    this.#dirty = true
    this.#services.records.hold(this.#kind, this.#draft, undefined as BaseOf<K>)
    this.#raise(this.#saveState.kind === 'not-saved' ? this.#saveState : { kind: 'saving' })
    this.#timer ??= setTimeout(() => void this.save(), pause)
  }

  /** Goes on in a record of its own, so that nothing written elsewhere is lost to what is written here (P5). */
  branch(): void {
    this.#services.records.letGo(this.#draft.id)
    this.#draft = { ...this.#draft, id: this.#services.newId(), revision: 0 }
  }

  /** Stores what is not yet stored; answers whether all of it is (P1). */
  save(): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#saving ??= this.#store().finally(() => {
      this.#saving = undefined
    })
    return this.#saving
  }

  async #store(): Promise<boolean> {
    while (this.#dirty) {
      this.#dirty = false
      const outcome = await this.#services.records.adopt<K>({
        kind: this.#kind,
        state: 'draft',
        draft: this.#draft,
      })
      this.#dirty ||= !outcome.saved
      const { revision, name } = outcome.saved ? outcome.draft : this.#draft
      if (outcome.saved) this.#draft = { ...this.#draft, revision, name }
      else if (outcome.reason === 'not-a-draft') this.branch()
      else return this.#raise({ kind: 'not-saved', reason: outcome.reason })
    }
    this.#services.records.letGo(this.#draft.id)
    return this.#raise({ kind: 'saved', at: this.#services.now().toISOString() })
  }

  #raise(saveState: SaveState): boolean {
    this.#saveState = saveState
    this.dispatchEvent(new Event('change'))
    return saveState.kind === 'saved'
  }
}
