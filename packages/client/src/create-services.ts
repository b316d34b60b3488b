import type { Services } from './app/services.ts'
import { openServices } from './open-services.ts'

/** Services in this browser. Its clock, chance and network come in here and nowhere else. */
export const createServices = (): Promise<Services> => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  return openServices({
    now: () => new Date(),
    newId: () => crypto.randomUUID?.() ?? uuid(random(16)),
    random,
    fetch: (...request) => fetch(...request),
  })
}

/** Browsers have `randomUUID` on secure pages only (RFC 9562, version 4, otherwise). */
function uuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
