import { comeBackToLinks } from './shell/back-to-link.ts'
import { offerReadingTools } from './shell/reading-tools.ts'
import { whenQuiet } from './shell/when-quiet.ts'

// The page of display settings is whole only with its script, so that does not wait.
const settings = document.querySelector<HTMLFormElement>('form.settings')
if (settings)
  void import('./features/settings/choose-settings.ts').then(({ chooseSettings }) =>
    chooseSettings(settings),
  )
comeBackToLinks()
offerReadingTools()

/**
 * The script of a page to read. The page is whole without it, so the rest of it is fetched only when the page has done
 * its own loading.
 */
whenQuiet(async () => {
  const { startDocument } = await import('./shell/start-document.ts')
  await startDocument()
})
