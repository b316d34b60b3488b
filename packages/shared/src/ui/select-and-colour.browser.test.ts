import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { colourInput } from './colour-input.ts'
import { select } from './select.ts'
import { axeFindings, byId, freshPage, missingIds, show } from './test-support/screen.ts'

freshPage()

const items = [
  { value: '', text: 'Not at night' },
  { value: '21', text: '9 pm' },
  { value: '22', text: '10 pm', selected: true },
]
const hours = { id: 'hours', name: 'hours', title: 'Quiet from', items }
const colour = { id: 'text', name: 'text', title: 'Colour of the text', value: '#1f2a44' }

describe('a list to choose from', () => {
  it('is named by its label and described by its hint', async () => {
    show(select({ ...hours, hint: 'By the clock of your device.' }))
    await expect
      .element(page.getByRole('combobox', { name: 'Quiet from' }))
      .toHaveAccessibleDescription('By the clock of your device.')
    expect([await axeFindings(), missingIds()]).toEqual([[], []])
  })

  it('begins at what is selected, and is changed by keys', async () => {
    show(select(hours))
    const list = byId<HTMLSelectElement>('hours')
    expect(list.value).toBe('22')
    list.focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(list.value).toBe('21')
  })

  it('says what is wrong before its hint, and is marked so', async () => {
    show(select({ ...hours, hint: 'By the clock of your device.', error: 'Select an hour' }))
    const list = page.getByRole('combobox', { name: 'Quiet from' })
    await expect
      .element(list)
      .toHaveAccessibleDescription(/^Error:\s+Select an hour By the clock of your device\.$/)
    await expect.element(list).toBeInvalid()
    expect(await axeFindings()).toEqual([])
  })
})

describe('a colour', () => {
  it('is named by its label, has the value given, and is large enough to press', async () => {
    show(colourInput(colour))
    await expect.element(page.getByLabelText('Colour of the text')).toHaveValue('#1f2a44')
    const { width, height } = byId('text').getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    expect([await axeFindings(), missingIds()]).toEqual([[], []])
  })

  it('is described by what is said of two colours together, after its own error', async () => {
    show(
      html`${colourInput({ ...colour, more: ['both'], error: 'Choose a darker colour' })}<p id="both">The contrast is 3 to 1.</p>`,
    )
    await expect
      .element(page.getByLabelText('Colour of the text'))
      .toHaveAccessibleDescription(/^Error:\s+Choose a darker colour The contrast is 3 to 1\.$/)
    expect(byId('text').getAttribute('aria-invalid')).toBe('true')
  })
})
