import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { emptySite, inTime, leaveSite } from '../test-support/app.ts'
import { comeBackToLinks } from './back-to-link.ts'

beforeAll(comeBackToLinks)

beforeEach(() => {
  emptySite('/consultations/garden').innerHTML = `<h1 id="page-title">A garden</h1>
    <a id="one" href="#word-panel">panel</a><a id="two" href="#word-trust">Trust</a><a id="prevented" href="#word-trust">Trust</a>
    <div style="block-size: 300vh"></div><div id="word-panel" tabindex="-1">Who decides</div><div id="word-trust" tabindex="-1">Who runs it</div>`
})
afterEach(leaveSite)

const focused = () => document.activeElement?.id

async function follow(id: string, leadsTo: string): Promise<void> {
  document.getElementById(id)?.focus()
  document.getElementById(id)?.click()
  await inTime(() => expect(focused()).toBe(leadsTo))
}

it('gives the focus to what a link within the page leads to, and on Back to the link', async () => {
  await follow('one', 'word-panel')
  history.back()
  await inTime(() => expect(focused()).toBe('one'))
})

it('goes back through several, one by one', async () => {
  await follow('one', 'word-panel')
  await follow('two', 'word-trust')
  history.back()
  await inTime(() => expect(focused()).toBe('two'))
  history.back()
  await inTime(() => expect(focused()).toBe('one'))
})

it('leaves alone what the page itself has followed', async () => {
  const link = document.getElementById('prevented')
  link?.addEventListener('click', (event) => event.preventDefault())
  link?.click()
  await follow('one', 'word-panel')
  history.back()
  await inTime(() => expect(focused()).toBe('one'))
})
