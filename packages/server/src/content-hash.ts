import { createHash } from 'node:crypto'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { canonicalJson } from '@takepart/shared/domain/core/canonical-json'

/** What makes two sendings the same response. */
export interface Content {
  readonly slug: string
  readonly version: number
  readonly edition: string
  /** Tidied, so that it can be made again from the stored row. */
  readonly answers: Answers
}

/** SHA-256 over what was said and what it answers: by it a repeat is told from something else under the same id (P3). */
export const contentHash = ({ slug, version, edition, answers }: Content): Buffer =>
  createHash('sha256').update(canonicalJson({ slug, version, edition, answers })).digest()
