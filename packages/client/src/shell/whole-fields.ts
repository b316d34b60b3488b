/**
 * Shows the whole of a field of several lines that Tab has come to. Chromium scrolls one that is half in sight only as far
 * as its caret, and somebody who sees little would not find where it ends.
 */
export function showWholeFields(): void {
  window.addEventListener('keyup', ({ key }) => {
    const field = document.activeElement
    if (key === 'Tab' && field instanceof HTMLTextAreaElement)
      field.scrollIntoView({ block: 'nearest' })
  })
}
