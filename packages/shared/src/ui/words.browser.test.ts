import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { blocks } from './blocks.ts'
import { button, linkButton } from './button.ts'
import { details } from './details.ts'
import { richText } from './rich-text.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { freshPage, show } from './test-support/screen.ts'

freshPage()

describe('buttons', () => {
  it('say their visible words first and what they act on after', async () => {
    show(
      html`${button({ text: 'Delete', hidden: 'the draft about clinics' })}${linkButton({ href: '/', text: 'Start', hidden: 'again' })}`,
    )
    await expect
      .element(page.getByRole('button', { name: 'Delete the draft about clinics' }))
      .toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Start again' })).toBeVisible()
  })

  it('do not send a form unless they are there for it', () => {
    show(html`${button({ text: 'Show more' })}${button({ text: 'Continue', type: 'submit' })}`)
    expect([...document.querySelectorAll('button')].map(({ type }) => type)).toEqual([
      'button',
      'submit',
    ])
  })

  it('are at least 44 by 44', () => {
    show(
      html`${button({ text: 'A' })}${button({ text: 'B', kind: 'quiet' })}${button({ text: 'C', kind: 'second' })}`,
    )
    const sizes = [...document.querySelectorAll('button')].map((element) =>
      element.getBoundingClientRect(),
    )
    expect(sizes.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
  })
})

describe('a summary list', () => {
  it('has a link for each question that says what it changes', async () => {
    show(
      summaryList({
        rows: [
          {
            key: 'How do you travel?',
            lines: [],
            action: { href: '/a', text: 'Change', hidden: 'how you travel' },
          },
        ],
      }),
    )
    await expect.element(page.getByRole('link', { name: 'Change how you travel' })).toBeVisible()
    await expect.element(page.getByText('Not answered')).toBeVisible()
  })

  it('keeps the lines that were written', () => {
    show(summaryList({ rows: [{ key: 'What else?', lines: ['One\nand two'] }] }))
    expect((document.querySelector('.said') as HTMLElement).innerText).toBe('One\nand two')
  })
})

describe('details', () => {
  it('open by keyboard, and their handle is large enough', async () => {
    show(details({ summary: 'Why we ask', content: html`<p>To know.</p>` }))
    const handle = document.querySelector('summary')
    handle?.focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('To know.')).toBeVisible()
    expect(handle?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  })
})

describe('a table', () => {
  it('names its columns and rows, and can be scrolled by keyboard', async () => {
    show(table({ caption: 'Costs', columns: ['Option', 'A year'], rows: [['Stay', '£1 million']] }))
    await expect.element(page.getByRole('columnheader', { name: 'A year' })).toBeVisible()
    await expect.element(page.getByRole('rowheader', { name: 'Stay' })).toBeVisible()
    await expect
      .element(page.getByRole('region', { name: 'Costs' }))
      .toHaveAttribute('tabindex', '0')
  })
})

describe('reading material', () => {
  it('shows strong words and links, and leaves an address that could run a script as text', () => {
    show(html`<p>${richText('**Now**, [here](/help), [not here](javascript:alert(1))')}</p>`)
    expect(document.querySelector('strong')?.textContent).toBe('Now')
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/help',
    ])
    expect(document.body.textContent).toContain('[not here](javascript:alert(1))')
  })

  it('puts headings one below the heading above it', () => {
    show(blocks([{ kind: 'heading', text: 'The options' }], 'h4'))
    expect(document.querySelector('h4')?.textContent).toBe('The options')
  })
})
