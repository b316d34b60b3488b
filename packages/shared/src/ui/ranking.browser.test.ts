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

const listed = () =>
  [...document.querySelectorAll('li')].map(
    (item) =>
      `${item.querySelector('.what')?.textContent}: ${item.querySelector('.place')?.textContent}`,
  )
const upButton = (name: string) => page.getByRole('button', { name: `Move up ${name}` })
const downButton = (name: string) => page.getByRole('button', { name: `Move down ${name}` })

describe('a ranking', () => {
  it('begins with nothing placed, in the order of the question', () => {
    living([])
    expect(listed()).toEqual([
      'Parking: Not placed yet',
      'Opening hours: Not placed yet',
      'A bus stop: Not placed yet',
    ])
  })

  it('names each button by what it moves, visible words first, and describes it by its place', async () => {
    living(['bus'])
    await expect.element(upButton('A bus stop')).toHaveAccessibleDescription('1 of 3')
    await expect.element(downButton('Parking')).toHaveAccessibleDescription('Not placed yet')
  })

  it('is put in order by presses alone', async () => {
    const state = living([])
    await upButton('A bus stop').click()
    await upButton('Parking').click()
    await upButton('Parking').click()
    expect(state.order).toEqual(['parking', 'bus'])
    expect(listed()).toEqual([
      'Parking: 1 of 3',
      'A bus stop: 2 of 3',
      'Opening hours: Not placed yet',
    ])
  })

  it('takes the place away again with the last press down', async () => {
    const state = living(['bus', 'parking'])
    await downButton('Parking').click()
    expect(state.order).toEqual(['bus'])
  })

  it.each([
    ['Move up', 'Parking'],
    ['Move down', 'A bus stop'],
    ['Move down', 'Parking'],
    ['Move up', 'Opening hours'],
  ])('keeps the focus on %s %s', async (way, name) => {
    living(['bus', 'parking'])
    const button = page.getByRole('button', { name: `${way} ${name}` })
    const element = button.element() as HTMLElement
    element.focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement).toBe(element)
    await expect.element(button).toBeVisible()
  })

  it('keeps a button that can do nothing in place, and says so without disabling it', async () => {
    const state = living(['bus'])
    const first = upButton('A bus stop')
    await expect.element(first).toHaveAttribute('aria-disabled', 'true')
    expect((first.element() as HTMLButtonElement).disabled).toBe(false)
    ;(first.element() as HTMLElement).click()
    expect(state.order).toEqual(['bus'])
  })

  it('has every id once after moves, and the plain id on the first button', async () => {
    living(['bus', 'parking'])
    await upButton('Parking').click()
    expect(repeatedIds()).toEqual([])
    expect(document.querySelector('li button')?.id).toBe('q-order')
  })

  it('describes its buttons with the error', async () => {
    show(ranking({ ...options, error: 'Put these in your order' }))
    await expect
      .element(upButton('Parking'))
      .toHaveAccessibleDescription(/^Error:\s+Put these in your order Not placed yet$/)
  })
})
