import type {
  DeliveryOf,
  DraftParts,
  RecordOf,
  SendableKind,
  WaitingRecord,
} from '@takepart/shared/domain/device/record'
import { isOfKind, withName, type KeptRecord } from '@takepart/shared/domain/device/record'
import { recordAddress } from '@takepart/shared/domain/device/record-address'
import { settled } from '../offline/record-states.ts'
import type { Services } from './services.ts'

/** What was sent while the device could not store it: this page is the only place that knows of it. */
const unstored = new Map<string, KeptRecord>()

export const holdUnstored = ({ newId }: Services, record: KeptRecord): void =>
  void unstored.set(record.draft.id, withName(record, record.draft.name ?? newId()))

export function unstoredRecord<K extends SendableKind>(
  kind: K,
  id: string,
): RecordOf<K> | undefined {
  const record = unstored.get(id)
  return record && isOfKind(record, kind) ? record : undefined
}

export const forgetUnstored = (id: string): boolean => unstored.delete(id)

/** A record, wherever it is; undefined where there is none, or where the store does not answer. */
export const findRecord = async <K extends SendableKind>(
  { records }: Services,
  kind: K,
  id: string,
): Promise<RecordOf<K> | undefined> =>
  unstoredRecord(kind, id) ?? (await records.read(kind, id).catch(() => undefined))

/**
 * The record that the address in the bar names. Addresses of earlier releases held its id, which is the key of a row on
 * the server: one that still does opens it too, and makes way for the name before the page can be asked for again.
 */
export async function recordAt<K extends SendableKind>(
  services: Services,
  kind: K,
  place: string,
): Promise<RecordOf<K> | undefined> {
  const all: readonly KeptRecord[] = [
    ...unstored.values(),
    ...(await services.records.list(kind).catch(() => [])),
  ]
  const named = all.find(({ draft }) => draft.name === place)
  if (named) return isOfKind(named, kind) ? named : undefined
  const found = await findRecord(services, kind, place)
  const name = found?.draft.name
  if (name) history.replaceState(history.state, '', location.href.replace(place, name))
  return found
}

/**
 * The address of what became of a draft; of one that is not there, that of the list. The store is asked first: where it was
 * wiped meanwhile, the record was named anew when it was written again.
 */
export async function addressOfRecord(
  services: Services,
  kind: SendableKind,
  { id, name }: Pick<DraftParts, 'id' | 'name'>,
): Promise<string> {
  const record = await findRecord(services, kind, id)
  return recordAddress(record ?? { kind, draft: name ? { name } : {} })
}

/** Lets a record go from this device; false when it is still there. */
export async function forgetRecord({ records }: Services, id: string): Promise<boolean> {
  return forgetUnstored(id) || records.discard(id)
}

/**
 * Sends what is written in one piece: from here on it waits, until the server has answered. Where the device cannot store
 * that it waits, it is sent straight away instead, and what came of it is held in this page only. Throws `Unavailable`
 * when that cannot be done either: the words are still on the form.
 */
export async function sendRecord<K extends SendableKind>(
  services: Services,
  record: WaitingRecord<K>,
): Promise<void> {
  if ((await services.records.adopt(record)).saved) return void services.outbox.flush()
  const delivery = await services.send(record.kind, record.command)
  if (await keepAnswer(services, record, delivery)) return
  // What may be left of it as it was written is not what became of it.
  await services.records.discard(record.draft.id)
}

/**
 * Keeps what the server said to a record that was sent past the outbox, on the device or else in this page.
 *
 * @returns true when the device has it
 */
export async function keepAnswer<K extends SendableKind>(
  services: Services,
  record: WaitingRecord<K>,
  delivery: DeliveryOf<K>,
): Promise<boolean> {
  const answered = settled<K>(record, delivery, services.now().toISOString())
  if (answered === 'not-a-draft') return false
  if ((await services.records.adopt(answered)).saved) return true
  holdUnstored(services, answered)
  return false
}
