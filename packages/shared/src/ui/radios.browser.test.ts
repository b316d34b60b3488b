import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { partId } from './field.ts'
import { radios } from './radios.ts'
import { otherWay, travel, travelError, withOther } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

describe('radios', () => {
  it('are one group, named by the question', async () => {
    show(radios(travel))
    await expect.element(page.getByRole('group', { name: 'How do you travel?' })).toBeVisible()
    await expect
      .element(page.getByRole('heading', { name: 'How do you travel?', level: 2 }))
      .toBeVisible()
    expect(document.querySelectorAll('input[name="q-travel"]')).toHaveLength(2)
  })

  it('are described one by one: the error, then the hint of the group, then their own', async () => {
    show(radios({ ...travel, ...travelError }))
    await expect
      .element(page.getByRole('radio', { name: 'Bus' }))
      .toHaveAccessibleDescription(/^Error:\s+Select how you travel Choose the longest part\.$/)
    await expect
      .element(page.getByRole('radio', { name: 'Car' }))
      .toHaveAccessibleDescription(
        /^Error:\s+Select how you travel Choose the longest part\. A taxi counts too$/,
      )
    await expect
      .element(page.getByRole('group'))
      .toHaveAccessibleDescription(/^Error:\s+Select how you travel Choose the longest part\.$/)
    await expect.element(page.getByRole('radio', { name: 'Bus' })).toBeInvalid()
  })

  it('are not called wrong when nothing is', async () => {
    show(radios(travel))
    expect(byId('q-travel').hasAttribute('aria-invalid')).toBe(false)
    expect(byId('q-travel').hasAttribute('aria-describedby')).toBe(false)
  })

  it('give the first one the id that a link to the question has', () => {
    show(radios(travel))
    expect(byId('q-travel').value).toBe('bus')
    expect(byId('q-travel_2').value).toBe('car')
  })

  it('say in words that a question can be left out, and name the page', async () => {
    show(radios({ ...travel, heading: 'h1', optional: true }))
    await expect
      .element(page.getByRole('group', { name: 'How do you travel? (optional)' }))
      .toBeVisible()
    expect(byId('page-title').textContent).toContain('How do you travel?')
  })

  it('put the statement they ask about in the name of the group', async () => {
    show(radios({ ...travel, title: 'How far do you agree?', statement: 'Near is part of good.' }))
    await expect
      .element(page.getByRole('group', { name: 'How far do you agree? Near is part of good.' }))
      .toBeVisible()
  })

  it('tell which one was chosen', async () => {
    const chosen: string[] = []
    show(radios({ ...travel, onChange: (value) => chosen.push(value) }))
    await page.getByText('Car').click()
    expect(chosen).toEqual(['car'])
  })

  it('show what the data says, also after somebody has chosen', async () => {
    const draw = show(radios(travel))
    await page.getByText('Car').click()
    draw(
      radios({
        ...travel,
        items: [
          { value: 'bus', text: 'Bus', checked: true },
          { value: 'car', text: 'Car' },
        ],
      }),
    )
    expect([byId('q-travel').checked, byId('q-travel_2').checked]).toEqual([true, false])
    draw(radios(travel))
    expect([byId('q-travel').checked, byId('q-travel_2').checked]).toEqual([false, false])
  })
})

describe('a text field beside an option', () => {
  it('is always in the page, and shown while its option is chosen', async () => {
    const draw = show(radios(withOther(false)))
    const field = byId(partId('q-travel', 'other'))
    await expect.element(field).not.toBeVisible()
    draw(radios(withOther(true)))
    await expect.element(field).toBeVisible()
    expect(byId(partId('q-travel', 'other'))).toBe(field)
  })

  it('keeps its words while another option is chosen', () => {
    const draw = show(radios(withOther(true, { value: 'By boat' })))
    draw(radios(withOther(false, { value: 'By boat' })))
    draw(radios(withOther(true, { value: 'By boat' })))
    expect(byId(partId('q-travel', 'other')).value).toBe('By boat')
  })

  it('is described by its own error and not by that of the group', async () => {
    show(
      radios({
        ...withOther(true),
        error: 'Select how you travel',
        items: [
          {
            value: 'other',
            text: 'Another way',
            checked: true,
            conditional: otherWay({ error: 'Enter how' }),
          },
        ],
      }),
    )
    await expect
      .element(page.getByRole('textbox'))
      .toHaveAccessibleDescription(/^Error:\s+Enter how$/)
  })
})
