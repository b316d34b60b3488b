const lasts = 10_000
/** A message has this long to be begun before the next one takes its place, in milliseconds. */
const apart = 600

let turn = 0
let speaking = false
let next: string | undefined

/**
 * Says a change of state to people who do not see it, once, through the page's one lasting status region. Of several
 * messages close together the first and the last are said: what was pressed, and how things stand now.
 */
export function announce(text: string): void {
  if (speaking) {
    next = text
    return
  }
  speaking = true
  say(text)
  setTimeout(() => {
    const waiting = next
    speaking = false
    next = undefined
    if (waiting !== undefined) announce(waiting)
  }, apart)
}

/**
 * Assistive technology speaks a region when its content changes, so it is emptied first and filled a frame later; it is
 * emptied again after ten seconds, because Orca with Chromium repeats every full region when a modal dialog closes.
 */
function say(text: string): void {
  const region = document.getElementById('status')
  if (!region) return
  const mine = ++turn
  region.textContent = ''
  requestAnimationFrame(() => {
    if (mine !== turn) return
    region.textContent = text
    setTimeout(() => { if (mine === turn) region.textContent = '' }, lasts)
  })
}
