import type { PageReadyEvent } from '../app/page-element.ts'

/**
 * What a person must notice when a page has come: its title, and, after a change of page, the focus on `main`, which
 * is named by the page's heading. A screen reader then speaks the heading in both engines; a focused `h1` was silent in
 * Chromium whenever the focused link had just been removed. On the first load nothing moves. On Back the place on the
 * page is given back.
 */
export function watchArrivals(main: HTMLElement): void {
  let first = true
  let back = false
  const places = new Map<string, number>()
  let current = location.href
  window.addEventListener('popstate', () => { back = true })
  window.addEventListener('vaadin-router-go', () => places.set(current, scrollY))
  main.addEventListener('page-ready', (event) => {
    const product = document.title.split(' – ').at(-1) ?? 'Takepart'
    document.title = `${(event as PageReadyEvent).pageTitle} – ${product}`
    const samePage = current === location.href
    if (!first && !samePage) {
      main.focus({ preventScroll: true })
      scrollTo(0, back ? places.get(location.href) ?? 0 : 0)
    }
    current = location.href
    first = false
    back = false
  })
}
