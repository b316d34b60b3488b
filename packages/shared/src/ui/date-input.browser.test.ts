import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dateInput } from './date-input.ts'
import { dateParts } from './date-parts.ts'
import { fieldHref } from './field.ts'
import { lastVisit } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

const empty = { day: '', month: '', year: '' }

describe('a date', () => {
  it('is three fields in a group, each with its own name and the hint', async () => {
    show(dateInput({ ...lastVisit, value: empty }))
    await expect
      .element(page.getByRole('group', { name: 'When were you last there?' }))
      .toBeVisible()
    for (const name of ['Day', 'Month', 'Year']) {
      await expect
        .element(page.getByRole('textbox', { name }))
        .toHaveAccessibleDescription('For example, 27 3 2026')
      await expect
        .element(page.getByRole('textbox', { name }))
        .toHaveAttribute('inputmode', 'numeric')
    }
  })

  it('says which part is wrong, and describes every part with the error', async () => {
    show(
      dateInput({
        ...lastVisit,
        value: empty,
        error: 'The date must include a month',
        errorParts: ['month'],
      }),
    )
    await expect.element(page.getByLabelText('Day')).toBeValid()
    await expect.element(page.getByLabelText('Month')).toBeInvalid()
    await expect
      .element(page.getByLabelText('Year'))
      .toHaveAccessibleDescription(
        /^Error:\s+The date must include a month For example, 27 3 2026$/,
      )
  })

  it('has a link to each part, and the plain id on the day', () => {
    show(dateInput({ ...lastVisit, value: { day: '4', month: '5', year: '2026' } }))
    const values = [undefined, ...dateParts].map(
      (part) => byId(fieldHref('q-last', part, dateParts).slice(1)).value,
    )
    expect(values).toEqual(['4', '4', '5', '2026'])
  })

  it('tells which part was typed', async () => {
    const typed: unknown[] = []
    show(dateInput({ ...lastVisit, value: empty, onInput: (...change) => typed.push(change) }))
    await userEvent.fill(byId('q-last__year'), '2026')
    expect(typed.at(-1)).toEqual(['year', '2026'])
  })
})
