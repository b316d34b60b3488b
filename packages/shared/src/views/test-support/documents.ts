import type { TemplateResult } from 'lit'
import { busConsultation } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { AccessibilityStatement } from '../../domain/site/accessibility-statement.ts'
import type {
  Consultation,
  Outcome,
  ReadingDocument,
} from '../../domain/consultation/consultation.ts'
import { accessibilityStatementView } from '../site/accessibility-statement.view.ts'
import { allQuestionsView } from '../consultation/all-questions.view.ts'
import { appShellView } from '../site/app-shell.view.ts'
import { consultationListView } from '../consultation/consultation-list.view.ts'
import { consultationOverviewView } from '../consultation/consultation-overview.view.ts'
import { displaySettingsView } from '../settings/display-settings.view.ts'
import { helpView } from '../site/help.view.ts'
import { largePrintView } from '../consultation/large-print.view.ts'
import { notFoundView, notOpenYetView, retractedView } from '../site/no-page.view.ts'
import { outcomeView } from '../consultation/outcome.view.ts'
import { privacyView } from '../site/privacy.view.ts'
import { readingDocumentView } from '../consultation/reading-document.view.ts'

const reading = (id: string, title: string): ReadingDocument => ({
  id,
  title,
  minutes: 2,
  blocks: [
    { kind: 'heading', text: 'Part' },
    { kind: 'paragraph', text: 'Words.' },
  ],
})

export const documents: readonly ReadingDocument[] = [
  reading('why', 'Why we ask'),
  reading('plan', 'The plan'),
  reading('cost', 'The cost'),
]

/** Open for May 2027. */
export const consultation: Consultation = { ...busConsultation, documents }

export const before = new Date('2027-04-01T12:00:00Z')
export const during = new Date('2027-05-17T12:00:00Z')
export const after = new Date('2027-07-01T12:00:00Z')

export const outcome: Outcome = {
  publishedOn: '2027-07-20',
  summary: 'We move **one** clinic.',
  responses: 1214,
  weAsked: [{ kind: 'paragraph', text: 'We asked about the bus.' }],
  points: [
    {
      id: 'late',
      title: 'A later bus',
      youSaid: [{ kind: 'paragraph', text: 'There is none.' }],
      weDid: [{ kind: 'paragraph', text: 'There is now.' }],
    },
    {
      id: 'near',
      title: 'Nearer rooms',
      youSaid: [{ kind: 'quote', text: 'Near is good.', by: 'A patient' }],
      weDid: [{ kind: 'paragraph', text: 'Not yet.' }],
    },
  ],
  next: [{ kind: 'paragraph', text: 'We look again in a year.' }],
}

export const concluded: Consultation = {
  ...consultation,
  slug: 'concluded',
  title: 'Letters',
  outcome,
}

const { contact, trust } = consultation

export const statement: AccessibilityStatement = {
  standard: 'Web Content Accessibility Guidelines version 2.2 AA standard',
  status: 'partial',
  canDo: ['read every page without a script'],
  issues: [
    {
      id: 'messages',
      title: 'Messages may not be read out',
      text: 'With some screen readers nothing is said.',
      criteria: [{ number: '4.1.3', name: 'Status messages', level: 'AA' }],
      since: '2027-01-02',
      instead: 'Look at the top of the page.',
      plannedFor: '2027-09-30',
    },
  ],
  limits: ['Some questions have long words.'],
  doing: [{ text: 'Disabled people test it.', by: '2027-10-31' }],
  notClaimed: [{ number: '2.2.3', name: 'No timing', level: 'AAA', why: 'A consultation closes.' }],
  tests: [
    { by: 'program', text: 'Programs test every page.', on: '2027-02-03' },
    { by: 'auditor', text: 'No auditor has tested it yet.' },
  ],
  preparedOn: '2027-01-02',
  reviewedOn: '2027-02-04',
  replyWithin: 5,
}

export const onOnePage = (total: number) => ({ total, page: 1, pages: total > 0 ? 1 : 0 })

/** Every page to read, in every state it has, by name. */
export const documentPages: Readonly<Record<string, () => TemplateResult>> = {
  list: () =>
    consultationListView({
      consultations: [
        consultation,
        concluded,
        {
          ...consultation,
          slug: 'soon',
          opensAt: '2028-01-01T09:00:00Z',
          closesAt: '2028-02-01T09:00:00Z',
        },
      ],
      ...onOnePage(3),
      search: '',
      now: during,
    }),
  'middle of a long list': () =>
    consultationListView({
      consultations: [consultation],
      total: 120,
      page: 2,
      pages: 3,
      search: '',
      now: during,
    }),
  'list with nothing published': () =>
    consultationListView({ consultations: [], ...onOnePage(0), search: '', now: during }),
  'search that finds': () =>
    consultationListView({
      consultations: [consultation],
      ...onOnePage(1),
      search: 'bus',
      now: during,
    }),
  'search that finds nothing': () =>
    consultationListView({ consultations: [], ...onOnePage(0), search: '<b>parking', now: during }),
  'overview before opening': () => consultationOverviewView({ consultation, now: before }),
  'overview while open': () => consultationOverviewView({ consultation, now: during }),
  'overview after closing': () => consultationOverviewView({ consultation, now: after }),
  'overview with a decision': () =>
    consultationOverviewView({ consultation: concluded, now: after }),
  'first document': () =>
    readingDocumentView({ consultation, document: documents[0] as ReadingDocument, now: during }),
  'middle document': () =>
    readingDocumentView({ consultation, document: documents[1] as ReadingDocument, now: after }),
  'all questions': () => allQuestionsView({ consultation, now: during }),
  'large print': () => largePrintView({ consultation, now: during }),
  outcome: () => outcomeView({ consultation: concluded, outcome }),
  help: () => helpView({ contact, consultations: [consultation, concluded] }),
  'help with nothing published': () => helpView({}),
  'display settings': () => displaySettingsView(),
  privacy: () => privacyView({ contact, trust }),
  'accessibility statement': () => accessibilityStatementView({ statement, contact, trust }),
  'accessibility statement with nothing published': () =>
    accessibilityStatementView({
      statement: { ...statement, status: 'full', issues: [], limits: [], notClaimed: [] },
    }),
  'not found': () => notFoundView(),
  retracted: () => retractedView({ at: during, reason: 'A figure was wrong.', consultation }),
  'not open yet': () => notOpenYetView({ consultation }),
  'app without script': () => appShellView(),
}
