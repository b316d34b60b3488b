import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../processes.mjs'
import { quantile, round, table } from './machine.mjs'
import { startServer } from './server.mjs'
import { launch } from './visit.mjs'

const times = 40
const slowdown = 4

/** Runs in the page: from each press that changes a setting to the end of the frame in which the page looks otherwise, and how many frames that took. */
function watchChanges() {
  const seen = []
  Object.assign(window, { seen })
  const look = () => {
    const { fontSize, colorScheme } = getComputedStyle(document.documentElement)
    return fontSize + colorScheme
  }
  document.addEventListener(
    'click',
    ({ timeStamp }) => {
      const before = look()
      let frames = 0
      const frame = () => {
        frames += 1
        const changed = look() !== before
        // A message comes once the frame has been drawn.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          if (changed) seen.push({ took: performance.now() - timeStamp, frames })
        }
        port2.postMessage('')
        if (!changed && frames < 60) requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    },
    { capture: true },
  )
}

const changesOn = async (page, rate) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  await page.evaluate(watchChanges)
  const choices = [
    page.getByLabel('150%'),
    page.getByLabel('Dark', { exact: true }),
    page.getByLabel('115%'),
    page.getByLabel('Light', { exact: true }),
  ]
  for (let at = 0; at < times; at += 1) {
    await choices[at % choices.length].click()
    await page.waitForTimeout(50)
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return page.evaluate(() => window.seen)
}

/** What the settings weigh besides the page, in bytes as they travel. */
const weights = () => {
  const dist = join(root, 'packages/client/dist')
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const brotli = (file) => brotliCompressSync(readFileSync(join(dist, file))).length
  const of = (pattern) =>
    Object.entries(manifest)
      .filter(([key]) => pattern.test(key))
      .reduce((sum, [, { file }]) => sum + brotli(file), 0)
  return [
    brotli('.vite/before-paint.js'),
    of(/styles\/settings\//),
    of(/^_settings-|features\/settings\//),
  ]
}

/** From a press on the page of settings to the page as it is then, and what all of it weighs. */
export const settingsFigures = async () => {
  const server = await startServer()
  const browser = await launch()
  try {
    const rows = []
    for (const rate of [1, slowdown]) {
      const page = await browser.newPage()
      await page.goto(`${server.origin}/display-settings`)
      await page.waitForTimeout(1000)
      const seen = await changesOn(page, rate)
      const took = seen.map((one) => one.took)
      rows.push([
        rate === 1 ? 'full speed' : `processor ÷${rate}`,
        `${seen.length} of ${times}`,
        Math.max(...seen.map(({ frames }) => frames)),
        round(quantile(took, 0.5)),
        round(quantile(took, 0.95)),
      ])
      await page.close()
    }
    const bytes = table(
      ['in every page', 'sheet, where something is chosen', 'scripts'],
      [weights()],
    )
    return `## From choosing a setting to seeing it\n\n${table(['', 'choices', 'frames at most', 'median ms', 'p95 ms'], rows)}\n\n## What the settings weigh, bytes\n\n${bytes}`
  } finally {
    await browser.close()
    await server.dispose()
  }
}
