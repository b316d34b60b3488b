import { anchorQuotation, sourceKey, type Quotation } from '@takepart/shared/domain/round/quotation'
import { findTyped, type QuotableText } from '@takepart/shared/domain/round/typed-quotation'

/** The last words that somebody selected in a text that can be quoted; kept when the focus then moves to a button. */
let last: { readonly key: string; readonly words: string } | undefined

/** Remembers what is selected, by keyboard, finger or mouse alike. The returned function ends that. */
export function watchSelection(): () => void {
  const over = new AbortController()
  const remember = (): void => {
    const selection = getSelection()
    const words = selection?.toString().trim()
    if (!selection || !words) return
    const { anchorNode } = selection
    const within = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
    const key = within?.closest<HTMLElement>('[data-quotable]')?.dataset['quotable']
    last = key === undefined ? undefined : { key, words }
  }
  document.addEventListener('selectionchange', remember, { signal: over.signal })
  return () => over.abort()
}

/** The selected words bound to the text they stand in; undefined where none are selected in any of these texts. */
export function selectedQuotation(texts: readonly QuotableText[]): Quotation | undefined {
  const text = texts.find(({ of }) => sourceKey(of) === last?.key)
  const span = text && last && findTyped(text.text, last.words)
  return span && anchorQuotation(text.of, text.text, span)
}
