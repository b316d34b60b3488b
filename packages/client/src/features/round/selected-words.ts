/** Words that somebody selected in a text that can be quoted. */
export interface Selected {
  /** Of the text: see `sourceKey`. */
  readonly key: string
  readonly words: string
}

/** Kept when the focus then moves to a button. */
let last: Selected | undefined

/** What was selected last, if that was in a text that can be quoted. */
export const selectedLast = (): Selected | undefined => last

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
