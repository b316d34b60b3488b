import { pathReader, sitePaths } from '@takepart/shared/domain/site-paths'
import type { Commands, RouteContext } from '@vaadin/router'
import { goEvent } from '../app/navigate.ts'
import type { Address, PageElement } from '../app/page-element.ts'
import type { Services } from '../app/services.ts'

interface AppPage {
  readonly path: string
  readonly element: string
  readonly load: () => Promise<unknown>
}

const { answering, app } = sitePaths
const answerPage = () => import('../features/response/answer-page.ts')
const startPage = () => import('../features/response/start-page.ts')
const checkPage = () => import('../features/response/check-page.ts')

/** Addresses of the app and the element that shows each. Every other address is a document: the browser loads it. */
const pages: readonly AppPage[] = [
  { path: answering.questions, element: 'tp-answer-page', load: answerPage },
  { path: answering.question, element: 'tp-answer-page', load: answerPage },
  { path: answering.section, element: 'tp-answer-page', load: answerPage },
  { path: answering.questionsIn, element: 'tp-answer-page', load: answerPage },
  { path: answering.questionIn, element: 'tp-answer-page', load: answerPage },
  { path: answering.sectionIn, element: 'tp-answer-page', load: answerPage },
  { path: answering.anotherWay, element: 'tp-another-way-page', load: () => import('../features/support/another-way-page.ts') },
  { path: app.start, element: 'tp-start-page', load: startPage },
  { path: app.startIn, element: 'tp-start-page', load: startPage },
  { path: app.check, element: 'tp-check-page', load: checkPage },
  { path: app.checkIn, element: 'tp-check-page', load: checkPage },
  { path: app.myResponses, element: 'tp-my-responses-page', load: () => import('../features/response/my-responses-page.ts') },
  { path: app.record, element: 'tp-record-page', load: () => import('../features/response/record-page.ts') },
  { path: app.request, element: 'tp-request-page', load: () => import('../features/support/request-page.ts') },
  { path: app.openResponse, element: 'tp-open-response-page', load: () => import('../features/response/open-response-page.ts') },
  { path: app.clearDevice, element: 'tp-clear-device-page', load: () => import('../features/device/clear-device-page.ts') },
]

const notKept: AppPage = { path: '', element: 'tp-not-kept-page', load: () => import('../features/device/not-kept-page.ts') }

/**
 * Shows the page of the address in the bar. The one that the server rendered is taken over where it stands: the router
 * would put it into the document again, and whoever is typing in it would lose their place.
 */
export async function openFirstPage(outlet: HTMLElement, services: Services): Promise<void> {
  const found = pages.map((page) => ({ page, address: pathReader(page.path)(location.pathname) })).find(({ address }) => address)
  const { page, address } = found ?? { page: notKept, address: {} }
  await page.load()
  const rendered = outlet.firstElementChild
  const element = rendered?.localName === page.element ? rendered : document.createElement(page.element)
  ;(element as PageElement).arrive(services, address ?? {})
  if (element !== rendered) outlet.replaceChildren(element)
}

type Destination = Pick<Location, 'pathname'> & Partial<Pick<Location, 'search' | 'hash'>>

const addressOf = ({ pathname, search = '', hash = '' }: Destination): string => pathname + search + hash

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
    if (!isLoading) void startRouter(outlet, services).then(leave, () => location.assign(addressOf(wanted ?? detail)))
  }
  const leave = (): void => {
    if (!wanted) return
    removeEventListener(goEvent, go)
    // The router takes its first change of page for the opening of the site and would put it in the place of this page,
    // which Back then could not come to.
    if (isAppPage(wanted.pathname) && addressOf(wanted) !== addressOf(location)) history.pushState(null, '', addressOf(wanted))
    dispatchEvent(new CustomEvent(goEvent, { detail: wanted }))
  }
  addEventListener(goEvent, go)
}

const isAppPage = (pathname: string): boolean => pages.some(({ path }) => pathReader(path)(pathname))

async function startRouter(outlet: HTMLElement, services: Services): Promise<void> {
  const { Router } = await import('@vaadin/router')
  const first = outlet.firstElementChild
  const openDocument = (context: RouteContext) => {
    location.assign(addressOf(context))
    return new Promise<never>(() => undefined)
  }
  const show = ({ element, load }: AppPage) => async (context: RouteContext, commands: Commands) => {
    // The router's own reading of the address takes more than the site's paths do.
    if (!isAppPage(context.pathname)) return openDocument(context)
    // A script that is not to be had: of another version, perhaps, than the one now served. The router would empty the page.
    if (!(await load().then(() => true, () => false))) return openDocument(context)
    const page = commands.component(element) as PageElement
    page.arrive(services, context.params as Address)
    return page
  }
  // The router leaves alone what it did not put there itself.
  addEventListener('vaadin-router-location-changed', () => first?.remove(), { once: true })
  const router = new Router()
  void router.setRoutes([...pages.map((page) => ({ path: page.path, action: show(page) })), { path: '(.*)', action: openDocument }], true)
  router.setOutlet(outlet)
}
