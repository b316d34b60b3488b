import {
  answeringPaths as answering,
  appPaths as app,
  pathReader,
} from '@takepart/shared/domain/site/site-paths'
import '../features/response/answer-page.ts'

export interface AppPage {
  readonly path: string
  readonly element: string
  readonly load: () => Promise<unknown>
}

/** The page of questions comes with the app, since the server has rendered one; the others come when they are opened. */
const answerPage = async () => undefined
const startPage = () => import('../features/response/start-page.ts')
const sayPage = () => import('../features/round/say-page.ts')
const checkPage = () => import('../features/response/check-page.ts')

/** Addresses of the app and the element that shows each. Every other address is a document: the browser loads it. */
export const pages: readonly AppPage[] = [
  { path: answering.questions, element: 'tp-answer-page', load: answerPage },
  { path: answering.question, element: 'tp-answer-page', load: answerPage },
  { path: answering.section, element: 'tp-answer-page', load: answerPage },
  { path: answering.questionsIn, element: 'tp-answer-page', load: answerPage },
  { path: answering.questionIn, element: 'tp-answer-page', load: answerPage },
  { path: answering.sectionIn, element: 'tp-answer-page', load: answerPage },
  {
    path: answering.anotherWay,
    element: 'tp-another-way-page',
    load: () => import('../features/support-request/another-way-page.ts'),
  },
  { path: answering.say, element: 'tp-say-page', load: sayPage },
  { path: answering.reply, element: 'tp-say-page', load: sayPage },
  {
    path: app.contribution,
    element: 'tp-contribution-page',
    load: () => import('../features/round/contribution-page.ts'),
  },
  {
    path: app.ownContributions,
    element: 'tp-mine-page',
    load: () => import('../features/round/mine-page.ts'),
  },
  { path: app.start, element: 'tp-start-page', load: startPage },
  { path: app.startIn, element: 'tp-start-page', load: startPage },
  { path: app.check, element: 'tp-check-page', load: checkPage },
  { path: app.checkIn, element: 'tp-check-page', load: checkPage },
  {
    path: app.myResponses,
    element: 'tp-my-responses-page',
    load: () => import('../features/response/my-responses-page.ts'),
  },
  {
    path: app.record,
    element: 'tp-record-page',
    load: () => import('../features/response/record-page.ts'),
  },
  {
    path: app.request,
    element: 'tp-request-page',
    load: () => import('../features/support-request/request-page.ts'),
  },
  {
    path: app.openResponse,
    element: 'tp-open-response-page',
    load: () => import('../features/response/open-response-page.ts'),
  },
  {
    path: app.report,
    element: 'tp-report-page',
    load: () => import('../features/report-contribution/report-page.ts'),
  },
  {
    path: app.helpNow,
    element: 'tp-help-now-page',
    load: () => import('../features/help-request/help-now-page.ts'),
  },
  {
    path: app.clearDevice,
    element: 'tp-clear-device-page',
    load: () => import('../features/device/clear-device-page.ts'),
  },
]

export const notKept: AppPage = {
  path: '',
  element: 'tp-not-kept-page',
  load: () => import('../features/device/not-kept-page.ts'),
}

export type Destination = Pick<Location, 'pathname'> & Partial<Pick<Location, 'search' | 'hash'>>

export const addressOf = ({ pathname, search = '', hash = '' }: Destination): string =>
  pathname + search + hash

export const isAppPage = (pathname: string): boolean =>
  pages.some(({ path }) => pathReader(path)(pathname))
