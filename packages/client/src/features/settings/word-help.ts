import { whenPageChanges } from './tool-bar.ts'

/** Where a word led while it was a link. */
const ledTo = new WeakMap<Element, string>()

let over: AbortController | undefined

/**
 * Does as the setting says: a hard word is a link to what it means, or is a word like any other. The list of words
 * explained stays on the page either way.
 */
export function follow(): void {
  if (document.documentElement.dataset['wordHelp'] === 'off') {
    if (!over) whenPageChanges(unmark, (over = new AbortController()).signal)
    unmark()
  } else {
    over?.abort()
    over = undefined
    for (const word of document.querySelectorAll('.word:not([href])'))
      word.setAttribute('href', ledTo.get(word) ?? '')
  }
}

/** A link without an address is no link: it is not in the way of whoever goes from link to link. */
function unmark(): void {
  for (const word of document.querySelectorAll('.word[href]')) {
    ledTo.set(word, word.getAttribute('href') ?? '')
    word.removeAttribute('href')
  }
}
