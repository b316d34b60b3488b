import { textarea } from '@takepart/shared/ui/textarea'
import { render } from 'lit'
import { page } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import './style.css'
import './settings/settings.css'

const { dataset } = document.documentElement
const limit = 'You can write up to 200 characters'

beforeEach(() => {
  const main = document.body.appendChild(document.createElement('main'))
  render(
    [
      ['far', 190],
      ['near', 9],
    ].map(([id, left]) =>
      textarea({
        id: `q-${id}`,
        name: 'q',
        title: `Why ${id}?`,
        value: '',
        count: { limit, shown: `You have ${left} characters left`, near: left === 9 },
      }),
    ),
    main,
  )
})
afterEach(() => {
  for (const name of Object.keys(dataset)) delete dataset[name]
  document.querySelector('main')?.remove()
})

/** The line under each field, as it is seen. */
const seen = () =>
  [...document.querySelectorAll('.count')].map((count) =>
    [...count.children]
      .filter((words) => words.checkVisibility() && words.getBoundingClientRect().width > 2)
      .map(({ textContent }) => textContent)
      .join(' | '),
  )
const left = (number: number) => `You have ${number} characters left`

describe('the line under a field with a limit', () => {
  it.each([
    [{}, [limit, left(9)]],
    [{ counts: 'always' }, [left(190), left(9)]],
    [{ counts: 'off' }, [limit, limit]],
    [{ layout: 'simple' }, [limit, limit]],
    [{ layout: 'simple', counts: 'always' }, [left(190), left(9)]],
  ])('with %j', async (settings, lines) => {
    Object.assign(dataset, settings)
    expect(seen()).toEqual(lines)
    for (const id of ['far', 'near'])
      await expect.element(page.getByLabelText(`Why ${id}?`)).toHaveAccessibleDescription(limit)
  })
})
