/**
 * Takes the links to meanings away for somebody who wants no help with words: the words stay. Somebody who changes their
 * mind has them on the next page.
 */
export function showPlainWords(): void {
  if (document.documentElement.dataset['wordHelp'] !== 'off') return
  for (const link of document.querySelectorAll('a.word')) link.replaceWith(...link.childNodes)
}
