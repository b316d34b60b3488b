const lasts = 10_000
/** A message has this long to be begun before the next one takes its place, in milliseconds. */
const apart = 600

let turn = 0
let speaking = false
/** What waits to be said, by what it is about. */
const waiting = new Map<string, string>()

/**
 * Says a change of state to people who do not see it, once, through the page's one lasting status region. One message
 * comes after another. What waits about one thing gives way to what comes next about it, and that waits at the end: of
 * several that follow each other closely the first and the last are said. So news of the saving never takes the place of
 * what a press did.
 */
export function announce(text: string, about = 'page'): void {
  if (speaking) {
    waiting.delete(about)
    waiting.set(about, text)
    return
  }
  speaking = true
  say(text)
  setTimeout(() => {
    speaking = false
    const [next] = waiting
    if (!next) return
    const [subject, words] = next
    waiting.delete(subject)
    announce(words, subject)
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
    setTimeout(() => {
      if (mine === turn) region.textContent = ''
    }, lasts)
  })
}
