import { pathReader } from '@takepart/shared/domain/site/site-paths'
import { linkPressed } from '../app/link-pressed.ts'
import { goEvent } from '../app/navigate.ts'
import type { PageElement } from '../app/page-element.ts'
import type { Services } from '../app/services.ts'
import { addressOf, isAppPage, notKept, pages, type Destination } from './app-pages.ts'

/**
 * Shows the page of the address in the bar. The one that the server rendered is taken over where it stands: the router
 * would put it into the document again, and whoever is typing in it would lose their place.
 */
export async function openFirstPage(outlet: HTMLElement, services: Services): Promise<void> {
  const found = pages
    .map((page) => ({ page, address: pathReader(page.path)(location.pathname) }))
    .find(({ address }) => address)
  const { page, address } = found ?? { page: notKept, address: {} }
  await page.load()
  const rendered = outlet.firstElementChild
  const element =
    rendered?.localName === page.element ? rendered : document.createElement(page.element)
  ;(element as PageElement).arrive(services, address ?? {})
  if (element !== rendered) outlet.replaceChildren(element)
}

/**
 * Fetches the router when the first change of page asks for it: a page that is only read or answered never does. Until
 * then a link is an ordinary link. Where it cannot be fetched, the browser loads the page.
 */
export function routeFromFirstUse(outlet: HTMLElement, services: Services): void {
  let wanted: Destination | undefined
  const go = (event: Event): void => {
    const isLoading = wanted !== undefined
    const { detail } = event as CustomEvent<Destination>
    wanted = detail
    if (isLoading) return
    addEventListener('click', goByLink)
    void import('./router.ts')
      .then(({ startRouter }) => startRouter(outlet, services))
      .then(leave, () => location.assign(addressOf(wanted ?? detail)))
  }
  const leave = (): void => {
    if (!wanted) return
    removeEventListener(goEvent, go)
    removeEventListener('click', goByLink)
    // The router takes its first change of page for the opening of the site and would put it in the place of this page,
    // which Back then could not come to.
    if (isAppPage(wanted.pathname) && addressOf(wanted) !== addressOf(location))
      history.pushState(null, '', addressOf(wanted))
    dispatchEvent(new CustomEvent(goEvent, { detail: wanted }))
  }
  // The last press counts: the browser would load the page of a link, and the router then put its own over it.
  const goByLink = (event: MouseEvent): void => {
    const link = linkPressed(event)
    if (!link) return
    event.preventDefault()
    wanted = link
  }
  addEventListener(goEvent, go)
}
