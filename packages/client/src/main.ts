import { createServices } from './create-services.ts'
import './features/response/answer-page.ts'
import { comeBackToLinks } from './shell/back-to-link.ts'
import { watchArrivals } from './shell/page-arrival.ts'
import { offerReadingTools } from './shell/reading-tools.ts'
import { openFirstPage, routeFromFirstUse } from './shell/routes.ts'
import { showState } from './shell/state-line.ts'
import { whenQuiet } from './shell/when-quiet.ts'

/**
 * The app: pages of questions, and everything on this device. Pages to read have a smaller script, document.ts.
 * The page of questions comes with it, since the server has rendered one; the others come when they are opened.
 */
const main = document.getElementById('main')
if (main) {
  const services = await createServices()
  watchArrivals(main)
  await openFirstPage(main, services)
  routeFromFirstUse(main, services)
  comeBackToLinks()
  offerReadingTools()
  const state = showState(services)
  whenQuiet(async () => (await import('./shell/settle-in.ts')).settleIn(services, state))
}
