import { createFetchConsultation } from './api/fetch-consultation.ts'
import { createReadResponse, createSendCommand } from './api/send-command.ts'
import type { Services } from './app/services.ts'
import { clearDevice } from './offline/clear-device.ts'
import { createConnectivity } from './offline/connectivity.ts'
import { createDatabase } from './offline/database.ts'
import { createLibrary } from './offline/library.ts'
import { createOutbox } from './offline/outbox.ts'
import { openRecords } from './offline/records.ts'
import { openTabs } from './offline/tabs.ts'

/** Puts together what pages may ask of the device and the server. The clock, chance and the network come in here only. */
export async function createServices(): Promise<Services> {
  const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request)
  const now = () => new Date()
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const newId = () => crypto.randomUUID?.() ?? uuid(random(16))
  const tabs = openTabs()
  const database = createDatabase(tabs)
  const connectivity = createConnectivity()
  const send = createSendCommand(fetch)
  const records = await openRecords({ database, tabs, now, newId, random })
  return {
    records,
    outbox: createOutbox({ records, send, connectivity, now, random }),
    library: createLibrary(database, now),
    connectivity,
    api: { fetchConsultation: createFetchConsultation(fetch), readResponse: createReadResponse(fetch) },
    send,
    clearDevice,
    now,
    newId,
    random,
  }
}

/** Browsers have `randomUUID` on secure pages only (RFC 9562, version 4, otherwise). */
function uuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
