import { radios } from '@takepart/shared/ui/radios'
import { textarea } from '@takepart/shared/ui/textarea'
import { html, render } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page as screen, userEvent } from 'vitest/browser'
import { byId, emptySite, inTime, leaveSite, press } from '../../test-support/app.ts'
import '../../styles/style.css'
import '../../styles/settings/settings.css'
import { follow } from './guide.ts'

const { dataset } = document.documentElement
let main: HTMLElement

beforeEach(() => {
  main = emptySite('/consultations/garden')
  render(
    html`<div class="wrap"><h1>A garden</h1><p id="words">It may open. Who may come?</p>
    ${radios({ id: 'a', name: 'a', title: 'Would you go?', items: [{ value: 'y', text: 'Yes' }] })}
    ${textarea({ id: 'b', name: 'b', title: 'Why?', value: '' })}<div style="block-size: 300vh"></div></div>`,
    main,
  )
})
afterEach(() => {
  set('')
  leaveSite()
  scrollTo(0, 0)
})

function set(guide: string): void {
  if (guide) dataset['guide'] = guide
  else delete dataset['guide']
  follow()
}

const guide = () => document.querySelector<HTMLElement>('.guide')
const drawn = () => Number.parseFloat(guide()?.style.getPropertyValue('--at') ?? '')
const line = () => Number.parseFloat(getComputedStyle(guide()!).lineHeight)
const expectAt = (at: number) => inTime(() => expect(Math.abs(drawn() - at)).toBeLessThan(2))
const middle = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return (top + bottom) / 2
}
const point = (clientY: number) =>
  document.body.dispatchEvent(new PointerEvent('pointermove', { clientY, bubbles: true }))

describe('the guide', () => {
  it('is there while it is chosen, and nothing to a pointer or to assistive technology', () => {
    expect(guide()).toBeNull()
    set('ruler')
    expect([
      guide()?.ariaHidden,
      getComputedStyle(guide()!).pointerEvents,
      guide()?.parentElement,
    ]).toEqual(['true', 'none', document.body])
    set('')
    expect([guide(), main.querySelector('button')]).toEqual([null, null])
  })

  it('is one, however often a setting changes', () => {
    set('ruler')
    set('mask')
    expect(document.querySelectorAll('.guide')).toHaveLength(1)
    expect(main.querySelectorAll('.reading-tools button')).toHaveLength(2)
  })

  it('dims all but a few lines as a mask, and draws one line as a ruler', () => {
    const parts = () =>
      ['::before', '::after'].map((part) => {
        const { backgroundColor, borderBlockStartWidth, borderBlockEndWidth } = getComputedStyle(
          guide()!,
          part,
        )
        return [
          /, 0\)|\/ 0\)/.test(backgroundColor) ? 'clear' : 'dim',
          Number.parseFloat(borderBlockStartWidth) + Number.parseFloat(borderBlockEndWidth) > 0,
        ]
      })
    set('mask')
    expect(parts()).toEqual([
      ['dim', true],
      ['dim', true],
    ])
    set('ruler')
    expect(parts()).toEqual([
      ['clear', false],
      ['clear', true],
    ])
  })

  it('follows the pointer', async () => {
    set('ruler')
    point(120)
    await expectAt(120)
  })

  it('follows the focus, to the words of a choice too', async () => {
    set('ruler')
    byId('a').focus()
    await expectAt(middle(byId('a').closest('.choice')!))
  })

  it('follows the line of a large field in which somebody writes', async () => {
    set('ruler')
    const field = byId('b') as unknown as HTMLTextAreaElement
    field.focus()
    const { top } = field.getBoundingClientRect()
    const { lineHeight, paddingBlockStart } = getComputedStyle(field)
    const height = Number.parseFloat(lineHeight)
    const lineAt = (number: number) =>
      top + field.clientTop + Number.parseFloat(paddingBlockStart) + (number - 0.5) * height
    await expectAt(lineAt(1))
    await userEvent.keyboard('One{Enter}Two{Enter}')
    await expectAt(lineAt(3))
    await userEvent.keyboard('{ArrowUp}')
    await expectAt(lineAt(2))
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.fill(field, `One${' word'.repeat(200)}`)
    await inTime(() => expect(field.scrollTop).toBeGreaterThan(0))
    await inTime(() =>
      expect(
        drawn(),
        'the last line, where lines are folded and the field scrolls',
      ).toBeGreaterThan(field.getBoundingClientRect().bottom - 2 * height),
    )
    expect(drawn()).toBeLessThan(field.getBoundingClientRect().bottom)
    expect(main.querySelector('div[aria-hidden]')).toBeNull()
  })

  it('stays within a large field that is scrolled away from the caret', async () => {
    set('ruler')
    const field = byId('b') as unknown as HTMLTextAreaElement
    await userEvent.fill(field, 'One\n'.repeat(40))
    field.focus()
    field.setSelectionRange(0, 0)
    field.scrollTop = 0
    await inTime(() => expect(drawn()).toBeLessThan(middle(field)))
    field.scrollTop = field.scrollHeight
    await expectAt(field.getBoundingClientRect().top)
  })

  it('follows a caret in the words', async () => {
    set('ruler')
    point(5)
    getSelection()?.setPosition(byId('words').firstChild, 4)
    await expectAt(middle(byId('words')))
    getSelection()?.removeAllRanges()
  })

  it('moves by a line with its buttons, which keep the focus', async () => {
    set('mask')
    point(200)
    await expectAt(200)
    const down = [...main.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Guide down',
    )!
    down.focus()
    await userEvent.keyboard('{Enter}{Enter}')
    await expectAt(200 + 2 * line())
    press('Guide up')
    await expectAt(200 + line())
    expect(document.activeElement).toBe(down)
  })

  it('moves the page instead, at the edge of the window', async () => {
    set('ruler')
    point(innerHeight - line())
    await expectAt(innerHeight - line())
    press('Guide down')
    await inTime(() => expect(Math.round(scrollY)).toBe(Math.round(line())))
    expect(Math.abs(drawn() - (innerHeight - line()))).toBeLessThan(2)
  })

  it('never lies over the control that has the focus', async () => {
    set('mask')
    byId('b').focus()
    await inTime(() => expect(guide()?.style.clipPath).toMatch(/^polygon\(evenodd/))
    const { left, top, right, bottom } = byId('b').getBoundingClientRect()
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = guide()!
      .style.clipPath.split(',')
      .slice(6)
      .flatMap((corner) => corner.match(/-?\d+/g)!.map(Number))
    expect([x1 < left, y1 < top, x2 > right, y2 > bottom]).toEqual([true, true, true, true])
    byId('b').blur()
    point(50)
    await inTime(() => expect(guide()?.style.clipPath).toBe(''))
  })

  it('has its buttons on each page that comes', async () => {
    set('ruler')
    main.replaceChildren()
    render(
      html`<div class="wrap"><h1>Another</h1></div>`,
      main.appendChild(document.createElement('section')),
    )
    await inTime(() => expect(main.querySelectorAll('button')).toHaveLength(2))
  })

  it('fits a narrow window, and is not moved by anything but the person', async () => {
    await screen.viewport(320, 256)
    set('mask')
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    const [before, after] = ['::before', '::after'].map((part) => getComputedStyle(guide()!, part))
    expect([before?.transitionDuration, after?.transitionDuration, before?.animationName]).toEqual([
      '0s',
      '0s',
      'none',
    ])
    await screen.viewport(1000, 700)
  })
})
