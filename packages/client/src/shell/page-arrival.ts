import { directionOf } from '@takepart/shared/domain/core/language'
import { unlessEnglish } from '@takepart/shared/ui/languages'
import { announce } from '../app/announce.ts'
import { goEvent } from '../app/navigate.ts'
import type { PageReadyEvent } from '../app/page-element.ts'
import { followProblem } from '../features/response/follow-problem.ts'

/**
 * What a person must notice when a page has come: its title, and, after a change of page, the focus on `main`, which
 * is given the new title for its name first. A screen reader then speaks the title in both engines; a focused `h1` was silent in
 * Chromium whenever the focused link had just been removed, and a `main` named by its heading is still called by the heading
 * before. On the first load nothing moves. On Back the place on the page is given back, and the focus to the link that was
 * followed from there: the title is then said in the status region, since the focus says only the link.
 */
export function watchArrivals(main: HTMLElement): void {
  let first = true
  let back = false
  const places = new Map<string, Place>()
  let current = pageOf(location)
  // The router raises one of its own after each change of page.
  window.addEventListener('popstate', ({ isTrusted }) => {
    back ||= isTrusted
  })
  window.addEventListener(goEvent, () =>
    places.set(current, { top: scrollY, link: linkWithFocus(main) }),
  )
  main.addEventListener('page-ready', (event) => {
    const product = document.title.split(' – ').at(-1) ?? 'Takepart'
    const { pageTitle, pageLang } = event as PageReadyEvent
    document.title = `${pageTitle} – ${product}`
    speak(main, pageLang && unlessEnglish(pageLang))
    markCurrentLink()
    const page = pageOf(location)
    const moved = !first && page !== current
    // A page may get another title where it stands, as when what waited has been received.
    if (moved || main.hasAttribute('aria-label')) main.setAttribute('aria-label', pageTitle)
    if (moved) closeMenu()
    if (moved && !arrive(main, back ? places.get(page) : undefined)) announce(pageTitle)
    current = page
    first = false
    back = false
  })
}

/** A menu that lay open over the page before would lie over this one. */
function closeMenu(): void {
  document.querySelector<HTMLElement>('.menu:popover-open')?.hidePopover()
}

/** The frame of a page of the app is the same for many addresses: which of its links leads here is known here. */
function markCurrentLink(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header nav a')) {
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** What stands round a page is in English, and so is a page that says nothing else. */
function speak(main: HTMLElement, lang: string | undefined): void {
  if (lang) Object.assign(main, { lang, dir: directionOf(lang) })
  else for (const name of ['lang', 'dir']) main.removeAttribute(name)
}

/** A place within the page is not another page. */
const pageOf = ({ pathname, search }: Location): string => pathname + search

/** How a page was left. */
interface Place {
  readonly top: number
  /** The address of the link in it that was followed. */
  readonly link: string | undefined
}

const linkWithFocus = (main: HTMLElement): string | undefined =>
  main.querySelector('a:focus')?.getAttribute('href') ?? undefined

/** @returns true where the focus is on `main`, which is named by the title */
function arrive(main: HTMLElement, place: Place | undefined): boolean {
  const followed =
    place?.link && main.querySelector<HTMLElement>(`a[href="${CSS.escape(place.link)}"]`)
  ;(followed || main).focus({ preventScroll: true })
  scrollTo(0, place?.top ?? 0)
  // A browser that is busy gives back a place of its own a moment later; somebody who is quick has left the page by then.
  const page = pageOf(location)
  if (place)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (pageOf(location) === page) scrollTo(0, place.top)
      }),
    )
  if (place === undefined && location.hash) followProblem(location.hash.slice(1))
  return document.activeElement === main
}
