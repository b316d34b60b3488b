import { html } from 'lit'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { progress } from '../../ui/progress.ts'
import type { PageState } from '../site/page-state.ts'
import { stateLine } from '../site/state-line.view.ts'
import type { Pattern } from './pattern.ts'
import { longWords } from './sample.ts'

const buttons: Pattern = {
  id: 'button',
  title: 'Buttons',
  file: 'ui/button.ts',
  use: 'For doing something: one green one a page, others beside it in outline. Not for going somewhere, which is a link, unless it starts something.',
  wiring:
    'Visible words come first, and what they act on after them, unseen. There is no disabled button: it would say nothing about why. 44 px at least each way.',
  examples: [
    {
      title: 'Green, outline, danger, quiet',
      show: (
        id,
      ) => html`<div class="actions">${button({ text: 'Continue', id })} ${button({ text: 'Save a copy as a file', kind: 'second' })}
      ${button({ text: 'Delete', kind: 'danger', hidden: 'the draft about clinics' })} ${button({ text: 'Show another way', kind: 'quiet' })}</div>`,
    },
    {
      title: 'A link that starts something, beside a plain one',
      show: () =>
        html`<div class="actions">${linkButton({ href: '/', text: 'Start answering' })} <a href="/my-responses">Stop for now</a></div>`,
    },
    {
      title: 'Long words',
      show: () =>
        html`<div class="actions">${button({ text: longWords.option, kind: 'second' })}</div>`,
    },
  ],
}

const ways: Pattern = {
  id: 'back-link',
  title: 'Back link',
  file: 'ui/back-link.ts',
  use: 'First in a page that was come to from another. Not in the three pages of the navigation.',
  wiring: 'A link with an address, so that Back in the browser and this one never disagree.',
  examples: [
    { title: 'To the page before', show: () => backLink({ href: '#pattern-back-link' }) },
    { title: 'To somewhere', show: () => backLink({ href: '/', text: 'All consultations' }) },
  ],
}

const place: Pattern = {
  id: 'progress',
  title: 'Progress',
  file: 'ui/progress.ts',
  use: 'Above the title of a page of questions. Not as a bar, which says little and nothing when read out.',
  wiring: 'Words, said again in the title of the document.',
  examples: [
    {
      title: 'Part and question',
      show: () => progress({ part: 'Getting there', text: 'Question 7 of 25' }),
    },
    { title: 'Without a part', show: () => progress({ text: 'Part 2 of 6' }) },
  ],
}

const problems: Pattern = {
  id: 'error-summary',
  title: 'Error summary',
  file: 'ui/error-summary.ts',
  use: 'First in a page that cannot go on as it is. Not while somebody types, and never for what we did wrong.',
  wiring:
    'A named group that takes the focus, and not an alert: an alert in what is focused is jumbled by some screen readers and left out by others. ' +
    'Each link leads to the first control of its question and says the same words as the error beside it. The title of the document begins with “Error:”.',
  examples: [
    {
      title: 'Two problems',
      show: () =>
        errorSummary({
          items: [
            { href: '#radios-with-an-error', text: 'Select how you travel' },
            {
              href: '#date-input-with-an-error-in-one-part__month',
              text: 'The date must include a month',
            },
          ],
        }),
    },
  ],
}

const states: readonly (PageState & { readonly title: string })[] = [
  { title: 'Plain', tone: 'plain', words: 'You do not need an account to read or take part.' },
  {
    title: 'Good',
    tone: 'good',
    words: 'Kept on this device: you can read and answer without a connection.',
  },
  {
    title: 'Waiting',
    tone: 'waiting',
    words: 'You are offline. What you write is saved on this device, and waits.',
  },
  { title: 'Problem', tone: 'problem', words: 'Not saved on this device. Keep this page open.' },
]

const stateLines: Pattern = {
  id: 'state-line',
  title: 'State line',
  file: 'views/state-line.view.ts',
  use: 'At the top of every page, always in the same place: what is true of this page and this device now. Not for answers to what somebody did.',
  wiring:
    'The words say it all; ring, disc and square repeat it in shape. A change is said once through the one status region of the page. Two lines of a narrow screen are kept free, so nothing moves.',
  examples: states.map(({ title, ...state }) => ({ title, show: () => stateLine(state, false) })),
}

/** Finding one's way in a page, and doing something. */
export const wayPatterns: readonly Pattern[] = [buttons, ways, place, problems, stateLines]
