import type { Paging } from '@takepart/shared/domain/device/draft'
import {
  appShellPath,
  pathReader,
  sitePaths,
  type Places,
} from '@takepart/shared/domain/site/site-paths'

/** What an address asks for. Addresses are canonical: what is not spelt exactly so is not a page. */
export type PageAddress =
  | {
      readonly kind: 'list' | 'help' | 'help-now' | 'privacy' | 'accessibility' | 'display-settings'
    }
  | { readonly kind: 'outcome' | 'another-way'; readonly slug: string }
  /** Absent `edition`: the standard one. */
  | { readonly kind: 'overview'; readonly slug: string; readonly edition?: string }
  | {
      readonly kind: 'all-questions' | 'large-print'
      readonly slug: string
      readonly edition?: string
    }
  | {
      readonly kind: 'reading'
      readonly slug: string
      readonly edition?: string
      readonly document: string
    }
  | {
      readonly kind: 'answering'
      readonly slug: string
      readonly edition?: string
      readonly paging: Paging
      readonly id: string
    }
  | { readonly kind: 'rounds' }
  | { readonly kind: 'process'; readonly slug: string }
  | { readonly kind: 'round-unlike' | 'round-transcript'; readonly slug: string }
  /** Absent `place`: the first page in the order. Both are as they stand in the address. */
  | {
      readonly kind: 'round'
      readonly slug: string
      readonly order: string
      readonly place?: string
    }
  | { readonly kind: 'round-said'; readonly slug: string; readonly number: string }
  /** Absent `number`: not a reply. */
  | { readonly kind: 'round-say'; readonly slug: string; readonly number?: string }
  /** Pages that the app makes on the device, about one consultation. */
  | { readonly kind: 'own-answers'; readonly slug: string; readonly edition?: string }
  /** Pages that the app makes on the device from what is kept there. */
  | { readonly kind: 'app' }
  /** Data: the newest version of a consultation, or a numbered one. */
  | { readonly kind: 'newest-version'; readonly slug: string }
  | { readonly kind: 'version'; readonly slug: string; readonly number: number }
  /** The numbers of a published outcome. */
  | { readonly kind: 'open-data'; readonly slug: string; readonly format: 'csv' | 'json' }

type Documents = keyof typeof sitePaths.documents
type Answering = keyof typeof sitePaths.answering
type App = keyof typeof sitePaths.app
type ReadPlaces = (places: Places) => PageAddress

/** What each path of the site asks for, from what stands in its places. Every path has its line here, or this does not compile. */
const readers: {
  readonly documents: Record<Documents, ReadPlaces>
  readonly answering: Record<Answering, ReadPlaces>
  readonly app: Record<App, ReadPlaces>
} = {
  documents: {
    list: () => ({ kind: 'list' }),
    help: () => ({ kind: 'help' }),
    privacy: () => ({ kind: 'privacy' }),
    accessibility: () => ({ kind: 'accessibility' }),
    displaySettings: () => ({ kind: 'display-settings' }),
    overview: ({ slug = '' }) => ({ kind: 'overview', slug }),
    reading: ({ slug = '', document = '' }) => ({ kind: 'reading', slug, document }),
    allQuestions: ({ slug = '' }) => ({ kind: 'all-questions', slug }),
    largePrint: ({ slug = '' }) => ({ kind: 'large-print', slug }),
    outcome: ({ slug = '' }) => ({ kind: 'outcome', slug }),
    overviewIn: ({ slug = '', edition = '' }) => ({ kind: 'overview', slug, edition }),
    readingIn: ({ slug = '', edition = '', document = '' }) => ({
      kind: 'reading',
      slug,
      edition,
      document,
    }),
    allQuestionsIn: ({ slug = '', edition = '' }) => ({ kind: 'all-questions', slug, edition }),
    largePrintIn: ({ slug = '', edition = '' }) => ({ kind: 'large-print', slug, edition }),
    rounds: () => ({ kind: 'rounds' }),
    round: ({ slug = '' }) => ({ kind: 'round', slug, order: 'newest' }),
    roundInOrder: ({ slug = '', order = '' }) => ({ kind: 'round', slug, order }),
    roundAfter: ({ slug = '', order = '', place = '' }) => ({ kind: 'round', slug, order, place }),
    roundUnlike: ({ slug = '' }) => ({ kind: 'round-unlike', slug }),
    roundSaid: ({ slug = '', number = '' }) => ({ kind: 'round-said', slug, number }),
    roundTranscript: ({ slug = '' }) => ({ kind: 'round-transcript', slug }),
    process: ({ slug = '' }) => ({ kind: 'process', slug }),
  },
  answering: {
    questions: ({ slug = '' }) => ({ kind: 'answering', slug, paging: 'all', id: 'all' }),
    question: ({ slug = '', question = '' }) => ({
      kind: 'answering',
      slug,
      paging: 'question',
      id: question,
    }),
    section: ({ slug = '', section = '' }) => ({
      kind: 'answering',
      slug,
      paging: 'section',
      id: section,
    }),
    questionsIn: ({ slug = '', edition = '' }) => ({
      kind: 'answering',
      slug,
      edition,
      paging: 'all',
      id: 'all',
    }),
    questionIn: ({ slug = '', edition = '', question = '' }) => ({
      kind: 'answering',
      slug,
      edition,
      paging: 'question',
      id: question,
    }),
    sectionIn: ({ slug = '', edition = '', section = '' }) => ({
      kind: 'answering',
      slug,
      edition,
      paging: 'section',
      id: section,
    }),
    anotherWay: ({ slug = '' }) => ({ kind: 'another-way', slug }),
    say: ({ slug = '' }) => ({ kind: 'round-say', slug }),
    reply: ({ slug = '', number = '' }) => ({ kind: 'round-say', slug, number }),
  },
  app: {
    start: ({ slug = '' }) => ({ kind: 'own-answers', slug }),
    check: ({ slug = '' }) => ({ kind: 'own-answers', slug }),
    startIn: ({ slug = '', edition = '' }) => ({ kind: 'own-answers', slug, edition }),
    checkIn: ({ slug = '', edition = '' }) => ({ kind: 'own-answers', slug, edition }),
    myResponses: () => ({ kind: 'app' }),
    record: () => ({ kind: 'app' }),
    request: () => ({ kind: 'app' }),
    contribution: () => ({ kind: 'app' }),
    ownContributions: () => ({ kind: 'app' }),
    openResponse: () => ({ kind: 'app' }),
    clearDevice: () => ({ kind: 'app' }),
    helpNow: () => ({ kind: 'help-now' }),
    report: () => ({ kind: 'app' }),
  },
}

/** One path of the site, with what it asks for. */
export interface PageRoute {
  readonly path: string
  readonly placesIn: (address: string) => Places | undefined
  readonly read: ReadPlaces
}

/** Every path of the site. */
export const pageRoutes: readonly PageRoute[] = [
  ...inGroup(sitePaths.documents, readers.documents),
  ...inGroup(sitePaths.answering, readers.answering),
  ...inGroup(sitePaths.app, readers.app),
  { path: appShellPath, placesIn: pathReader(appShellPath), read: readers.app.myResponses },
]

function inGroup<Name extends string>(
  group: Readonly<Record<Name, string>>,
  readersOf: Readonly<Record<Name, ReadPlaces>>,
) {
  return (Object.keys(group) as Name[]).map((name) => ({
    path: group[name],
    placesIn: pathReader(group[name]),
    read: readersOf[name],
  }))
}

/** Reads a path by the route that leads to it. Undefined when what stands in its places cannot be that. */
export function addressIn({ placesIn, read }: PageRoute, path: string): PageAddress | undefined {
  const places = placesIn(path)
  return places && read(places)
}

/** Reads a path (no query). Undefined when there can be no such page. */
export function pageAt(path: string): PageAddress | undefined {
  for (const route of pageRoutes) {
    const address = addressIn(route, path)
    if (address) return address
  }
  return dataAt(path)
}

const data = /^(\/consultations\/[^./]+)(?:\/versions\/([1-9][0-9]{0,5}))?\.json$/
const consultation = pathReader(sitePaths.documents.overview)

const openData = /^(\/consultations\/[^./]+)\/outcome\.(csv|json)$/

function dataAt(path: string): PageAddress | undefined {
  const [, concluded, format] = openData.exec(path) ?? []
  if (concluded !== undefined) {
    const { slug } = consultation(concluded) ?? {}
    return slug === undefined
      ? undefined
      : { kind: 'open-data', slug, format: format === 'csv' ? 'csv' : 'json' }
  }
  const [, about = '', number] = data.exec(path) ?? []
  const { slug } = consultation(about) ?? {}
  if (slug === undefined) return undefined
  return number === undefined
    ? { kind: 'newest-version', slug }
    : { kind: 'version', slug, number: Number(number) }
}

/** The path of a request's target, without its query. */
export function pathOf(target: string): string {
  const end = target.indexOf('?')
  return end === -1 ? target : target.slice(0, end)
}
