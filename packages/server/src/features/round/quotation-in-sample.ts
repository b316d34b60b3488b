import {
  anchorQuotation,
  sourceKey,
  sourceOfKey,
  type Quotation,
} from '@takepart/shared/domain/round/quotation'
import type { Round } from '@takepart/shared/domain/round/round'
import { textOfStarter } from '@takepart/shared/domain/round/starter'

/**
 * Binds words that a sample file quotes from a starter.
 *
 * @throws when they are not in it: the sample comes with the program, so that is a bug
 */
export function quotationInSample(
  { starters }: Round,
  { of, words }: { readonly of: string; readonly words: string },
): Quotation {
  const source = sourceOfKey(of)
  const starter = starters.find(({ id }) => sourceKey({ kind: 'starter', id }) === of)
  const text = starter ? textOfStarter(starter) : ''
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const quotation = source && start >= 0 ? anchorQuotation(source, text, span) : undefined
  if (!quotation) throw new Error(`The sample quotes words that are not there: ${words}`)
  return quotation
}
