import { Router, type Commands, type RouteContext } from '@vaadin/router'
import type { Address, PageElement } from '../app/page-element.ts'
import type { Services } from '../app/services.ts'
import { addressOf, isAppPage, pages, type AppPage } from './app-pages.ts'

/** Shows the page of every change of address from now on. */
export function startRouter(outlet: HTMLElement, services: Services): void {
  const first = outlet.firstElementChild
  const openDocument = (context: RouteContext) => {
    location.assign(addressOf(context))
    return new Promise<never>(() => undefined)
  }
  const show =
    ({ element, load }: AppPage) =>
    async (context: RouteContext, commands: Commands) => {
      // The router's own reading of the address takes more than the site's paths do.
      if (!isAppPage(context.pathname)) return openDocument(context)
      // A script that is not to be had: of another version, perhaps, than the one now served. The router would empty the page.
      if (
        !(await load().then(
          () => true,
          () => false,
        ))
      )
        return openDocument(context)
      const page = commands.component(element) as PageElement
      page.arrive(services, context.params as Address)
      return page
    }
  // The router leaves alone what it did not put there itself.
  addEventListener('vaadin-router-location-changed', () => first?.remove(), { once: true })
  const router = new Router()
  void router.setRoutes(
    [
      ...pages.map((page) => ({ path: page.path, action: show(page) })),
      { path: '(.*)', action: openDocument },
    ],
    true,
  )
  router.setOutlet(outlet)
}
