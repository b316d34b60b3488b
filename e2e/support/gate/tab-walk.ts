import type { CDPSession, Page } from '@playwright/test'
import type { CheckName, Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'
import { changedPixels, readPng, type Picture } from './pixels.ts'
import { seenInRun } from './seen-in-run.ts'

/** A place where the focus stops. */
interface Stop {
  readonly path: string
  /** The number of the element in the order of the walk; a number that was there before means that the walk goes in a circle. */
  readonly at: number
  readonly again: boolean
  /** Tab goes on within it: the browser's own buttons of a recording. */
  readonly within: boolean
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** All of it, and room for its ring, is in the window. */
  readonly inSight: boolean
  /** The length of its edge in pixels: of all its parts, for a link that goes on in the next line. */
  readonly edge: number
  /** Everything that decides what its ring looks like: two stops that look alike have the ring looked at once. */
  readonly look: string
  /** Of nine points of it that are within the window, how many something else covers, and what. */
  readonly covered: number
  readonly points: number
  readonly by: string
}

interface Where {
  readonly page: Page
  readonly browser: CDPSession
}

const most = 400

/** A ring reaches this far round what has the focus. */
const round = 12

export interface Walk {
  /** The check that a missing ring belongs to; none: the ring is not looked at. */
  readonly ring?: CheckName
}

/**
 * Goes through the page with real presses of Tab. Every control is reached, the walk leaves the page at its end, nothing
 * covers what has the focus, and a ring as large as a line of 2 px round it changes by a contrast of 3 to 1 (2.4.13).
 */
export async function walkByTab(
  page: Page,
  browser: CDPSession,
  { ring }: Walk = {},
): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  await page.evaluate(startWalk)
  const findings: Finding[] = []
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(whereNow)
    if (!stop) break
    if (stop.within) continue
    if (stop.again) {
      if (stop.at > 0)
        findings.push({
          check: 'keyboard-trap',
          where: stop.path,
          what: 'Tab comes back here and never leaves the page',
        })
      break
    }
    findings.push(...seenAt(stop), ...(ring ? await newRingAt(stop, ring, { page, browser }) : []))
  }
  findings.push(...(await page.evaluate(notReached)))
  await page.evaluate(endWalk)
  return findings
}

/** The ring of everything that can have the focus, without a walk: a ring is the same whichever way the focus comes. */
export async function checkRings(
  page: Page,
  browser: CDPSession,
  ring: CheckName,
): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  await page.evaluate(startWalk)
  // From here on the browser shows the focus as it does for a keyboard.
  await page.keyboard.press('Tab')
  const count = await page.evaluate(() => (window.gate.waiting = window.gate.controls()).length)
  const findings: Finding[] = []
  for (let at = 0; at < count; at += 1) {
    await page.evaluate((next) => window.gate.waiting[next]?.focus(), at)
    const stop = await page.evaluate(whereNow)
    if (stop && !stop.again) findings.push(...(await newRingAt(stop, ring, { page, browser })))
  }
  await page.evaluate(endWalk)
  return findings
}

/** Looks whose ring was found good in this run, by the check it belongs to: one look has one ring on every page. */
const ringsSeen = seenInRun('rings')

async function newRingAt(stop: Stop, ring: CheckName, where: Where): Promise<readonly Finding[]> {
  const look = `${ring} ${stop.look}`
  if (ringsSeen.has(look)) return []
  const findings = await ringAt(stop, ring, where)
  if (findings.length === 0) ringsSeen.add([look])
  return findings
}

const startWalk = (): void => {
  const noCaret = new CSSStyleSheet()
  noCaret.replaceSync('*{caret-color:transparent!important}')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, noCaret]
  window.gate.held = []
  scrollTo(0, 0)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  // The walk begins where a person's would: at the top, wherever the focus was.
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
}

const endWalk = (): void => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  scrollTo(0, 0)
}

const whereNow = (): Stop | undefined => {
  const look = (element: Element): string => {
    const { outline, outlineOffset, boxShadow, borderRadius, display, color, backgroundColor } =
      getComputedStyle(element)
    const around: string[] = []
    for (let at = element.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      around.push(style.overflow, style.backgroundColor)
    }
    const shape =
      element.getClientRects().length > 1
        ? 'in parts'
        : element instanceof HTMLInputElement
          ? element.type
          : ''
    return [
      element.localName,
      shape,
      outline,
      outlineOffset,
      boxShadow,
      borderRadius,
      display,
      color,
      backgroundColor,
      ...new Set(around),
    ].join()
  }
  const { path, held } = window.gate
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement)
    return undefined
  const before = held.indexOf(element)
  if (before === -1) held.push(element)
  const { x, y, width, height } = element.getBoundingClientRect()
  const boxes = [...element.getClientRects()]
  // Of a link that goes on in the next line, the words between its two ends are not its own.
  const largest = boxes.reduce(
    (one, other) => (other.width * other.height > one.width * one.height ? other : one),
    boxes[0] ?? element.getBoundingClientRect(),
  )
  const nine = [0.08, 0.5, 0.92].flatMap((across) =>
    [0.15, 0.5, 0.85].map((down) => ({
      left: largest.x + largest.width * across,
      top: largest.y + largest.height * down,
    })),
  )
  const within = nine.filter(
    ({ left, top }) => left >= 0 && top >= 0 && left < innerWidth && top < innerHeight,
  )
  const covers = within
    .map(({ left, top }) => document.elementFromPoint(left, top))
    .filter(
      (found) =>
        found &&
        found !== element &&
        !element.contains(found) &&
        !found.contains(element) &&
        !(found instanceof HTMLLabelElement && found.control === element),
    )
  const perimeter = (box: { width: number; height: number }): number => 2 * (box.width + box.height)
  return {
    path: path(element),
    inSight: y > 12 && x > 12 && y + height < innerHeight - 12 && x + width < innerWidth - 12,
    edge: Math.min(
      perimeter({ width, height }),
      boxes.reduce((sum, box) => sum + perimeter(box), 0),
    ),
    look: look(element),
    at: before === -1 ? held.length - 1 : before,
    again: before !== -1,
    within: before !== -1 && before === held.length - 1 && element instanceof HTMLMediaElement,
    box: { x: x + scrollX, y: y + scrollY, width, height },
    covered: covers.length,
    points: within.length,
    by: covers[0] ? path(covers[0]) : '',
  }
}

/** Of a group of radio buttons Tab reaches one; the arrow keys do the rest. */
const notReached = (): Finding[] => {
  const { path, controls, held } = window.gate
  const isReached = (element: Element): boolean =>
    held.includes(element) ||
    (element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      held.some(
        (other) =>
          other instanceof HTMLInputElement &&
          other.name === element.name &&
          other.form === element.form,
      ))
  return controls()
    .filter((element) => !isReached(element))
    .map((element) => ({ check: 'keyboard', where: path(element), what: 'Tab does not reach it' }))
}

const seenAt = ({ path, box, covered, points, by }: Stop): readonly Finding[] => {
  if (box.width < 1 || box.height < 1)
    return [{ check: 'focus-ring', where: path, what: 'has the focus, and no size' }]
  if (points === 0)
    return [{ check: 'obscured', where: path, what: 'has the focus outside the window' }]
  return covered > 0
    ? [
        {
          check: 'obscured',
          where: path,
          what: `${covered} of ${points} points of it are under ${by}`,
        },
      ]
    : []
}

/** The same place with the focus and without it: what differs is the ring. */
async function ringAt(
  { path, box, edge, inSight }: Stop,
  check: CheckName,
  { page, browser }: Where,
): Promise<readonly Finding[]> {
  const x = Math.max(0, Math.floor(box.x - round))
  const y = Math.max(0, Math.floor(box.y - round))
  const clip = {
    x,
    y,
    width: Math.ceil(box.x + box.width + round) - x,
    height: Math.ceil(box.y + box.height + round) - y,
  }
  if (box.width < 1 || box.height < 1) return []
  const focused = await photograph(browser, clip, !inSight)
  await page.evaluate(putDown)
  const plain = await photograph(browser, clip, !inSight)
  await page.evaluate(takeUp)
  const { changed, strong } = changedPixels(plain, focused)
  if (changed < 8) return [{ check, where: path, what: 'nothing shows that it has the focus' }]
  const needed = Math.round(2 * edge * 0.9)
  return strong < needed
    ? [
        {
          check,
          where: path,
          what: `the ring changes ${strong} square px by 3 to 1; ${needed} are needed`,
        },
      ]
    : []
}

const putDown = (): void => {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement)) return
  window.gate.down = activeElement
  activeElement.blur()
}

const takeUp = (): void => window.gate.down?.focus({ preventScroll: true })

async function photograph(
  browser: CDPSession,
  clip: { x: number; y: number; width: number; height: number },
  captureBeyondViewport: boolean,
): Promise<Picture> {
  const { data } = await browser.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport,
    clip: { ...clip, scale: 1 },
  })
  return readPng(Buffer.from(data, 'base64'))
}
