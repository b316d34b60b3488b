import { comeBackToLinks } from './shell/back-to-link.ts'
import { offerReadingTools } from './shell/reading-tools.ts'

/** The desk: pages for staff. What only they need is imported from here, and never kept by the service worker. */
comeBackToLinks()
offerReadingTools()
