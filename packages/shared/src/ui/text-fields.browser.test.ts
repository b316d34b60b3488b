import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { textInput } from './text-input.ts'
import { textarea } from './textarea.ts'
import { count } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

const time = { id: 'q-time', name: 'q-time', title: 'How long does it take?', value: '' }

describe('a line of text', () => {
  it('is named by its label, which may be the title of the page', async () => {
    show(textInput({ ...time, heading: 'h1', optional: true }))
    await expect
      .element(page.getByRole('textbox', { name: 'How long does it take? (optional)' }))
      .toBeVisible()
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'How long does it take? (optional)' }))
      .toBeVisible()
  })

  it('is described by the error, the hint, the limit and the unit, in this order', async () => {
    show(
      textInput({
        ...time,
        hint: 'There and back',
        error: 'Enter a number',
        unit: 'minutes',
        count,
      }),
    )
    await expect
      .element(page.getByRole('textbox'))
      .toHaveAccessibleDescription(
        /^Error:\s+Enter a number There and back You can write up to 200 characters minutes$/,
      )
    await expect.element(page.getByRole('textbox')).toBeInvalid()
  })

  it('tells what was typed, and cuts nothing', async () => {
    const typed: string[] = []
    show(textInput({ ...time, onInput: (value) => typed.push(value) }))
    await userEvent.fill(byId('q-time'), 'x'.repeat(300))
    expect(typed.at(-1)).toHaveLength(300)
  })

  it('shows what the data says, also after somebody has typed', async () => {
    const draw = show(textInput(time))
    await userEvent.fill(byId('q-time'), 'ten')
    draw(textInput(time))
    expect(byId('q-time').value).toBe('')
  })
})

describe('several lines of text', () => {
  const more = {
    id: 'q-more',
    name: 'q-more',
    title: 'Anything else?',
    value: 'The bus is late.\nOften.',
    count,
  }

  it('hold the words in the field', () => {
    show(textarea(more))
    expect(byId<HTMLTextAreaElement>('q-more').value).toBe('The bus is late.\nOften.')
  })

  it('are described by the error, the hint and the limit', async () => {
    show(textarea({ ...more, hint: 'Leave out names.', error: 'Make it shorter' }))
    await expect
      .element(page.getByRole('textbox', { name: 'Anything else?' }))
      .toHaveAccessibleDescription(
        /^Error:\s+Make it shorter Leave out names\. You can write up to 200 characters$/,
      )
  })

  it('show what is left, and mark when it is worth saying; the page has the one status region', () => {
    const draw = show(textarea(more))
    expect(document.querySelector('.count:not(.near) [aria-hidden="true"]')?.textContent).toBe(
      'You have 190 characters left',
    )
    draw(
      textarea({ ...more, count: { ...count, shown: 'You have 5 characters left', near: true } }),
    )
    expect(document.querySelector('.count.near [aria-hidden="true"]')?.textContent).toBe(
      'You have 5 characters left',
    )
    expect(document.querySelector('[role="status"], [aria-live]')).toBeNull()
  })

  it('do not lose the focus or the place when an error comes and goes', async () => {
    const draw = show(textarea(more))
    const field = byId<HTMLTextAreaElement>('q-more')
    await userEvent.click(field)
    field.setSelectionRange(3, 3)
    draw(textarea({ ...more, error: 'Make it shorter' }))
    draw(textarea(more))
    expect(document.activeElement).toBe(field)
    expect(field.selectionStart).toBe(3)
  })
})
