import { html } from 'lit'
import type { OutcomePoint } from '../../domain/consultation/consultation.ts'
import { askedQuestion } from '../consultation/asked-question.view.ts'
import { consultationFacts } from '../consultation/consultation-facts.view.ts'
import { consultationCard } from '../consultation/consultation-list.view.ts'
import { readFirst } from '../consultation/consultation-overview.view.ts'
import { crisisHelp } from '../site/crisis-help.view.ts'
import { pointOf } from '../consultation/outcome.view.ts'
import { receiptFacts } from '../response/receipt-facts.view.ts'
import type { Pattern } from './pattern.ts'
import { onceClosed, sampleConsultation, whileOpen } from './sample.ts'

const facts: Pattern = {
  id: 'facts',
  title: 'Facts',
  file: 'views/consultation-facts.view.ts',
  use: 'For what a person needs to know before anything else. Not for what can be left out.',
  wiring:
    'A list of terms, on the page and not behind a press; beside the title where there is room, after it where there is not.',
  examples: [
    {
      title: 'Of an open consultation',
      show: () => consultationFacts(sampleConsultation, 'open', whileOpen),
    },
    {
      title: 'Of a closed one',
      show: () => consultationFacts(sampleConsultation, 'closed', onceClosed),
    },
  ],
}

const receipt: Pattern = {
  id: 'receipt',
  title: 'Receipt',
  file: 'views/receipt-facts.view.ts',
  use: 'Once a response has been received, and only then. Not for what is waiting to be sent.',
  wiring:
    'Reference and code in figures of one width, to copy without a mistake; it is printed with what was said.',
  examples: [
    {
      title: 'Received',
      show: () =>
        receiptFacts(
          { reference: 'KX4M-27PQ' as never, receivedAt: '2027-01-20T14:00:00Z' },
          '7K3M-9QWX-2HTR-P4VN-8CZJ',
        ),
    },
  ],
}

const cards: Pattern = {
  id: 'cards',
  title: 'Consultations to choose from',
  file: 'views/consultation-list.view.ts',
  use: 'For the list of consultations. Not for links alone; use a plain list.',
  wiring:
    'A list; the title of each is a heading and its link. A bar at the side repeats that it is open; the heading above says it.',
  examples: [
    {
      title: 'Open and closed',
      show: () =>
        html`<ul class="cards">${consultationCard(sampleConsultation, 'open', whileOpen)}${consultationCard({ ...sampleConsultation, slug: 'other' }, 'closed', onceClosed)}</ul>`,
    },
  ],
}

const toRead: Pattern = {
  id: 'steps',
  title: 'What to read',
  file: 'views/consultation-overview.view.ts',
  use: 'For a few things to read in order, with how long each takes. Not for questions.',
  wiring: 'A list in order; each link is as high as a button.',
  examples: [
    { title: 'Two documents', show: () => html`${readFirst(sampleConsultation, 'open')}` },
  ],
}

const point: OutcomePoint = {
  id: 'example',
  title: 'A bus home after nine',
  youSaid: [
    { kind: 'paragraph', text: '94 of you said that there is no bus home.' },
    { kind: 'quote', text: 'I would come, if I could get home.', by: 'A carer' },
  ],
  weDid: [
    {
      kind: 'paragraph',
      text: '**We did part of this.** There is a late bus on Tuesdays and Thursdays, for a year.',
    },
  ],
}

const outcome: Pattern = {
  id: 'outcome',
  title: 'You said, we did',
  file: 'views/outcome.view.ts',
  use: 'For each point of an outcome. Not without what people said: a decision alone does not show that anybody listened.',
  wiring:
    'A region named by its heading, with a heading for each side; one below the other where it is narrow.',
  examples: [{ title: 'One point', show: () => pointOf(point, {}) }],
}

const asked: Pattern = {
  id: 'asked-question',
  title: 'Questions to read or print',
  file: 'views/asked-question.view.ts',
  use: 'For reading the questions beforehand, and for paper. Not for answering.',
  wiring: 'Boxes that are seen and printed, and are no controls. Room to write is printed only.',
  examples: [
    {
      title: 'Choices, and in words',
      show: () => html`<ol class="asked-list">
    <li class="asked">${askedQuestion({ id: 'a', kind: 'yes-no', title: 'Is the bus a problem?', about: 'the bus', why: 'Two of the options are far from a bus stop.' }, undefined)}</li>
    <li class="asked">${askedQuestion({ id: 'b', kind: 'long-text', title: 'What is the problem?', about: 'the problem', hint: 'Leave out names.' }, 'Asked if you choose “Yes” in question 1.')}</li>
  </ol>`,
    },
  ],
}

const helpNow: Pattern = {
  id: 'help-now',
  title: 'I need help now',
  file: 'views/crisis-help.view.ts',
  use: 'On the page of help, linked from every foot. Not mixed with anything else.',
  wiring: 'A region named by its heading. Telephone numbers are links as large as buttons.',
  examples: [{ title: 'Who to turn to', show: () => crisisHelp() }],
}

/** Parts of pages that are about a consultation. */
export const consultationPatterns: readonly Pattern[] = [
  facts,
  cards,
  toRead,
  asked,
  receipt,
  outcome,
  helpNow,
]
