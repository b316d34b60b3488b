import type { Answers } from '@takepart/shared/domain/question/answer'
import { mergeDrafts, type DeviceRecord, type Draft } from '@takepart/shared/domain/device/draft'
import { isOfResponse, type KeptRecord } from '@takepart/shared/domain/device/request-record'
import { storagePatience } from './database.ts'
import type { NotADraft } from './record-states.ts'
import { revisionOf, type Held, type RecordStore } from './record-store.ts'
import { StorageFailed, within, type StorageReason } from './storage-failed.ts'

/**
 * What became of a change to a record.
 *
 * `saved: true`, where the records are durable, is the only ground for the words "Saved on this device" (P1): the
 * transaction completed on disk and the same revision was read back, within 2 s. `draft` is what is held now, with what
 * another tab wrote meanwhile; the next change is based on its answers.
 *
 * `gone`: the record was deleted, by another tab or with the whole store; saving the draft with `revision: 0` stores it anew. `not-a-draft`: it waits,
 * was sent, or cannot take this step. The others are as in {@link StorageReason}.
 */
export type SaveOutcome =
  | { readonly saved: true; readonly draft: Draft }
  | { readonly saved: false; readonly reason: NotSaved }

export type NotSaved = StorageReason | 'gone' | NotADraft

/** What a record becomes, from what is held; or why it does not. */
export type Step = (held: Held | undefined) => KeptRecord | Exclude<NotSaved, StorageReason>

export interface Change {
  readonly id: string
  readonly step: Step
  readonly mark: string
  /** Sending begins with this change. */
  readonly tried?: true
}

/** Reads, decides, writes; and again, in the 2 s there are, when another tab was quicker. */
export async function changeRecord(store: RecordStore, change: Change): Promise<SaveOutcome> {
  let late = false
  const run = async (): Promise<SaveOutcome> => {
    while (!late) {
      const held = await store.find(change.id)
      const record = change.step(held)
      if (typeof record === 'string') return { saved: false, reason: record }
      const draft = { ...record.draft, revision: (revisionOf(held) ?? record.draft.revision) + 1 }
      const next = {
        record: { ...record, draft } as KeptRecord,
        mark: change.mark,
        tried: change.tried,
      }
      if (!late && (await store.replace({ id: change.id, expected: revisionOf(held), next })))
        return { saved: true, draft: draft as Draft }
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

/** The draft as it is to be stored over what is held. */
export function merged(held: Held | undefined, draft: Draft, base: Answers): ReturnType<Step> {
  if (!held) return draft.revision === 0 ? { state: 'draft', draft } : 'gone'
  if (held.record.state !== 'draft' || !isOfResponse(held.record)) return 'not-a-draft'
  const theirs = held.record.draft
  if (theirs.revision === draft.revision) return { ...held.record, draft }
  // Whether it changes a received response is the record's to say: a page left open since before sending knows nothing of it.
  return { ...held.record, draft: { ...mergeDrafts(base, draft, theirs), changes: theirs.changes } }
}

/**
 * A record made elsewhere, taken in beside what is held. Words that are on this device are never replaced: where the
 * two differ, one of them is kept in `others`. Refused when this device knows as much or more. A request that is being
 * written here takes what is made of that revision of it; one that was sent never changes, so that it was received is the
 * last there is to know of it.
 */
export function adopted(held: Held | undefined, record: KeptRecord): ReturnType<Step> {
  const here = held?.record
  if (!here) return record
  if (isOfResponse(record) && isOfResponse(here)) return adoptedResponse(here, record)
  const isNext =
    here.state === 'draft'
      ? record.draft.revision === here.draft.revision
      : record.state === 'received'
  return isNext ? record : 'not-a-draft'
}

function adoptedResponse(here: DeviceRecord, record: DeviceRecord): ReturnType<Step> {
  const isNewer =
    record.state === 'received' && record.receipt.revision > (here.receipt?.revision ?? 0)
  if (isNewer && here.state !== 'waiting')
    return { ...record, draft: mergeDrafts({}, record.draft, here.draft) }
  if (here.state === 'received' && record.state === 'received') return here
  if (here.state === 'draft' && record.state === 'draft')
    return { ...here, draft: mergeDrafts({}, here.draft, record.draft) }
  return 'not-a-draft'
}

/**
 * What this tab tried to store lately. A write that took too long may succeed after it was given up: the next one then
 * finds this tab's own words in the store, which must not look like somebody else's.
 */
export class Attempts {
  readonly #latest: { readonly mark: string; readonly answers: Answers }[] = []

  add(mark: string, answers: Answers): void {
    this.#latest.unshift({ mark, answers })
    this.#latest.length = Math.min(this.#latest.length, 20)
  }

  find(mark: string | undefined): Answers | undefined {
    return this.#latest.find((attempt) => attempt.mark === mark)?.answers
  }
}
