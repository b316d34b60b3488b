import { createHash } from 'node:crypto'
import type { BrowserContext, Keyboard, Locator, Page } from '@playwright/test'
import { runAxe } from './axe-run.ts'
import { inWords, type Finding } from './finding.ts'
import { checkLarge, checkLooks } from './looks.ts'
import { seenInRun } from './seen-in-run.ts'
import { timed } from './spent.ts'

/**
 * Looks at every state of the page that a journey goes through, without a line in the journey: before each action, and
 * at the end. What the action before has done is on the page by then, because the journey has waited for it. Each is gone
 * over with axe as it stands, then, in windows of 640 px and more, in every set of colours and with text at 200 % (looks.ts). A state that was
 * found good before, in this or another journey of the same run, is not looked at again.
 */
export interface StatesWatched {
  /** Looks at what is open now, and tells everything that was found since the beginning. */
  finish(): Promise<readonly string[]>
}

const seen = seenInRun('states')
/** Pages that differ in their words, ids and addresses only have the same colours, and are looked at once in all of them. */
const shapes = seenInRun('shapes')

const watched = new WeakMap<BrowserContext, (page: Page) => Promise<void>>()
const pageOf = new WeakMap<Keyboard, Page>()

export async function watchStates(context: BrowserContext): Promise<StatesWatched> {
  const found = new Set<string>()
  const look = async (page: Page): Promise<void> => {
    for (const finding of await findingsNow(page)) found.add(inWords(finding))
  }
  watched.set(context, look)
  for (const page of context.pages()) beWatched(page)
  context.on('page', beWatched)
  return {
    async finish() {
      watched.delete(context)
      return [...found, ...(await findingsIn(context))]
    },
  }
}

/** What is wrong with a page as it stands, in any set of colours and at 200 %, unless that was looked at before. */
export const findingsNow = (page: Page): Promise<readonly Finding[]> =>
  ofNewState(page, async ({ shape }) => {
    const findings = await timed('axe', axeFindings(page))
    if (isNarrow(page) || shapes.has(shape)) return findings
    const browser = await page.context().newCDPSession(page)
    const more = [
      ...(await timed('looks', checkLooks(page))),
      ...(await timed('200 %', checkLarge(page, browser))),
    ]
    await browser.detach()
    if (more.length === 0) shapes.add([shape])
    return [...findings, ...more]
  })

/** Where somebody who enlarges has little room already, reflow is what counts; what is seen there is seen in wide windows too. */
const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 640

/** The same of every page that is open in a browser, in words. */
export const findingsIn = async (
  context: BrowserContext,
  look = findingsNow,
): Promise<readonly string[]> =>
  (await Promise.all(context.pages().map((page) => look(page)))).flat().map(inWords)

/** What axe finds on a page as it stands, unless that was looked at before. */
export const axeNow = (page: Page): Promise<readonly Finding[]> =>
  ofNewState(page, () => axeFindings(page))

async function axeFindings(page: Page): Promise<readonly Finding[]> {
  const { findings, rules } = await runAxe(page)
  return rules > 0
    ? findings
    : [{ check: 'axe', where: 'the page', what: 'found nothing to look at' }]
}

/** A page that goes away meanwhile is looked at when the next has come. */
async function ofNewState(
  page: Page,
  check: (state: State) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    const stands = await timed('states', page.evaluate(stateNow))
    const state = stands && stateOf(stands)
    if (!state || seen.has(state.key)) return []
    const findings = await check(state)
    if (findings.length === 0) seen.add([state.key])
    return findings.map((finding) => ({ ...finding, what: `on “${state.title}”: ${finding.what}` }))
  } catch (error) {
    if (
      /Execution context was destroyed|Target (page|crashed|closed)|has been closed|navigat/i.test(
        String(error),
      )
    )
      return []
    throw error
  }
}

/** A state of a page, by all that is in it, and by what style sheets go by. */
interface State {
  readonly key: string
  readonly shape: string
  readonly title: string
}

interface Standing {
  readonly markup: string
  readonly title: string
}

const shortened = (long: string): string => createHash('sha256').update(long).digest('base64')

function stateOf({ markup, title }: Standing): State {
  const shape = markup
    .replaceAll(/>[^<]+</g, '>.<')
    .replaceAll(/ (?:id|for|name|href|value|aria-(?:labelledby|describedby|controls))="[^"]*"/g, '')
  return { key: shortened(markup), shape: shortened(shape), title }
}

/**
 * A page as it stands, once it has: everything in it but what the status region says, which comes and goes, and times,
 * dates and codes. Undefined for what is no page of ours: a blank one, or what a browser says by itself.
 */
async function stateNow(): Promise<Standing | undefined> {
  if (document.contentType !== 'text/html' || !/^https?:/.test(location.protocol)) return undefined
  const markupNow = (): string => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll('script, style, link, #status')) element.remove()
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input')]
      .map(({ checked }) => (checked ? 1 : 0))
      .join('')
    return `${innerWidth} ${chosen} ${copy.outerHTML
      .replaceAll(/<!--.*?-->/g, '')
      .replaceAll(/\b[0-9A-Z]{4}\b/g, '')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
      .replaceAll(/\d+/g, '')}`
  }
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    })
  // A page has come when its heading is seen; what stands in for a page meanwhile comes into view after two seconds.
  const hasCome = (): boolean =>
    document
      .querySelector('h1')
      ?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false
  for (let waited = 0; waited < 3_000 && !hasCome(); waited += 50) await pause(50)
  let markup = markupNow()
  for (let tries = 0; tries < 10; tries += 1) {
    await pause(30)
    const next = markupNow()
    if (next === markup) break
    markup = next
  }
  return { markup, title: document.title }
}

const actions = {
  locator: [
    'check',
    'clear',
    'click',
    'fill',
    'press',
    'pressSequentially',
    'selectOption',
    'setInputFiles',
    'uncheck',
  ],
  page: ['goto', 'reload', 'goBack', 'goForward', 'close'],
  keyboard: ['press', 'type'],
} as const

/** Presses that only take the focus elsewhere, a hundred times in a journey by keyboard. */
const moves = new Set<unknown>(['Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp'])

type Action = (...words: readonly unknown[]) => Promise<unknown>

/** The action itself stays at hand under another name: called by that, it says in its errors what it is. */
const precede = (
  target: object,
  name: string,
  before: (subject: unknown, first: unknown) => Promise<void>,
): void => {
  const owner = Object.getPrototypeOf(target) as Record<string, Action>
  const itself = `${name} itself`
  const action = owner[name]
  if (!action || itself in owner) return
  owner[itself] = action
  owner[name] = async function (this: Record<string, Action>, ...words: readonly unknown[]) {
    await before(this, words[0])
    return this[itself]?.(...words)
  }
}

const look = async (page: Page | undefined): Promise<void> => {
  if (page && !page.isClosed()) await watched.get(page.context())?.(page)
}

/** Playwright has no event for "about to act", so the actions themselves are preceded, once for the process. */
function beWatched(page: Page): void {
  pageOf.set(page.keyboard, page)
  for (const name of actions.page) precede(page, name, (subject) => look(subject as Page))
  for (const name of actions.keyboard)
    precede(page.keyboard, name, async (subject, key) =>
      moves.has(key) ? undefined : look(pageOf.get(subject as Keyboard)),
    )
  for (const name of actions.locator)
    precede(page.locator('html'), name, async (subject) => lookBefore(subject as Locator))
}

/** What will be acted on is waited for first: until it is there, the page has not come. */
async function lookBefore(locator: Locator): Promise<void> {
  if (!watched.has(locator.page().context())) return
  await locator
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined)
  await look(locator.page())
}
