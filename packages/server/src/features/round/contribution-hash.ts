import { createHash } from 'node:crypto'
import { canonicalJson } from '@takepart/shared/domain/core/canonical-json'
import type { Said } from '@takepart/shared/domain/round/contribution'

/** What makes two sendings the same contribution: what was said, where, and in answer to what (P3). */
export const contributionHash = (content: {
  readonly slug: string
  readonly inReplyTo?: number
  /** Tidied. */
  readonly said: Said
}): Buffer => createHash('sha256').update(canonicalJson(content)).digest()

/** SHA-256 of the id that a device made for one round: equal presses are known, and no device is. */
export const deviceHash = (slug: string, deviceId: string): Buffer =>
  createHash('sha256').update(`${slug} ${deviceId}`).digest()
