import { afterEach, expect, it } from 'vitest'
import { showPlainWords } from './plain-words.ts'

const page = (): void => { document.body.innerHTML = '<p>The <a class="word" href="#word-fare">fare</a> and <a href="/help">help</a></p>' }
const links = () => [...document.querySelectorAll('a')].map(({ textContent }) => textContent)

afterEach(() => {
  delete document.documentElement.dataset['wordHelp']
  document.body.replaceChildren()
})

it('leaves the links of hard words to who wants them', () => {
  page()
  showPlainWords()
  expect(links()).toEqual(['fare', 'help'])
})

it('makes hard words plain for somebody who wants no help with them', () => {
  document.documentElement.dataset['wordHelp'] = 'off'
  page()
  showPlainWords()
  expect(links()).toEqual(['help'])
  expect(document.body.textContent).toBe('The fare and help')
})
