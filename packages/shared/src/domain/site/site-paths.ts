import { standardEdition } from '../consultation/edition-address.ts'

/** Pages to read, made by the server. `:name` stands for one part of the address, here and below. */
const documents = {
  list: '/',
  help: '/help',
  privacy: '/privacy',
  accessibility: '/accessibility',
  displaySettings: '/display-settings',
  overview: '/consultations/:slug',
  reading: '/consultations/:slug/read/:document',
  allQuestions: '/consultations/:slug/all-questions',
  largePrint: '/consultations/:slug/large-print',
  outcome: '/consultations/:slug/outcome',
  overviewIn: '/consultations/:slug/in/:edition',
  readingIn: '/consultations/:slug/in/:edition/read/:document',
  allQuestionsIn: '/consultations/:slug/in/:edition/all-questions',
  largePrintIn: '/consultations/:slug/in/:edition/large-print',
  rounds: '/rounds',
  round: '/rounds/:slug',
  roundInOrder: '/rounds/:slug/order/:order',
  roundAfter: '/rounds/:slug/order/:order/after/:place',
  roundUnlike: '/rounds/:slug/unlike',
  roundSaid: '/rounds/:slug/said/:number',
  roundTranscript: '/rounds/:slug/transcript',
  process: '/processes/:slug',
} as const

/** Pages with fields to fill in, of questions above all: the server renders them, the app takes them over. */
export const answeringPaths = {
  questions: '/consultations/:slug/questions',
  question: '/consultations/:slug/questions/:question',
  section: '/consultations/:slug/sections/:section',
  questionsIn: '/consultations/:slug/in/:edition/questions',
  questionIn: '/consultations/:slug/in/:edition/questions/:question',
  sectionIn: '/consultations/:slug/in/:edition/sections/:section',
  anotherWay: '/consultations/:slug/another-way',
  say: '/rounds/:slug/say',
  reply: '/rounds/:slug/reply/:number',
} as const

/** Pages that the app makes of what is on the device. */
export const appPaths = {
  start: '/consultations/:slug/answer',
  check: '/consultations/:slug/check',
  startIn: '/consultations/:slug/in/:edition/answer',
  checkIn: '/consultations/:slug/in/:edition/check',
  myResponses: '/my-responses',
  record: '/my-responses/:response',
  request: '/my-responses/asked/:request',
  contribution: '/my-responses/said/:contribution',
  ownContributions: '/rounds/:slug/mine',
  openResponse: '/open-response',
  clearDevice: '/clear-this-device',
  helpNow: '/help-now',
  report: '/rounds/:slug/said/:number/report',
} as const

/**
 * Every address of the site that shows a page: the server answers these, the worker keeps and opens them, the app's
 * router shows its own among them.
 */
export const sitePaths = { documents, answering: answeringPaths, app: appPaths }

/** The numbers of a published outcome, to take away. */
export const openDataPath = (slug: string, format: 'csv' | 'json'): string =>
  `/consultations/${slug}/outcome.${format}`

/** The empty page of the app, which stands for any page that the app makes. */
export const appShellPath = '/app-shell'

/** What an address holds in the places that a path names. */
export type Places = Readonly<Record<string, string>>

/** An id as its author wrote it; `:response` is a UUID. Addresses are canonical: what is spelt otherwise is no page. */
const word = '[a-z0-9]+(?:-[a-z0-9]+)*'
const uuid = '[0-9a-f-]{36}'
/** The standard edition is at the short addresses, without `/in/…`: one page, one address. */
const otherEdition = `(?!${standardEdition}(?:/|$))${word}`
const patterns: Readonly<Record<string, string>> = { response: uuid, edition: otherEdition }
const longest = 200

/** One path made ready to be compared with addresses: gives what stands in its places, or undefined. */
export function pathReader(path: string): (address: string) => Places | undefined {
  const pattern = new RegExp(
    `^${path.replaceAll(/:(\w+)/g, (_, name) => `(?<${name}>${patterns[name] ?? word})`)}$`,
  )
  return (address) => {
    const found = address.length > longest ? null : pattern.exec(address)
    return found ? { ...found.groups } : undefined
  }
}

/** What a sentence, a bracket or a line break left at the end of an address that was copied out of it, as such and encoded. */
const leftAtEnd = /(?:[/.,;:!)\]>'"]|%(?:20|22|27|29|2[ce]|3[abe]|5d|0[ad]|e2%80%9[d9]))+$/

/**
 * The one address of what somebody may have spelt otherwise: in small letters, without a slash or what a sentence left at
 * its end, and without the name of the standard edition. There need not be a page at it.
 */
export const oneAddressOf = (path: string): string =>
  path.length > longest
    ? path
    : path
        .toLowerCase()
        .replace(leftAtEnd, '')
        .replace(/^(\/consultations\/[^/]+)\/in\/standard(?=\/|$)/, '$1') || '/'
