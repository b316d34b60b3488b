import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { errorSummary, errorSummaryId } from './error-summary.ts'
import { radios } from './radios.ts'
import { travel } from './test-support/field-examples.ts'
import { byId, freshPage, show } from './test-support/screen.ts'

freshPage()

const items = [{ href: '#q-travel', text: 'Select how you travel' }]

describe('an error summary', () => {
  it('is a named group that can take the focus, and not an alert', async () => {
    show(errorSummary({ items }))
    const summary = byId<HTMLElement>(errorSummaryId)
    summary.focus()
    expect(document.activeElement).toBe(summary)
    await expect.element(page.getByRole('group', { name: 'There is a problem' })).toBeVisible()
    expect(document.querySelector('[role="alert"]')).toBeNull()
  })

  it('links to the control where each problem is put right', () => {
    show(html`${errorSummary({ items })}${radios(travel)}`)
    const link = document.querySelector('a')
    expect(document.querySelector(link?.getAttribute('href') ?? '')).toBe(byId('q-travel'))
  })

  it('leaves the way there to the page when the page offers one', async () => {
    const followed: string[] = []
    show(errorSummary({ items, onFollow: (id) => followed.push(id) }))
    await page.getByRole('link', { name: 'Select how you travel' }).click()
    expect(followed).toEqual(['q-travel'])
    expect(location.hash).toBe('')
  })
})
