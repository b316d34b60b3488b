import type { TemplateResult } from 'lit'
import { busConsultation, busVersion } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import type { Paging } from '../../domain/device/draft.ts'
import { checkAll, checkPage } from '../../domain/response/check-answers.ts'
import { journeyPages } from '../../domain/consultation/journey.ts'
import { checkRequest, requestOf, writtenOf } from '../../domain/support-request/support-request.ts'
import {
  anotherWayAbout,
  anotherWayModel,
  anotherWayView,
  type AnotherWayModel,
} from '../support-request/another-way.view.ts'
import { emptyRequestForm, type RequestForm } from '../support-request/request-form.view.ts'
import { requestPageView, type RequestPageModel } from '../support-request/request-page.view.ts'
import {
  answerPageModel,
  answerPageView,
  type AnswerPageHandlers,
  type AnswerPageModel,
} from '../answering/answer-page.view.ts'
import { checkPageView, type CheckPageModel } from '../answering/check-page.view.ts'
import { clearDeviceView, type ClearDeviceModel } from '../site/clear-device.view.ts'
import { myResponsesView, type MyResponsesModel } from '../response/my-responses.view.ts'
import { notFoundPage, notHerePage, notKeptPage, notOpenPage } from '../site/no-app-page.view.ts'
import { openResponseView, type OpenResponseModel } from '../response/open-response.view.ts'
import { largerFields } from '../answering/larger-fields.view.ts'
import { otherVersion } from '../answering/other-version.view.ts'
import { recordPageView } from '../response/record-page.view.ts'
import { startPageView, type StartPageModel } from '../answering/start-page.view.ts'
import { roundAppPages } from './round-app-pages.ts'
import { contributions } from './contribution-records.ts'
import { answers, records, requests, supportRequest, type RecordName } from './records.ts'

/** Handlers that do nothing, for any page. */
const idle = new Proxy({}, { get: () => () => undefined }) as never

/** With headings in an introduction, and words on why a question is asked. */
const consultation: Consultation = {
  ...busConsultation,
  sections: busConsultation.sections.map((section) => ({
    ...section,
    introduction: [
      { kind: 'paragraph', text: 'Read **this** first.' },
      { kind: 'heading', text: 'What may change' },
      { kind: 'list', items: ['The bus', 'The rooms'] },
    ],
    questions: section.questions.map((question) => ({
      ...question,
      why: `We plan by ${question.about}.`,
      hint: 'Think of the last time.',
    })),
  })),
}
const version = { ...busVersion, consultation }

const toBus = {
  'how-travel': { kind: 'one-of', choice: 'bus' },
  'bus-trouble': { kind: 'yes-no', choice: 'yes' },
} as const
const wrong = {
  ...toBus,
  'bus-words': { kind: 'long-text', text: 'x'.repeat(120) },
  minutes: { kind: 'number', text: 'ten' },
  'last-visit': { kind: 'date', day: '4', month: '', year: '' },
} as const

const pagings: readonly Paging[] = ['question', 'section', 'all']

/** The pages of questions of one paging, as they are with these answers. */
export function answerPages(
  paging: Paging,
  change: Partial<AnswerPageModel> = {},
  handlers: AnswerPageHandlers = idle,
): readonly TemplateResult[] {
  const said = change.answers ?? {}
  return journeyPages(consultation, said, paging).map((page) => {
    const problems = change.problems && checkPage(page, said)
    return answerPageView(
      {
        ...answerPageModel(version, page),
        larger: largerFields,
        ...change,
        problems: problems ?? [],
      },
      handlers,
    )
  })
}

const others = ['how-travel', 'minutes', 'helps'].map((questionId) => ({
  questionId,
  answer: questionId === 'minutes' ? ({ kind: 'number', text: '45' } as const) : null,
  writtenAt: '2027-05-12T09:00:00Z',
}))

const answering: Readonly<Record<string, Partial<AnswerPageModel>>> = {
  empty: {},
  answered: { answers, saved: { words: 'Saved on this device 10 am', failed: false } },
  'with problems': { answers: wrong, problems: [] },
  'with other versions': { answers, others, otherVersion },
  'not saved, on a device nobody has named': {
    answers,
    saved: {
      words: 'Not saved on this device. There is no room left on the device.',
      failed: true,
    },
    deviceKnown: false,
  },
}

/** One question a page makes many pages: all of them empty and with problems, the first two in the other states. */
const shown = (paging: Paging, state: string): number =>
  paging !== 'question' || ['empty', 'with problems'].includes(state) ? Infinity : 2

const answeringPages = pagings.flatMap((paging) =>
  Object.entries(answering).flatMap(([state, change]) =>
    answerPages(paging, change)
      .slice(0, shown(paging, state))
      .map((page, index) => [`answer by ${paging}, page ${index + 1}, ${state}`, page] as const),
  ),
)

const start = (change: Partial<StartPageModel> = {}) =>
  startPageView(
    {
      consultation,
      ownDevice: undefined,
      paging: 'question',
      missing: false,
      closed: false,
      canKeep: true,
      ...change,
    },
    idle,
  )

const check = (change: Partial<CheckPageModel> = {}) =>
  checkPageView(
    {
      consultation,
      answers,
      paging: 'question',
      problems: [],
      backHref: '/',
      sending: 'submit',
      canKeep: true,
      closed: false,
      failed: false,
      trouble: '',
      ...change,
    },
    idle,
  )

const mine = (change: Partial<MyResponsesModel> = {}) =>
  myResponsesView(
    {
      records: [],
      requests: [],
      contributions: [],
      kept: [],
      durable: true,
      persisted: true,
      ownDevice: false,
      imported: undefined,
      trouble: '',
      unreadable: false,
      ...change,
    },
    idle,
  )

const anotherWay = (change: Partial<AnotherWayModel> = {}) =>
  anotherWayView(
    {
      ...anotherWayModel(anotherWayAbout(consultation, new Date('2027-05-20T12:00:00Z'))),
      ...change,
    },
    idle,
  )

const wrongForm: RequestForm = {
  ...emptyRequestForm,
  needs: ['other-format', 'other-support'],
  by: 'email',
  to: { email: 'sam' },
  name: 'x'.repeat(101),
  when: 'x'.repeat(301),
}

const request = (state: keyof typeof requests, change: Partial<RequestPageModel> = {}) =>
  requestPageView(
    { record: requests[state], kept: true, confirming: false, trouble: '', ...change },
    idle,
  )

const clear = (change: Partial<ClearDeviceModel> = {}) =>
  clearDeviceView({ stage: 'asking', unsent: 2, received: 1, left: ['settings'], ...change }, idle)

const open = (change: Partial<OpenResponseModel> = {}) =>
  openResponseView({ reference: '', code: '', problems: {}, busy: false, ...change }, idle)

const record = (name: RecordName, change: object = {}) =>
  recordPageView(
    {
      record: records[name],
      consultation,
      now: new Date('2027-05-20T12:00:00Z'),
      continueHref: '/',
      kept: true,
      confirming: undefined,
      trouble: '',
      address: 'https://takepart.example/open-response',
      ...change,
    },
    idle,
  )

const recordNames = Object.keys(records) as RecordName[]

/** Every page of the app in every state it has, by name. */
export const appPages: Readonly<Record<string, TemplateResult>> = Object.fromEntries([
  ...answeringPages,
  ['start', start()],
  ['start without an answer', start({ missing: true })],
  [
    'start with a draft, after closing',
    start({ draft: { href: '/', answered: 2, of: 13 }, closed: true }),
  ],
  ['start where nothing is kept', start({ canKeep: false })],
  ['check', check()],
  [
    'check with problems, where nothing is kept',
    check({ answers: wrong, problems: checkAll(consultation, wrong), canKeep: false }),
  ],
  [
    'check, not saved and not sent',
    check({
      failed: true,
      trouble: 'Not sent. We could not reach Takepart.',
      sending: 'change',
      closed: true,
    }),
  ],
  ...recordNames.map((name) => [`record: ${name}`, record(name)] as const),
  ['record, before it is taken back', record('received', { confirming: 'withdraw', kept: false })],
  ['record, before it is deleted', record('draft', { confirming: 'delete' })],
  [
    'my responses',
    mine({
      records: Object.values(records),
      requests: Object.values(requests),
      contributions: Object.values(contributions),
      kept: [{ slug: 'bus', title: 'The bus' }],
      trouble: 'We could not send it just now.',
    }),
  ],
  ['my responses, none', mine({ durable: false, persisted: false })],
  [
    'my responses that cannot be read',
    mine({ unreadable: true, imported: { words: '1 of 2 brought in.', failed: true } }),
  ],
  ['open a response', open()],
  [
    'open a response, with problems',
    open({
      problems: { reference: 'Enter your reference', code: 'Enter your private code' },
      busy: true,
    }),
  ],
  ['another way', anotherWay()],
  [
    'another way, filled in',
    anotherWay({
      form: { ...writtenOf(supportRequest), ownDevice: true },
      saved: { words: 'Not saved on this device.', failed: true },
    }),
  ],
  [
    'another way, with nothing chosen',
    anotherWay({ problems: checkRequest(requestOf(emptyRequestForm)), canKeep: false }),
  ],
  [
    'another way, with problems, after closing',
    anotherWay({
      form: wrongForm,
      problems: checkRequest(requestOf(wrongForm)),
      about: anotherWayAbout(consultation, new Date('2028-01-01T12:00:00Z')),
      trouble: 'Not sent. We could not reach Takepart.',
    }),
  ],
  ['request: waiting', request('waiting', { trouble: 'We could not send it just now.' })],
  ['request: received', request('received')],
  ['request: refused', request('refused', { kept: false })],
  ['request, before it is deleted', request('received', { confirming: true })],
  ...roundAppPages,
  ['clear', clear()],
  ...(['clearing', 'cleared', 'failed'] as const).map(
    (stage) => [stage, clear({ stage })] as const,
  ),
  ['no page', notFoundPage('garden').view],
  ['nothing to be said', notOpenPage('one-clinic').view],
  ['page not kept', notKeptPage('/').view],
  ['response not here', notHerePage.view],
])
