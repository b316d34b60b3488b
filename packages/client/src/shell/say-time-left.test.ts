import { afterEach, expect, it } from 'vitest'
import { sayTimeLeft } from './say-time-left.ts'

afterEach(() => document.body.replaceChildren())

it.each([
  ['2027-05-17T12:00:00Z', '2 weeks left'],
  ['2027-05-29T12:00:00Z', '2 days left'],
  ['2027-05-31T12:00:00Z', 'today at 5 pm'],
  ['2027-05-31T16:00:00Z', 'over, by the clock of this device'],
  ['2027-09-01T12:00:00Z', 'over, by the clock of this device'],
])('says on %s what is left on that day, whenever the page was kept: %s', (now, words) => {
  document.body.innerHTML =
    '<p>Open until 31 May · <span data-until="2027-05-31T17:00:00+01:00">2 weeks left</span></p>'
  sayTimeLeft(new Date(now))
  expect(document.body.textContent).toBe(`Open until 31 May · ${words}`)
})
