import { createServices } from './create-services.ts'
import { comeBackToLinks } from './shell/back-to-link.ts'
import { watchArrivals } from './shell/page-arrival.ts'
import { showWholeFields } from './shell/whole-fields.ts'
import { offerReadingTools } from './shell/reading-tools.ts'
import { openFirstPage, routeFromFirstUse } from './shell/routes.ts'
import { showState } from './shell/state-line.ts'
import { whenQuiet } from './shell/when-quiet.ts'

/** The app: pages of questions, and everything on this device. Pages to read have a smaller script, document.ts. */
async function start(main: HTMLElement): Promise<void> {
  const services = await createServices()
  watchArrivals(main)
  showWholeFields()
  routeFromFirstUse(main, services, await openFirstPage(main, services))
  comeBackToLinks()
  offerReadingTools()
  const state = showState(services)
  whenQuiet(async () => (await import('./quiet.ts')).settleIn(services, state))
}

// Not awaited here: a part that is fetched on demand may share this file, and would wait for the page that waits for it.
const main = document.getElementById('main')
if (main) void start(main)
