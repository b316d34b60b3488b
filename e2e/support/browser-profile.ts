import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../../scripts/chromium.mjs'

/** A browser over a profile that outlives it, and the process to kill. */
export async function openBrowser(profile: string): Promise<{ context: BrowserContext; pid: number }> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), args: chromiumFlags, acceptDownloads: true })
  const lock = await readlink(join(profile, 'SingletonLock'))
  return { context, pid: Number(lock.split('-').at(-1)) }
}
