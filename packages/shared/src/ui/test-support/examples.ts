import { html, type TemplateResult } from 'lit'
import { backLink } from '../back-link.ts'
import { blocks } from '../blocks.ts'
import { button, linkButton } from '../button.ts'
import { details } from '../details.ts'
import { errorSummary } from '../error-summary.ts'
import { insetText } from '../inset-text.ts'
import { notice } from '../notice.ts'
import { progress } from '../progress.ts'
import { richText } from '../rich-text.ts'
import { summaryList } from '../summary-list.ts'
import { table } from '../table.ts'
import { fieldExamples } from './field-examples.ts'

const options = [['Fewer and bigger', '£1.2 million', '9 pm'], ['Nearer and smaller', '£1.4 million', '6 pm']]

/** Every pattern in every state it has, by name: what the tests show, render on the server and hydrate. */
export const examples: Readonly<Record<string, () => TemplateResult>> = {
  ...fieldExamples,
  'back link': () => backLink({ href: '/' }),
  'back link to somewhere': () => backLink({ href: '/', text: 'All consultations' }),
  blocks: () => blocks([
    { kind: 'paragraph', text: 'Nothing has been **decided**. [Read more](/help).' },
    { kind: 'heading', text: 'The options' },
    { kind: 'list', items: ['Stay as we are', 'Move two clinics'] },
    { kind: 'list', items: ['Ask', 'Decide'], ordered: true },
    { kind: 'table', caption: 'What each option costs', columns: ['Option', 'A year', 'Open until'], rows: options },
    { kind: 'quote', text: 'Near is part of good.', by: 'Service user' },
  ]),
  buttons: () => html`${button({ text: 'Continue', type: 'submit', id: 'continue' })}
    ${button({ text: 'Save a copy', kind: 'second' })} ${button({ text: 'Delete', kind: 'danger', hidden: 'the draft about clinics' })}
    ${button({ text: 'Show another way', kind: 'quiet' })} ${linkButton({ href: '/', text: 'Start answering' })}`,
  details: () => details({ summary: 'Why we ask', content: html`<p>Two of the options are far from a bus stop.</p>` }),
  'error summary': () => errorSummary({ items: [{ href: '#q-travel', text: 'Select how you travel' }, { href: '#q-age', text: 'Enter your age' }] }),
  'inset text': () => insetText(html`<p>There is a draft on this device.</p>`),
  'notice': () => notice({ content: 'Kept on this device.' }),
  'notice with a warning': () => notice({ tone: 'warning', title: 'You also wrote this', content: html`<p>The bus is late.</p>` }),
  'notice under a heading': () => html`<h2>Part</h2>${notice({ tone: 'good', title: 'Sent', heading: 'h3', content: html`<p>We have it.</p>` })}`,
  progress: () => progress({ part: 'Getting there', text: 'Question 7 of 25' }),
  'rich text': () => html`<p>${richText('By **7 May**, on [this page](/help), and [not this](javascript:alert(1)).')}</p>`,
  'summary list': () => summaryList({
    rows: [
      { key: 'How do you travel?', lines: ['Bus', 'On foot'], action: { href: '/a', text: 'Change', hidden: 'how you travel' } },
      { key: 'How old are you?', lines: [], action: { href: '/b', text: 'Change', hidden: 'how old you are' } },
      { key: 'What else?', lines: ['One line\nand another'] },
    ],
  }),
  table: () => table({ caption: 'What each option costs', columns: ['Option', 'A year', 'Open until'], rows: options }),
}
