declare const brand: unique symbol

/**
 * Names one response from the first word typed to the row in the database: a random UUID made on the device when
 * the draft begins. Because the device makes it, sending twice can be recognised (promise P3).
 */
export type ResponseId = string & { readonly [brand]: 'ResponseId' }

/** Names one change or withdrawal of a response; a random UUID made on the device, for the same reason. */
export type ChangeId = string & { readonly [brand]: 'ChangeId' }

/** Names one request for support, on the device and in the database; a random UUID made on the device, for the same reason. */
export type RequestId = string & { readonly [brand]: 'RequestId' }

/** Names one contribution to a round, on the device and in the database; a random UUID made on the device, for the same reason. */
export type ContributionId = string & { readonly [brand]: 'ContributionId' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a lower-case UUID (RFC 9562). Upper case is refused so that one id has one spelling. */
export const isUuid = (text: string): boolean => uuid.test(text)

/** What a person is given to speak of their response: four letters, a hyphen, four digits ("KTRM-4821"). Made by the server. */
export type Reference = string & { readonly [brand]: 'Reference' }

/** A random UUID (RFC 9562, version 4) from at least 16 random bytes. */
export function uuidFrom(random: Uint8Array): string {
  const bytes = Uint8Array.from(random.slice(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
