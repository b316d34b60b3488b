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
