import { html, render } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { freshPage, prefer, putOn } from '../ui/test-support/screen.ts'
import { siteFrame } from './site/site-frame.view.ts'
import { appPages } from './test-support/app-pages.ts'
import { consultation, documentPages } from './test-support/documents.ts'

freshPage()
afterEach(async () => {
  delete document.documentElement.dataset.print
  await prefer('prefers-color-scheme', '')
  await putOn('screen')
})

/** Puts a page on paper, in the frame that it has on the site. */
async function print(name: string): Promise<void> {
  const page = document.createElement('div')
  document.body.append(page)
  render(
    siteFrame({
      path: '/',
      trust: consultation.trust,
      content: html`${documentPages[name]?.() ?? appPages[name]}`,
    }),
    page,
  )
  await putOn('paper')
}

const points = (element: Element): number =>
  Number.parseFloat(getComputedStyle(element).fontSize) * 0.75

/** Everything on the paper that has words of its own. */
const withWords = (): readonly Element[] =>
  [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.checkVisibility() &&
      !element.closest('.hidden-text') &&
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      ),
  )

const smaller = (least: number): readonly string[] =>
  withWords()
    .filter((element) => points(element) < least - 0.05)
    .map((element) => `${points(element)} points: ${element.textContent}`)

const onPaper = [
  'list',
  'overview while open',
  'first document',
  'all questions',
  'large print',
  'outcome',
  'help',
  'check',
  'record: received',
  'answer by question, page 1, empty',
]

describe.each(onPaper)('on paper: %s', (name) => {
  it('is black on white in 12 points or more, whatever the colours of the screen', async () => {
    await prefer('prefers-color-scheme', 'dark')
    await print(name)
    expect(withWords().length).toBeGreaterThan(3)
    expect(smaller(12)).toEqual([])
    expect(new Set(withWords().map((element) => getComputedStyle(element).color))).toEqual(
      new Set(['rgb(0, 0, 0)']),
    )
    expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(255, 255, 255)')
  })

  it('has nothing to find one’s way with, and nothing to press', async () => {
    await print(name)
    const left = [
      ...document.querySelectorAll('nav, .back, .state, .actions, .act, .skip, button'),
    ].filter((element) => element.checkVisibility() && !element.matches('.ranking-moves button'))
    expect(left.map((element) => element.outerHTML.slice(0, 60))).toEqual([])
  })

  it('is in 18 points or more for somebody who has chosen large print', async () => {
    document.documentElement.dataset.print = 'large'
    await print(name)
    expect(smaller(18)).toEqual([])
  })
})

describe('large print', () => {
  it('is in 18 points or more for everybody', async () => {
    await print('large print')
    expect(smaller(18).filter((words) => !words.includes('Takepart'))).toEqual([])
  })

  it('is as large on a screen, where it can be read as well', async () => {
    await print('large print')
    await putOn('screen')
    const small = [...document.querySelectorAll('.large-print :is(p, li, dt, dd, th, td)')].filter(
      (element) => points(element) < 18,
    )
    expect(small).toEqual([])
  })

  it('leaves room to write, by the length of what is asked', async () => {
    await print('large print')
    const rooms = [...document.querySelectorAll('.write')].map(
      (room) => room.getBoundingClientRect().height,
    )
    expect(Math.min(...rooms)).toBeGreaterThan(40)
    expect(Math.max(...rooms)).toBeGreaterThan(2 * Math.min(...rooms))
  })
})

describe('questions on paper', () => {
  it('are not cut in two', async () => {
    await print('all questions')
    for (const question of document.querySelectorAll('.asked'))
      expect(getComputedStyle(question).breakInside).toBe('avoid')
  })

  it('stay with their headings', async () => {
    await print('all questions')
    for (const heading of document.querySelectorAll('h1, h2, h3, .question'))
      expect(getComputedStyle(heading).breakAfter).toBe('avoid')
  })
})
