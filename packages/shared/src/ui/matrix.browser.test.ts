import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fieldHref } from './field.ts'
import { matrix } from './matrix.ts'
import { importance } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

describe('a matrix', () => {
  it('is a group for each statement inside a group for the question, and no table', async () => {
    show(matrix(importance))
    await expect
      .element(page.getByRole('group', { name: 'How much do these matter?' }))
      .toBeVisible()
    const row = page.getByRole('group', { name: 'It is near', exact: true })
    expect(row.getByRole('radio').elements()).toHaveLength(3)
    expect(document.querySelector('table')).toBeNull()
  })

  it('keeps the statements apart: one choice in each', async () => {
    const told: unknown[] = []
    show(matrix({ ...importance, onChange: (...change) => told.push(change) }))
    await page.getByRole('group', { name: 'It is near' }).getByText('Much').click()
    await page.getByRole('group', { name: 'I see the same person' }).getByText('Not at all').click()
    expect(told).toEqual([
      ['near', 'much'],
      ['same', 'not'],
    ])
    expect(document.querySelectorAll('input:checked')).toHaveLength(2)
  })

  it('describes only the statement that has a problem', async () => {
    show(
      matrix({
        ...importance,
        rows: [importance.rows[0], { ...importance.rows[1], error: 'Select how much it matters' }],
      }),
    )
    const second = page
      .getByRole('group', { name: 'I see the same person' })
      .getByRole('radio', { name: 'A little' })
    await expect
      .element(second)
      .toHaveAccessibleDescription(/^Error:\s+Select how much it matters$/)
    await expect.element(second).toBeInvalid()
    await expect
      .element(
        page
          .getByRole('group', { name: 'It is near', exact: true })
          .getByRole('radio', { name: 'A little' }),
      )
      .toBeValid()
  })

  it('has a link to the first choice of each statement', () => {
    show(matrix(importance))
    const parts = importance.rows.map(({ value }) => value)
    const names = [undefined, ...parts].map(
      (part) => byId(fieldHref('q-matters', part, parts).slice(1)).name,
    )
    expect(names).toEqual(['q-matters__near', 'q-matters__near', 'q-matters__same'])
  })
})
