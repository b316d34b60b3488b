import { explainedText, wordsExplained } from '@takepart/shared/ui/words-explained'
import { html, render } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { emptySite, inTime, leaveSite } from '../../test-support/app.ts'
import { follow } from './word-help.ts'

const { dataset } = document.documentElement
let main: HTMLElement

beforeEach(() => {
  main = emptySite('/consultations/garden')
  show()
})
afterEach(() => {
  set('')
  leaveSite()
})

function show(): void {
  const explain = (words: string) =>
    words
      .split(' ')
      .map((text) => (text === 'panel' ? { text, meaningId: 'word-panel' } : { text: `${text} ` }))
  render(
    html`<div class="wrap"><h1 id="page-title">A garden</h1><p>${explainedText('Ask the panel', explain)}</p><p><a href="/help">Help</a></p>
    ${wordsExplained([{ id: 'word-panel', word: 'panel', meaning: 'People who decide' }])}</div>`,
    main.appendChild(document.createElement('section')),
  )
}

function set(value: string): void {
  if (value) dataset['wordHelp'] = value
  else delete dataset['wordHelp']
  follow()
}

const links = () => [...main.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))

describe('help with words', () => {
  it('is a link to what the word means, as the page comes', () =>
    expect(links()).toEqual(['#word-panel', '/help']))

  it('is no link, in nobody’s way, once it is switched off; the list of words stays', async () => {
    set('off')
    expect([
      links(),
      main.querySelector('.word')?.textContent,
      main.querySelector('dd')?.textContent,
    ]).toEqual([['/help'], 'panel', 'People who decide'])
    main.focus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.textContent).toBe('Help')
  })

  it('is there again once it is switched on', () => {
    set('off')
    set('')
    expect(links()).toEqual(['#word-panel', '/help'])
  })

  it('is off on what comes to the page later', async () => {
    set('off')
    main.replaceChildren()
    show()
    await inTime(() => expect(links()).toEqual(['/help']))
  })
})
