import type { ContributionDraft } from '@takepart/shared/domain/device/contribution-record'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Said } from '@takepart/shared/domain/round/contribution'
import type { SaveState } from '../../app/open-draft.ts'
import type { Services } from '../../app/services.ts'

/** What is written is stored this often while somebody goes on writing, in milliseconds. */
const pause = 250

/**
 * A contribution that somebody is writing, as `OpenDraft` is for answers: it holds the words whatever becomes of storage, and is
 * the only thing that says "saved" about them. Raises `change` whenever the words or their save state have changed.
 */
export class OpenContribution extends EventTarget {
  #draft: ContributionDraft
  #saveState: SaveState = { kind: 'untouched' }
  #dirty = false
  #saving: Promise<boolean> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #services: Services

  constructor(services: Services, draft: ContributionDraft) {
    super()
    this.#services = services
    this.#draft = draft
  }

  get draft(): ContributionDraft {
    return this.#draft
  }

  get saveState(): SaveState {
    return this.#saveState
  }

  get unsaved(): boolean {
    return this.#dirty || this.#saving !== undefined
  }

  write(said: Said, ownDevice: boolean): void {
    this.#draft = {
      ...this.#draft,
      said,
      ownDevice,
      changedAt: this.#services.now().toISOString(),
    }
    this.#dirty = true
    this.#raise(this.#saveState.kind === 'not-saved' ? this.#saveState : { kind: 'saving' })
    this.#timer ??= setTimeout(() => void this.save(), pause)
  }

  /** Goes on in a record of its own, so that nothing written elsewhere is lost to what is written here (P5). */
  branch(): void {
    this.#draft = { ...this.#draft, id: this.#services.newId() as ContributionId, revision: 0 }
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
      const outcome = await this.#services.records.adopt({
        kind: 'contribution',
        state: 'draft',
        draft: this.#draft,
      })
      this.#dirty ||= !outcome.saved
      if (outcome.saved) this.#draft = { ...this.#draft, revision: outcome.draft.revision }
      else if (outcome.reason === 'not-a-draft') this.branch()
      else return this.#raise({ kind: 'not-saved', reason: outcome.reason })
    }
    return this.#raise({ kind: 'saved', at: this.#services.now().toISOString() })
  }

  #raise(saveState: SaveState): boolean {
    this.#saveState = saveState
    this.dispatchEvent(new Event('change'))
    return saveState.kind === 'saved'
  }
}
