const lasts = 10_000
let turn = 0

/**
 * Says a change of state to people who do not see it, once, through the page's one lasting status region. Assistive
 * technology speaks a region when its content changes, so it is emptied first and filled a frame later; it is emptied
 * again after ten seconds, because Orca with Chromium repeats every full region when a modal dialog closes.
 */
export function announce(text: string): void {
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
