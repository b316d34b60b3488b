import {
  findPersonalDetails,
  type FoundDetail,
} from '@takepart/shared/domain/moderation/personal-details'
import type { QuotableText } from '@takepart/shared/domain/round/quotable-text'
import { anchorQuotation, sourceKey, type Quotation } from '@takepart/shared/domain/round/quotation'
import { findTyped, lookForTyped, type Looked } from '@takepart/shared/domain/round/typed-quotation'
import type { Selected } from './selected-words.ts'

/** Looks through what somebody writes. Loaded once there is a page to write on: nobody has to wait for it. */
export const lookThrough = (
  text: string,
  texts: readonly QuotableText[],
): { readonly looked: readonly Looked[]; readonly details: readonly FoundDetail[] } => ({
  looked: lookForTyped(text, texts),
  details: findPersonalDetails(text),
})

/** The selected words bound to the text they stand in; undefined where none are selected in any of these texts. */
export function quotationOf(
  selected: Selected | undefined,
  texts: readonly QuotableText[],
): Quotation | undefined {
  const text = texts.find(({ of }) => sourceKey(of) === selected?.key)
  const span = text && selected && findTyped(text.text, selected.words)
  return span && anchorQuotation(text.of, text.text, span)
}
