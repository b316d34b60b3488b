import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { freshPage, repeatedIds, show } from '../../ui/test-support/screen.ts'
import { displaySettingsView } from './display-settings.view.ts'

freshPage()

const openAll = () => {
  for (const group of document.querySelectorAll('details')) group.open = true
}

describe('the page of display settings', () => {
  it('has a group for each setting, named by its heading', async () => {
    show(displaySettingsView())
    openAll()
    for (const name of ['Text size', 'Colours of the page', 'Movement', 'Keep my place'])
      await expect.element(page.getByRole('group', { name, exact: true })).toBeVisible()
    expect(repeatedIds()).toEqual([])
  })

  it('lets nobody reach what stands in its samples', () => {
    show(displaySettingsView())
    const samples = [
      ...document.querySelectorAll<HTMLElement>('.sample :is(a, button, input, textarea)'),
    ]
    expect(samples.length).toBeGreaterThan(10)
    for (const sample of samples) {
      sample.focus()
      expect(document.activeElement).toBe(document.body)
    }
  })

  it('reads a language’s name in that language', async () => {
    show(displaySettingsView())
    openAll()
    await expect.element(page.getByRole('radio', { name: 'Cymraeg' })).toBeVisible()
    expect(document.querySelector('[lang="cy"]')?.textContent).toBe('Cymraeg')
  })
})
