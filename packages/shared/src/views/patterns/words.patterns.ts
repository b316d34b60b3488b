import { html } from 'lit'
import type { Block } from '../../domain/consultation/consultation.ts'
import { blocks } from '../../ui/blocks.ts'
import { details } from '../../ui/details.ts'
import { insetText } from '../../ui/inset-text.ts'
import { notice } from '../../ui/notice.ts'
import { richText } from '../../ui/rich-text.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { table } from '../../ui/table.ts'
import type { Pattern } from './pattern.ts'
import { longWords } from './sample.ts'

const costs = {
  columns: ['Option', 'To build, paid once', 'To run, each year'],
  rows: [
    ['Fewer and bigger', '£1.2 million', '£3.1 million'],
    ['Nearer and smaller', '£1.4 million', '£3.7 million'],
  ],
}

const material: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Nothing has been **decided**. You can [read more about this](/help).',
  },
  { kind: 'heading', text: 'The options' },
  { kind: 'list', items: ['Stay as we are', 'Move two clinics'] },
  { kind: 'list', items: ['We ask', 'We read what you said', 'We decide'], ordered: true },
  {
    kind: 'quote',
    text: 'The best clinic is no use if I am too unwell to take two buses to it.',
    by: 'Service user for eleven years',
  },
]

const reading: Pattern = {
  id: 'blocks',
  title: 'Reading material',
  file: 'ui/blocks.ts',
  use: 'For everything a Trust writes at length: paragraphs, headings, lists, tables, quotations. Not for the words of our own pages.',
  wiring: 'Headings come one below the heading they stand under. Lines are 66 characters at most.',
  examples: [
    { title: 'All kinds of blocks', show: () => blocks(material, 'h4') },
    {
      title: 'A table among them',
      show: () =>
        blocks(
          [
            { kind: 'paragraph', text: 'These are estimates.' },
            { kind: 'table', caption: 'What each option would cost us', ...costs },
          ],
          'h4',
        ),
    },
  ],
}

const rich: Pattern = {
  id: 'rich-text',
  title: 'Strong words and links',
  file: 'ui/rich-text.ts',
  use: 'For fields of a consultation that may hold **strong** words and [links](https://example.org). Not for what participants write, which stays as it is.',
  wiring: 'Nothing else is markup: an address that could run a script stays text.',
  examples: [
    {
      title: 'In a sentence',
      show: () =>
        html`<p>${richText('We say by **7 May 2027**, on [this page](/help), what we decided; [not this](javascript:alert(1)).')}</p>`,
    },
  ],
}

const tables: Pattern = {
  id: 'table',
  title: 'Table',
  file: 'ui/table.ts',
  use: 'For figures that are compared. Not for layout, and not for one column.',
  wiring:
    'The caption names table and box. Where it is wider than the screen it scrolls inside its box, which takes the focus so that arrow keys reach it. Columns and rows have header cells.',
  examples: [
    { title: 'Costs', show: () => table({ caption: 'What each option would cost', ...costs }) },
    {
      title: 'Wide',
      show: () =>
        table({
          caption: 'Journeys by bus',
          columns: ['From', 'To Ash', 'To Birch', 'To Cedar', 'To the station', longWords.word],
          rows: [
            ['Market Example', '10 minutes', '25 minutes', '40 minutes', '5 minutes', '90 minutes'],
          ],
        }),
    },
  ],
}

const more: Pattern = {
  id: 'details',
  title: 'Details',
  file: 'ui/details.ts',
  use: 'For what only some want to know, like why we ask. Not for anything a person needs, which is on the page.',
  wiring:
    'The browser’s own control: it says whether it is open, works without script and is opened by “find in page”.',
  examples: [
    {
      title: 'Closed until pressed',
      show: () =>
        details({
          summary: 'Why we ask',
          content: html`<p>Two of the options are far from a bus stop.</p>`,
        }),
    },
  ],
}

const inset: Pattern = {
  id: 'inset-text',
  title: 'Inset words',
  file: 'ui/inset-text.ts',
  use: 'For words set apart from those around them. Not for warnings; use a notice.',
  wiring: 'No role: it is read in its place like any words.',
  examples: [
    {
      title: 'A draft on this device',
      show: () =>
        insetText(html`<p>There is a draft on this device, with 7 of 25 questions answered.</p>`),
    },
  ],
}

const notices: Pattern = {
  id: 'notice',
  title: 'Notice',
  file: 'ui/notice.ts',
  use: 'For something to know before going on. Not for what just happened, which is said by the state line and aloud.',
  wiring:
    'Part of the page and no announcement. Its words say what sort it is; the colour only repeats it.',
  examples: [
    {
      title: 'Plain, without a heading',
      show: () =>
        notice({ content: html`<p>What you write is kept until you close Takepart.</p>` }),
    },
    {
      title: 'Good',
      show: () =>
        notice({
          tone: 'good',
          title: 'Sent',
          heading: 'h3',
          content: html`<p>We have received your response.</p>`,
        }),
    },
    {
      title: 'Warning',
      show: () =>
        notice({
          tone: 'warning',
          title: 'Not saved on this device',
          heading: 'h3',
          content: html`<p>Your words are still on this page. Keep it open, or take a copy.</p>`,
        }),
    },
  ],
}

const change = (hidden: string) => ({ href: '#pattern-summary-list', text: 'Change', hidden })

const answers: Pattern = {
  id: 'summary-list',
  title: 'Answers to check',
  file: 'ui/summary-list.ts',
  use: 'For what was asked and what was said, before sending and on a receipt. Not for facts about a consultation; use the facts panel.',
  wiring:
    'A list of terms. Each “Change” goes on, unseen, with what it changes. A question that was skipped says so. Line breaks that somebody wrote are kept.',
  examples: [
    {
      title: 'With a way to change each',
      show: () =>
        summaryList({
          rows: [
            {
              key: 'How do you usually travel to your clinic?',
              lines: ['Bus or tram', 'On foot'],
              action: change('how you travel'),
            },
            {
              key: 'How long does the journey take?',
              lines: [],
              action: change('how long it takes'),
            },
            {
              key: longWords.question,
              lines: [`First line\nand a second one, with ${longWords.word}`],
              action: change('the hardest part'),
            },
          ],
        }),
    },
    {
      title: 'To read only',
      show: () =>
        summaryList({ rows: [{ key: 'Is the bus a problem?', lines: ['Yes'] }], none: 'Left out' }),
    },
  ],
}

/** Words to read. */
export const wordPatterns: readonly Pattern[] = [
  reading,
  rich,
  tables,
  more,
  inset,
  notices,
  answers,
]
