/**
 * Removing words of a response by the Trust: parts of one answer are taken out, or all of it is erased. Each is done for a
 * reason of a fixed list, which is kept, told to whoever has the private code, and is no word of the response.
 */

/** Why a whole response may be erased (UK GDPR, article 17). */
export const erasureReasons = [
  'person-asked',
  'other-person-asked',
  'wrongly-held',
  'ordered',
  'could-harm',
] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** Why words are taken out of an answer. */
export const takeOutReasons = ['shows-who', 'private', 'could-harm', 'ordered'] as const
export type TakeOutReason = (typeof takeOutReasons)[number]

/** As it stands in the mark and in sentences, after "because". */
export const takeOutBecause: Readonly<Record<TakeOutReason, string>> = {
  'shows-who': 'it shows who somebody is',
  private: 'it is private to somebody else',
  'could-harm': 'it could harm somebody',
  ordered: 'the law says so',
}
