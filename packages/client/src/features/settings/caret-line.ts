/**
 * The middle of the line of a field that the caret is in, from the top of the window, and within the field. A browser does not
 * say where a caret is in a `textarea`: its words are laid out once more, up to the caret, in a box that looks the same.
 */
export function caretLine(field: HTMLTextAreaElement): number {
  const { value, selectionEnd, clientWidth, clientLeft } = field
  const copy = document.createElement('div')
  copy.className = field.className
  copy.dir = field.dir
  copy.ariaHidden = 'true'
  copy.style.cssText = `position:absolute;visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word;inline-size:${clientWidth + 2 * clientLeft}px`
  const caret = document.createElement('span')
  // The word that follows decides whether the one before the caret still fits its line.
  caret.textContent = value.slice(selectionEnd).split(/\s/, 1)[0] || '\u200b'
  copy.append(value.slice(0, selectionEnd), caret)
  field.after(copy)
  const line = caret.getClientRects()[0]!
  const at = (line.top + line.bottom) / 2 - copy.getBoundingClientRect().top
  copy.remove()
  const { top, bottom } = field.getBoundingClientRect()
  return Math.min(Math.max(top + at - field.scrollTop, top), bottom)
}
