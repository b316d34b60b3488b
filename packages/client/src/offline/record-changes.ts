import {
  isOfKind,
  withName,
  withRevision,
  type BaseOf,
  type DraftOf,
  type NotADraft,
  type RecordOf,
  type SendableKind,
  type SentOf,
} from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import { storagePatience } from './database.ts'
import { revisionOf, type Held, type RecordStore } from './record-store.ts'
import { StorageFailed, within, type StorageReason } from './storage-failed.ts'

/**
 * What became of a change to a record.
 *
 * `saved: true`, where the records are durable, is the only ground for the words "Saved on this device" (P1): the
 * transaction completed on disk and the same revision was read back, within 2 s. `draft` is what is held now, with what
 * another tab wrote meanwhile; the next change is based on it.
 *
 * `gone`: the record was deleted, by another tab or with the whole store; saving the draft with `revision: 0` stores it anew. `not-a-draft`: it waits,
 * was sent, or cannot take this step. The others are as in {@link StorageReason}.
 */
export type SaveOutcome<K extends SendableKind = SendableKind> =
  | { readonly saved: true; readonly draft: DraftOf<K> | SentOf<K> }
  | { readonly saved: false; readonly reason: NotSaved }

export type NotSaved = StorageReason | 'gone' | NotADraft

/** What a record becomes, from what is held; or why it does not. */
export type Step<K extends SendableKind> = (
  held: Held<K> | undefined,
) => RecordOf<K> | Exclude<NotSaved, StorageReason>

export interface Change<K extends SendableKind> {
  readonly kind: K
  readonly id: string
  readonly step: Step<K>
  readonly mark: string
  /** Sending begins with this change. */
  readonly tried?: true
}

/** Reads, decides, writes; and again, in the 2 s there are, when another tab was quicker. */
export async function changeRecord<K extends SendableKind>(
  store: RecordStore,
  { kind, id, step, mark, tried }: Change<K>,
): Promise<SaveOutcome<K>> {
  let late = false
  const run = async (): Promise<SaveOutcome<K>> => {
    while (!late) {
      const held = await store.find(id)
      if (held && !isHeldOf(held, kind)) return { saved: false, reason: 'not-a-draft' }
      const changed = step(held)
      if (typeof changed === 'string') return { saved: false, reason: changed }
      const revision = (revisionOf(held) ?? changed.draft.revision) + 1
      // The first write of a record names it; what another device or a tab's page called it does not count here.
      const record = withRevision(withName(changed, held?.record.draft.name ?? mark), revision)
      const next = { record, mark, tried }
      if (!late && (await store.replace({ id, expected: revisionOf(held), next })))
        return { saved: true, draft: record.draft }
    }
    return { saved: false, reason: 'timeout' }
  }
  try {
    return await within(storagePatience, run())
  } catch (error) {
    late = true
    if (error instanceof StorageFailed) return { saved: false, reason: error.reason }
    throw error
  }
}

const isHeldOf = <K extends SendableKind>(held: Held, kind: K): held is Held<K> =>
  isOfKind(held.record, kind)

/** The draft as it is to be stored over what is held. */
export function merged<K extends SendableKind>(
  kind: K,
  held: Held<K> | undefined,
  { draft, base }: { readonly draft: DraftOf<K>; readonly base: BaseOf<K> },
): ReturnType<Step<K>> {
  if (!held) return draft.revision === 0 ? { kind, state: 'draft', draft } : 'gone'
  if (held.record.state !== 'draft') return 'not-a-draft'
  const theirs = held.record.draft
  if (theirs.revision === draft.revision) return { ...held.record, draft }
  const both = rulesFor(kind).merge(base, draft, theirs)
  return both === 'not-a-draft' ? both : { ...held.record, draft: both }
}

/**
 * What this tab tried to store lately. A write that took too long may succeed after it was given up: the next one then
 * finds this tab's own words in the store, which must not look like somebody else's.
 */
export class Attempts {
  readonly #latest: Attempt<SendableKind>[] = []

  add<K extends SendableKind>(attempt: Attempt<K>): void {
    this.#latest.unshift(attempt)
    this.#latest.length = Math.min(this.#latest.length, 20)
  }

  /** What was tried in the write that `held` comes from, when it was this tab's. */
  find<K extends SendableKind>(kind: K, held: Held<K> | undefined): Attempt<K> | undefined {
    return this.#latest.find(
      (attempt): attempt is Attempt<K> => attempt.kind === kind && attempt.mark === held?.mark,
    )
  }
}

interface Attempt<K extends SendableKind> {
  readonly kind: K
  readonly mark: string
  readonly draft: DraftOf<K>
}
