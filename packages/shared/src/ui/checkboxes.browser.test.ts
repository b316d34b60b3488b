import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { checkboxes } from './checkboxes.ts'
import { helps } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

describe('checkboxes', () => {
  it('are one group, each described by the error and the hint', async () => {
    show(checkboxes({ ...helps, hint: 'Choose all that apply.', error: 'Select what would help' }))
    await expect.element(page.getByRole('group', { name: 'What would help?' })).toBeVisible()
    for (const name of ['Evening times', 'A quiet room', 'None of these']) {
      const box = page.getByRole('checkbox', { name })
      await expect
        .element(box)
        .toHaveAccessibleDescription(/^Error:\s+Select what would help Choose all that apply\.$/)
      await expect.element(box).toBeInvalid()
    }
  })

  it('set the one that excludes the others apart with a word', () => {
    show(checkboxes(helps))
    expect(document.body.textContent).toMatch(/A quiet room\s+or\s+None of these/)
  })

  it('tell which one was ticked or un-ticked', async () => {
    const told: unknown[] = []
    show(checkboxes({ ...helps, onChange: (...change) => told.push(change) }))
    await page.getByText('A quiet room').click()
    await page.getByText('A quiet room').click()
    expect(told).toEqual([
      ['quiet', true],
      ['quiet', false],
    ])
  })

  it('are un-ticked by the data although somebody ticked them', async () => {
    const draw = show(checkboxes(helps))
    await page.getByText('Evening times').click()
    draw(
      checkboxes({
        ...helps,
        items: helps.items.map((item) => ({ ...item, checked: item.value === 'none' })),
      }),
    )
    expect([byId('q-helps').checked, byId('q-helps_3').checked]).toEqual([false, true])
  })
})
