/** What decides where a line of a field ends and how high it is. */
const shape = [
  'font', 'letterSpacing', 'wordSpacing', 'lineHeight', 'textIndent', 'textAlign', 'direction', 'tabSize', 'paddingBlockStart', 'paddingInlineStart', 'paddingInlineEnd',
] as const

/**
 * The middle of the line of a field that the caret is in, from the top of the window, and within the field. A browser does not
 * say where a caret is in a `textarea`: its words are laid out once more, up to the caret, in a box of the same shape.
 */
export function caretLine(field: HTMLTextAreaElement): number {
  const style = getComputedStyle(field)
  const copy = document.createElement('div')
  for (const name of shape) copy.style[name] = style[name]
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', boxSizing: 'border-box', inlineSize: `${field.clientWidth}px`, whiteSpace: 'pre-wrap', overflowWrap: 'break-word' })
  const caret = document.createElement('span')
  // The word that follows decides whether the one before the caret still fits its line.
  caret.textContent = field.value.slice(field.selectionEnd).split(/\s/, 1)[0] || '\u200b'
  copy.append(field.value.slice(0, field.selectionEnd), caret)
  document.body.append(copy)
  const line = caret.getClientRects()[0]
  const at = line ? (line.top + line.bottom) / 2 - copy.getBoundingClientRect().top : 0
  copy.remove()
  const { top, bottom } = field.getBoundingClientRect()
  return Math.min(Math.max(top + field.clientTop + at - field.scrollTop, top), bottom)
}
