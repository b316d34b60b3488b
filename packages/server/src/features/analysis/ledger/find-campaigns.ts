import { groupLikeTexts, ownWordsIn } from '@takepart/shared/domain/moderation/near-duplicates'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { wordsOfResponses } from './ledger.queries.ts'

/** Responses in nearly the same words, for a person to decide on. Nothing is changed by finding them (S51). */
export interface LikeResponses {
  /** The response whose words most others have. */
  readonly model: string
  readonly words: string
  readonly standard: readonly string[]
  /** Those with words of their own, and which. */
  readonly edited: readonly { readonly id: string; readonly own: readonly string[] }[]
}

/** What two or more responses have nearly the same words, the largest group first; two may be one paper form typed twice. */
export async function findCampaigns(
  db: Kysely<Schema>,
  consultationId: string,
): Promise<readonly LikeResponses[]> {
  const texts = new Map<string, string>()
  for await (const { id, text } of wordsOfResponses(db, consultationId)) texts.set(id, text)
  const groups = groupLikeTexts([...texts].map(([id, text]) => ({ id, text })))
  return groups
    .map(({ model, ids }) => {
      const words = texts.get(model) ?? ''
      const others = ids.map((id) => ({ id, own: ownWordsIn(texts.get(id) ?? '', words) }))
      return {
        model,
        words,
        standard: others.filter(({ own }) => own.length === 0).map(({ id }) => id),
        edited: others.filter(({ own }) => own.length > 0),
      }
    })
    .toSorted(
      (one, other) =>
        other.standard.length + other.edited.length - one.standard.length - one.edited.length,
    )
}
