import { html } from 'lit'
import type { OutcomePoint } from '../../domain/consultation.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { insetText } from '../../ui/inset-text.ts'
import { progress } from '../../ui/progress.ts'
import { radios } from '../../ui/radios.ts'
import { askedQuestion } from '../asked-question.view.ts'
import { consultationFacts } from '../consultation-facts.view.ts'
import { consultationCard } from '../consultation-list.view.ts'
import { readFirst } from '../consultation-overview.view.ts'
import { crisisHelp } from '../crisis-help.view.ts'
import { pointOf } from '../outcome.view.ts'
import type { PageState } from '../page-state.ts'
import { receiptFacts } from '../receipt-facts.view.ts'
import { stateLine } from '../state-line.view.ts'
import type { Pattern } from './pattern.ts'
import { longWords, onceClosed, sampleConsultation, whileOpen } from './sample.ts'

const buttons: Pattern = {
  id: 'button', title: 'Buttons', file: 'ui/button.ts',
  use: 'For doing something: one green one a page, others beside it in outline. Not for going somewhere, which is a link, unless it starts something.',
  wiring: 'Visible words come first, and what they act on after them, unseen. There is no disabled button: it would say nothing about why. 44 px at least each way.',
  examples: [
    { title: 'Green, outline, danger, quiet', show: (id) => html`<div class="actions">${button({ text: 'Continue', id })} ${button({ text: 'Save a copy as a file', kind: 'second' })}
      ${button({ text: 'Delete', kind: 'danger', hidden: 'the draft about clinics' })} ${button({ text: 'Show another way', kind: 'quiet' })}</div>` },
    { title: 'A link that starts something, beside a plain one', show: () => html`<div class="actions">${linkButton({ href: '/', text: 'Start answering' })} <a href="/my-responses">Stop for now</a></div>` },
    { title: 'Long words', show: () => html`<div class="actions">${button({ text: longWords.option, kind: 'second' })}</div>` },
  ],
}

const ways: Pattern = {
  id: 'back-link', title: 'Back link', file: 'ui/back-link.ts',
  use: 'First in a page that was come to from another. Not in the three pages of the navigation.',
  wiring: 'A link with an address, so that Back in the browser and this one never disagree.',
  examples: [{ title: 'To the page before', show: () => backLink({ href: '#pattern-back-link' }) }, { title: 'To somewhere', show: () => backLink({ href: '/', text: 'All consultations' }) }],
}

const place: Pattern = {
  id: 'progress', title: 'Progress', file: 'ui/progress.ts',
  use: 'Above the title of a page of questions. Not as a bar, which says little and nothing when read out.',
  wiring: 'Words, said again in the title of the document.',
  examples: [{ title: 'Part and question', show: () => progress({ part: 'Getting there', text: 'Question 7 of 25' }) }, { title: 'Without a part', show: () => progress({ text: 'Part 2 of 6' }) }],
}

const problems: Pattern = {
  id: 'error-summary', title: 'Error summary', file: 'ui/error-summary.ts',
  use: 'First in a page that cannot go on as it is. Not while somebody types, and never for what we did wrong.',
  wiring: 'A named group that takes the focus, and not an alert: an alert in what is focused is jumbled by some screen readers and left out by others. '
    + 'Each link leads to the first control of its question and says the same words as the error beside it. The title of the document begins with “Error:”.',
  examples: [{ title: 'Two problems', show: () => errorSummary({ items: [
    { href: '#radios-with-an-error', text: 'Select how you travel' }, { href: '#date-input-with-an-error-in-one-part__month', text: 'The date must include a month' },
  ] }) }],
}

const states: readonly (PageState & { readonly title: string })[] = [
  { title: 'Plain', tone: 'plain', words: 'You do not need an account to read or take part.' },
  { title: 'Good', tone: 'good', words: 'Kept on this device: you can read and answer without a connection.' },
  { title: 'Waiting', tone: 'waiting', words: 'You are offline. What you write is saved on this device, and waits.' },
  { title: 'Problem', tone: 'problem', words: 'Not saved on this device. Keep this page open.' },
]

const stateLines: Pattern = {
  id: 'state-line', title: 'State line', file: 'views/state-line.view.ts',
  use: 'At the top of every page, always in the same place: what is true of this page and this device now. Not for answers to what somebody did.',
  wiring: 'The words say it all; ring, disc and square repeat it in shape. A change is said once through the one status region of the page. Two lines of a narrow screen are kept free, so nothing moves.',
  examples: states.map(({ title, ...state }) => ({ title, show: () => stateLine(state, false) })),
}

const facts: Pattern = {
  id: 'facts', title: 'Facts', file: 'views/consultation-facts.view.ts',
  use: 'For what a person needs to know before anything else. Not for what can be left out.',
  wiring: 'A list of terms, on the page and not behind a press; beside the title where there is room, after it where there is not.',
  examples: [
    { title: 'Of an open consultation', show: () => consultationFacts(sampleConsultation, 'open', whileOpen) },
    { title: 'Of a closed one', show: () => consultationFacts(sampleConsultation, 'closed', onceClosed) },
  ],
}

const receipt: Pattern = {
  id: 'receipt', title: 'Receipt', file: 'views/receipt-facts.view.ts',
  use: 'Once a response has been received, and only then. Not for what is waiting to be sent.',
  wiring: 'Reference and code in figures of one width, to copy without a mistake; it is printed with what was said.',
  examples: [{ title: 'Received', show: () => receiptFacts({ reference: 'KX4M-27PQ' as never, receivedAt: '2027-01-20T14:00:00Z' }, '7K3M-9QWX-2HTR-P4VN-8CZJ') }],
}

const cards: Pattern = {
  id: 'cards', title: 'Consultations to choose from', file: 'views/consultation-list.view.ts',
  use: 'For the list of consultations. Not for links alone; use a plain list.',
  wiring: 'A list; the title of each is a heading and its link. A bar at the side repeats that it is open; the heading above says it.',
  examples: [{ title: 'Open and closed', show: () => html`<ul class="cards">${consultationCard(sampleConsultation, 'open', whileOpen)}${consultationCard({ ...sampleConsultation, slug: 'other' }, 'closed', onceClosed)}</ul>` }],
}

const toRead: Pattern = {
  id: 'steps', title: 'What to read', file: 'views/consultation-overview.view.ts',
  use: 'For a few things to read in order, with how long each takes. Not for questions.',
  wiring: 'A list in order; each link is as high as a button.',
  examples: [{ title: 'Two documents', show: () => html`${readFirst(sampleConsultation, 'open')}` }],
}

const point: OutcomePoint = {
  id: 'example', title: 'A bus home after nine',
  youSaid: [{ kind: 'paragraph', text: '94 of you said that there is no bus home.' }, { kind: 'quote', text: 'I would come, if I could get home.', by: 'A carer' }],
  weDid: [{ kind: 'paragraph', text: '**We did part of this.** There is a late bus on Tuesdays and Thursdays, for a year.' }],
}

const outcome: Pattern = {
  id: 'outcome', title: 'You said, we did', file: 'views/outcome.view.ts',
  use: 'For each point of an outcome. Not without what people said: a decision alone does not show that anybody listened.',
  wiring: 'A region named by its heading, with a heading for each side; one below the other where it is narrow.',
  examples: [{ title: 'One point', show: () => pointOf(point, {}) }],
}

const asked: Pattern = {
  id: 'asked-question', title: 'Questions to read or print', file: 'views/asked-question.view.ts',
  use: 'For reading the questions beforehand, and for paper. Not for answering.',
  wiring: 'Boxes that are seen and printed, and are no controls. Room to write is printed only.',
  examples: [{ title: 'Choices, and in words', show: () => html`<ol class="asked-list">
    <li class="asked">${askedQuestion({ id: 'a', kind: 'yes-no', title: 'Is the bus a problem?', about: 'the bus', why: 'Two of the options are far from a bus stop.' }, undefined)}</li>
    <li class="asked">${askedQuestion({ id: 'b', kind: 'long-text', title: 'What is the problem?', about: 'the problem', hint: 'Leave out names.' }, 'Asked if you choose “Yes” in question 1.')}</li>
  </ol>` }],
}

const helpNow: Pattern = {
  id: 'help-now', title: 'I need help now', file: 'views/crisis-help.view.ts',
  use: 'On the page of help, linked from every foot. Not mixed with anything else.',
  wiring: 'A region named by its heading. Telephone numbers are links as large as buttons.',
  examples: [{ title: 'Who to turn to', show: () => html`${crisisHelp}` }],
}

const rightToLeft: Pattern = {
  id: 'right-to-left', title: 'From right to left', file: 'ui/radios.ts',
  use: 'Every pattern mirrors by itself in a language that is written from right to left. Nothing is made for it.',
  wiring: 'Language and direction stand on the part that is in that language. Styles name sides by the direction of the text.',
  examples: [{ title: 'In Arabic', show: (id) => html`<div lang="ar" dir="rtl">${backLink({ href: '#pattern-right-to-left', text: 'رجوع' })}
    ${radios({ id, name: id, title: 'كيف تذهب إلى العيادة؟', heading: 'h3', hint: 'اختر وسيلة واحدة.', items: [{ value: 'bus', text: 'بالحافلة', checked: true }, { value: 'car', text: 'بالسيارة', hint: 'سيارة الأجرة أيضًا.' }] })}
    ${insetText(html`<p>لم يتقرر أي شيء بعد.</p>`)}<div class="actions">${button({ text: 'متابعة' })}</div></div>` }],
}

/** Finding one's way in a page, and doing something. */
export const wayPatterns: readonly Pattern[] = [buttons, ways, place, problems, stateLines]

/** Parts of pages that are about a consultation. */
export const consultationPatterns: readonly Pattern[] = [facts, cards, toRead, asked, receipt, outcome, helpNow, rightToLeft]
