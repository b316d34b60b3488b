import { chromium } from '@playwright/test'
import { browserPath, chromiumFlags } from '../chromium.mjs'
import { sleep, untilQuiet } from './machine.mjs'

process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS ??= '1'

/** DevTools' own "Slow 4G": bytes a second, and milliseconds added to each request. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
}
const slowdown = 4
const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
}

export const launch = () =>
  chromium.launch({
    executablePath: browserPath(),
    args: [...chromiumFlags, '--js-flags=--expose-gc'],
  })

/** Runs in the page before anything of its own. */
function observe() {
  const seen = { fcp: 0, lcp: 0, shift: 0, long: [], events: new Map() }
  Object.assign(window, { seen })
  const on = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    })
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime
  })
  on('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime
  })
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value
  })
  on('longtask', (entry) => seen.long.push(entry.duration))
  on(
    'event',
    (entry) => {
      if (entry.interactionId)
        seen.events.set(
          entry.interactionId,
          Math.max(entry.duration, seen.events.get(entry.interactionId) ?? 0),
        )
    },
    { durationThreshold: 16 },
  )
}

/** What crossed the wire, by kind, and when the last of it came. */
const listen = async (cdp) => {
  const requests = new Map()
  const state = { last: Date.now(), open: new Set() }
  cdp.on('Network.requestWillBeSent', ({ requestId, type }) => {
    state.last = Date.now()
    state.open.add(requestId)
    requests.set(requestId, { type, bytes: 0 })
  })
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    const request = requests.get(requestId)
    if (request) request.type = type
  })
  const done = ({ requestId, encodedDataLength = 0 }) => {
    state.last = Date.now()
    state.open.delete(requestId)
    const request = requests.get(requestId)
    if (request) request.bytes = encodedDataLength
  }
  cdp.on('Network.loadingFinished', done)
  cdp.on('Network.loadingFailed', done)
  await cdp.send('Network.enable')
  return {
    bytes: (type) =>
      [...requests.values()]
        .filter((request) => !type || request.type === type)
        .reduce((sum, { bytes }) => sum + bytes, 0),
    overWire: () => [...requests.values()].filter(({ bytes }) => bytes > 0).length,
    settled: async () => {
      for (
        const began = Date.now();
        Date.now() - began < 20_000 && (state.open.size > 0 || Date.now() - state.last < 1500);
      )
        await sleep(50)
    },
  }
}

const visit = async (context, { url, interact }, slow) => {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const wire = await listen(cdp)
  if (slow) {
    await cdp.send('Network.emulateNetworkConditions', slow4g)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  }
  await page.addInitScript(observe)
  await page.goto(url, { waitUntil: 'load' })
  await wire.settled()
  // Counted from navigation on, not from the first paint: a page made by script blocks before it paints.
  const { fcp, lcp, shift, long } = await page.evaluate(() => window.seen)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  if (interact) await interact(page)
  await sleep(500)
  const events = await page.evaluate(() => [...window.seen.events.values()])
  const found = {
    fcp,
    lcp,
    shift,
    blocking: long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    heap: usedSize / 2 ** 20,
    interaction: Math.max(0, ...events),
    bytes: wire.bytes(),
    html: wire.bytes('Document'),
    script: wire.bytes('Script'),
    overWire: wire.overWire(),
  }
  await page.close()
  return found
}

/** Everything the worker fetches on a first visit, in bytes. */
const countWorker = (context) => {
  const sizes = []
  context.on('requestfinished', (request) => {
    if (request.serviceWorker()) sizes.push(request.sizes().catch(() => undefined))
  })
  return async () =>
    (await Promise.all(sizes)).reduce(
      (sum, size) => sum + (size ? size.responseBodySize + size.responseHeadersSize : 0),
      0,
    )
}

/**
 * One page, three visits: `cold` is a first one on Slow 4G with a processor four times slower and no worker; then a
 * fresh first one at full speed, whose worker installs; `warm` is the second visit of the same person, slow again.
 */
export const measure = async (browser, target) => {
  await untilQuiet()
  const first = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  const cold = await visit(first, target, true)
  await first.close()
  const again = await browser.newContext(phone)
  const workerBytes = countWorker(again)
  await visit(again, { url: target.url }, false)
  await sleep(2000)
  const warm = await visit(again, { url: target.url }, true)
  const worker = await workerBytes()
  await again.close()
  return { cold, warm, worker }
}
