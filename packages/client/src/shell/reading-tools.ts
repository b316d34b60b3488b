import type { settingsChanged } from '../app/display-settings.ts'

/** Written out, so that a page to read need not fetch what keeps settings. */
const changed: typeof settingsChanged = 'display-settings-changed'

/** Fetches what helps with reading once something is chosen: from then on it sees to changes itself. */
export function offerReadingTools(): void {
  if (Object.keys(document.documentElement.dataset).length > 0)
    void import('../features/settings/reading-tools.ts').then(({ useTools }) => useTools())
  else document.addEventListener(changed, offerReadingTools, { once: true })
}
