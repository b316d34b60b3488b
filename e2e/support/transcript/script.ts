import type { Page } from '@playwright/test'
import { toldOf } from '../gate/names.ts'
import { findHeard, heardTree, type Heard } from './ax-tree.ts'
import { readAloud } from './read-aloud.ts'

const head = `What this is: what Chromium hands to assistive technology on this journey, in the order of the page: names, roles, states and
descriptions as the browser has worked them out, where the focus is, and what the status region says. Names come first.
What this is not: the speech of any screen reader. NVDA, JAWS, VoiceOver, TalkBack and Orca choose their own words, order and
cuts; how they are tried by people is in docs/accessibility.md. Times, dates and references are exchanged for made-up ones.
A test compares this file with the pages as they are; it is written anew by the command in docs/accessibility.md.`

/** A journey, written down as somebody who does not see it would follow it. */
export interface Script {
  /** Somebody does something: `what` in a few words, as a reader of the script would say it. */
  does(what: string, act: () => Promise<unknown>): Promise<void>
  /** Somebody prepares what the script is not about: nothing of it is written down. */
  skips(act: () => Promise<unknown>): Promise<void>
  /** Goes on once the page has come; then reads its main part, or everything. */
  reads(part?: 'main' | 'everything'): Promise<void>
  /** Reads only what is in a part of the page. */
  readsOnly(role: string, name: string | RegExp): Promise<void>
  text(): string
}

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const exchanged: readonly (readonly [RegExp, string])[] = [
  [/\b([0-9A-Z]{4}-){4}[0-9A-Z]{4}\b/g, '0000-0000-0000-0000-0000'],
  [/\b[A-Z]{4}-\d{4}\b/g, 'ABCD-1234'],
  [
    new RegExp(
      `((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\\b\\d{1,2} (${months})( \\d{4})?`,
      'g',
    ),
    'Monday 1 June 2026',
  ],
  [
    /(?<=\bat |device )(\d{1,2}([:.]\d\d)? ?(am|pm)|midday|midnight(, as that day begins)?)\b/g,
    '9 am',
  ],
  [/\b\d+ (day|week)s? left\b/g, '4 weeks left'],
]

const settled = (line: string): string =>
  exchanged.reduce((words, [sign, instead]) => words.replaceAll(sign, instead), line)

/** Where the focus is. On a page that has just been opened it is nowhere: reading begins at the top. */
async function focusWords(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page)
  const [focused] = await toldOf(page, browser, ':focus')
  await browser.detach()
  return focused ? `${focused.role} “${focused.name}”` : 'the top of the page'
}

/** What is announced is put into the region in the next frame; a second message waits until the first has been begun. */
const atOnce = 80
const apart = 650

/** Begins to write a journey down. Call it before the first page is opened. */
export async function writeScript(page: Page, title: string): Promise<Script> {
  const lines = [title, '', head]
  const said: string[] = []
  await page.exposeFunction('takepartSaid', (words: string) => {
    said.push(words)
  })
  await page.addInitScript(hearStatus)
  let focus = ''
  let shown = ''
  const flush = async (): Promise<void> => {
    await page.waitForTimeout(atOnce)
    if (said.length > 0) await page.waitForTimeout(apart)
    for (const words of said.splice(0)) lines.push(`  status says: “${settled(words)}”`)
  }
  const arrive = async (): Promise<Heard> => {
    await flush()
    const tree = await heardTree(page)
    if (tree.name !== shown) lines.push(`  title: ${settled(tree.name)}`)
    shown = tree.name
    const now = settled(await focusWords(page))
    if (now !== focus) lines.push(`  focus: ${now}`)
    focus = now
    return tree
  }
  const read = (part: Heard): void => {
    lines.push(...readAloud(part).map((line) => `    ${settled(line)}`))
  }
  return {
    async does(what, act) {
      await flush()
      lines.push(...(lines.at(-1)?.startsWith('>') ? [] : ['']), `> ${what}`)
      await act()
    },
    async skips(act) {
      await flush()
      await act()
      await page.waitForTimeout(atOnce + apart)
      said.length = 0
    },
    async reads(part = 'main') {
      const tree = await arrive()
      read(part === 'everything' ? tree : (findHeard(tree, ({ role }) => role === 'main') ?? tree))
    },
    async readsOnly(role, name) {
      const tree = await arrive()
      const part = findHeard(
        tree,
        (node) =>
          node.role === role &&
          (typeof name === 'string' ? node.name === name : name.test(node.name)),
      )
      if (!part) throw new Error(`nothing is told of a ${role} ${name}`)
      read(part)
    },
    text: () => `${lines.join('\n')}\n`,
  }
}

/** Hands on what the status region comes to say. */
const hearStatus = (): void => {
  const tell = (words: string): void => {
    void (window as unknown as { takepartSaid(words: string): Promise<void> }).takepartSaid(words)
  }
  addEventListener('DOMContentLoaded', () => {
    const region = document.getElementById('status')
    if (!region) return
    new MutationObserver(() => {
      if (region.textContent?.trim()) tell(region.textContent.trim())
    }).observe(region, { childList: true, characterData: true, subtree: true })
  })
}
