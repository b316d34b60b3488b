import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { moveItem, ranking, type Move } from './ranking.ts'
import { order as options } from './test-support/field-examples.ts'
import { freshPage, repeatedIds, show } from './test-support/screen.ts'

freshPage()

/** A ranking that does what its buttons say. */
function living(start: readonly string[]): { order: readonly string[] } {
  const state = { order: start }
  const drawn = () => ranking({ ...options, order: state.order, onMove: move })
  const move = (value: string, way: Move) => {
    state.order = moveItem(state.order, value, way)
    draw(drawn())
  }
  const draw = show(drawn())
  return state
}

const items = (selector: string) =>
  [...document.querySelectorAll(`${selector} .ranking-item`)].map(({ textContent }) => textContent)
const listed = () => items('ol')
const rest = () => items('ul.rest')
const button = (way: string, name: string) => page.getByRole('button', { name: `${way} ${name}` })
const focused = () => document.activeElement?.textContent.replaceAll(/\s+/g, ' ').trim()

describe('a ranking', () => {
  it('begins with an empty list that says what to do, and everything to add below it', async () => {
    living([])
    expect([listed(), rest()]).toEqual([[], ['Parking', 'Opening hours', 'A bus stop']])
    await expect.element(page.getByText('Add what matters most to you first')).toBeVisible()
    expect(document.querySelectorAll('fieldset button')).toHaveLength(3)
  })

  it('is put in order by presses alone', async () => {
    const state = living([])
    await button('Add to my list', 'A bus stop').click()
    await button('Add to my list', 'Parking').click()
    await button('Move up', 'Parking').click()
    expect(state.order).toEqual(['parking', 'bus'])
    expect([listed(), rest()]).toEqual([['Parking', 'A bus stop'], ['Opening hours']])
    await button('Take out', 'Parking').click()
    expect([listed(), rest()]).toEqual([['A bus stop'], ['Parking', 'Opening hours']])
  })

  it.each([
    ['Move up', 'Parking'],
    ['Move down', 'A bus stop'],
    ['Move down', 'Parking'],
  ])('keeps the focus on %s %s', async (way, name) => {
    living(['bus', 'parking'])
    const element = button(way, name).element() as HTMLElement
    element.focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement).toBe(element)
  })

  it('goes on to the next item to add, and from the last to what was added', async () => {
    living([])
    for (const next of [
      'Add to my list Opening hours',
      'Add to my list A bus stop',
      'Move down A bus stop',
    ]) {
      ;(document.querySelector('ul.rest button') as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(focused).toBe(next)
    }
  })

  it('goes to where it can be added again from what was taken out', async () => {
    living(['bus', 'parking'])
    ;(button('Take out', 'Parking').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Add to my list Parking')
  })

  it('keeps a button that can do nothing in place, and says so without disabling it', async () => {
    const state = living(['bus'])
    const first = button('Move up', 'A bus stop')
    await expect.element(first).toHaveAttribute('aria-disabled', 'true')
    expect((first.element() as HTMLButtonElement).disabled).toBe(false)
    ;(first.element() as HTMLElement).click()
    expect(state.order).toEqual(['bus'])
  })

  it('has every id once after moves, and the plain id on the first button', async () => {
    living(['bus', 'parking'])
    await button('Move up', 'Parking').click()
    expect(repeatedIds()).toEqual([])
    expect(document.querySelector('fieldset button')?.id).toBe('q-order')
    await button('Take out', 'Parking').click()
    await button('Take out', 'A bus stop').click()
    expect(document.querySelector('fieldset button')?.id).toBe('q-order')
    expect(repeatedIds()).toEqual([])
  })

  it('describes its buttons with the error', async () => {
    show(ranking({ ...options, error: 'Put these in your order' }))
    await expect
      .element(button('Add to my list', 'Parking'))
      .toHaveAccessibleDescription(/^Error:\s+Put these in your order$/)
  })
})
