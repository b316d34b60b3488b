import { whenQuiet } from './shell/when-quiet.ts'

/**
 * The script of a page to read. The page is whole without it, so the rest of it is fetched only when the page has done
 * its own loading.
 */
whenQuiet(async () => {
  const { startDocument } = await import('./shell/start-document.ts')
  await startDocument()
})
