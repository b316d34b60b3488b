import { html } from 'lit'

/**
 * A text in its paragraphs.
 *
 * @param draw makes what stands in a paragraph; it is given the words and where in the text they begin
 */
export function paragraphsOf(
  text: string,
  draw: (paragraph: string, start: number) => unknown = (paragraph) => paragraph,
) {
  const paragraphs: unknown[] = []
  let from = 0
  for (const paragraph of text.split(/\n{2,}/)) {
    const start = text.indexOf(paragraph, from)
    from = start + paragraph.length
    paragraphs.push(html`<p dir="auto">${draw(paragraph, start)}</p>`)
  }
  return paragraphs
}
