import { normaliseCode } from '@takepart/shared/domain/response/private-code'

/** What the server is told of a private code: it stays on the device, and only its hash is sent. */
export const hashOfCode = (code: string): Promise<string> => sha256(normaliseCode(code) ?? code)

/** Pages without a secure connection have no Web Cryptography; sending must work there too. */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const hash = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes)
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
