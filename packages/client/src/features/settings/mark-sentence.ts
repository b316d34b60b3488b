/** The name that the sheet of settings gives the mark its colours by. */
const mark = 'reading-aloud'

let last: Range | undefined

/**
 * Marks what is being read, without a change to the page: a browser that cannot mark a range marks nothing. Who has what
 * is read in sight keeps it in sight; who has scrolled away from it is left alone.
 */
export function markSentence(range: Range | undefined): void {
  if ('highlights' in CSS) {
    if (range) CSS.highlights.set(mark, new Highlight(range))
    else CSS.highlights.delete(mark)
  }
  if (range && last && range !== last && isInSight(last)) bringIntoSight(range)
  last = range
}

function isInSight(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

function bringIntoSight(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' })
}
