import { pathReader } from '@takepart/shared/domain/site/site-paths'
import { linkPressed } from '../app/link-pressed.ts'
import { goEvent } from '../app/navigate.ts'
import type { PageElement } from '../app/page-element.ts'
import type { Services } from '../app/services.ts'
import { addressOf, isAppPage, notKept, pages, type Destination } from './app-pages.ts'

const pageOf = ({ pathname, search }: Location): string => pathname + search

/**
 * Shows the page of the address in the bar. The one that the server rendered is hydrated where it stands: the router
 * would put it into the document again, and whoever is typing in it would lose their place.
 *
 * @returns the address of the page that it shows
 */
export async function openFirstPage(outlet: HTMLElement, services: Services): Promise<string> {
  const shown = pageOf(location)
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
  return shown
}

/**
 * Fetches the router when the first change of page asks for it: a page that is only read or answered never does. Until
 * then a link is an ordinary link. Where it cannot be fetched, the browser loads the page. Back and Forward ask for it
 * too: to a page that was loaded in the middle of a visit they bring an address, and no page.
 *
 * @param shown the address of the page that is shown
 */
export function routeFromFirstUse(
  outlet: HTMLElement,
  services: Services,
  shown = pageOf(location),
): void {
  let wanted: Destination | undefined
  const go = (event: Event): void => {
    const isLoading = wanted !== undefined
    const { detail } = event as CustomEvent<Destination>
    wanted = detail
    if (isLoading) return
    addEventListener('click', goByLink)
    void import('./router.ts')
      .then(({ startRouter }) => startRouter(outlet, services))
      .then(leave, () => loadPage(wanted ?? detail))
  }
  const traverse = (): void => {
    const { pathname, search, hash } = location
    if (pageOf(location) !== shown || wanted)
      go(new CustomEvent(goEvent, { detail: { pathname, search, hash } }))
  }
  const leave = (): void => {
    if (!wanted) return
    removeEventListener(goEvent, go)
    removeEventListener('click', goByLink)
    removeEventListener('popstate', traverse)
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
  addEventListener('popstate', traverse)
  traverse()
}

/** To the address in the bar, `assign` would only look for a place in the page. */
const loadPage = (wanted: Destination): void =>
  addressOf(wanted) === addressOf(location) ? location.reload() : location.assign(addressOf(wanted))
