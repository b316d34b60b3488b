import { textFromMarkup } from './text-from-markup.ts'

/** Fields in which structure is written as text. */
const structured = new Set(['f-blocks', 'f-introduction'])

/**
 * What is pasted from Word or a web page keeps its headings, lists and tables as text, and drops the rest. Nothing of the
 * markup is ever put into the page.
 */
export function pasteStructure(event: ClipboardEvent): void {
  const field = event.target
  if (!(field instanceof HTMLTextAreaElement) || !structured.has(field.id)) return
  const markup = event.clipboardData?.getData('text/html') ?? ''
  if (markup === '') return
  const text = textFromMarkup(markup)
  if (text === '') return
  event.preventDefault()
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
