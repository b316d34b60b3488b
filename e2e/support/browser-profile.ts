import { chromium, type BrowserContext } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../../scripts/chromium.mjs'

/** A browser over a profile that outlives it, and the process to kill. */
export async function openBrowser(
  profile: string,
): Promise<{ context: BrowserContext; pid: number }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: chromiumFlags,
    acceptDownloads: true,
  })
  const session = await context.browser()!.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return { context, pid: processInfo.find(({ type }) => type === 'browser')!.id }
}
