import { settingsIds } from '@takepart/shared/views/settings-ids'
import { whenQuiet } from './shell/when-quiet.ts'

const settings = document.getElementById(settingsIds.form)
// This page is whole only with its script, so it does not wait.
if (settings instanceof HTMLFormElement) void import('./features/settings/choose-settings.ts').then(({ chooseSettings }) => chooseSettings(settings))

/**
 * The script of a page to read. The page is whole without it, so the rest of it is fetched only when the page has done
 * its own loading.
 */
whenQuiet(async () => {
  const { startDocument } = await import('./shell/start-document.ts')
  await startDocument()
})
