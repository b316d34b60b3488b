import { createHash } from 'node:crypto'
import { goneEdition } from '@takepart/shared/domain/site/page-edition'
import {
  missingOfSite,
  siteContact,
  siteCrisisLines,
  siteParts,
  type Site,
  type SitePart,
} from '@takepart/shared/domain/site/site-settings'
import { crisisLineOf, type CrisisLine } from '@takepart/shared/domain/site/crisis-lines'
import type {
  Consultation,
  Contact,
  Trust,
} from '@takepart/shared/domain/consultation/consultation'
import type {
  ListedVersion,
  MappedConsultation,
  PublishedVersion,
} from '../features/consultation/consultation.queries.ts'
import type { Rounds } from './rounds-read.ts'
import type { MadePage } from './cache/ready-page.ts'
import { renderPage, type PageContent, type PageShell } from './render-page.ts'

/** What pages are made from. */
export interface PageDeps {
  readonly published: Published
  readonly rounds: Rounds
  readonly now: () => Date
  readonly shell: PageShell
  /** What the Trust says of itself, as it was read for the page at hand. Absent: it has said nothing. */
  readonly site?: Site | undefined
}

/** Where pages find consultations. */
export interface Published {
  newest(slug: string): Promise<PublishedVersion | undefined>
  numbered(slug: string, number: number): Promise<PublishedVersion | undefined>
  /** One page of the list, from 1: what is not retracted and mentions these words, the last to close first, and how many there are on all pages. */
  page(number: number, words?: readonly string[]): Promise<ListedPage>
  /** The consultation that speaks for the site until the Trust does: a real one before one of the sample. */
  host(): Promise<Pick<Consultation, 'trust' | 'contact'> | undefined>
  /** What the Trust says of itself. */
  site(): Promise<Site>
  /** What the map of the site says, of as many as are asked for, in the same order. */
  mapped(most: number): Promise<readonly MappedConsultation[]>
}

export interface ListedPage {
  readonly shown: readonly ListedVersion[]
  readonly total: number
}

/** How many consultations a page of the list has at most. */
export const mostOnPage = 50

/** May be kept by everybody for as long as it takes to ask whether it still holds. */
export const askEachTime = 'public, max-age=0, must-revalidate'
/** May be kept by nobody: errors, and what is true only now. */
export const keepNowhere = 'no-store'

export interface Manner {
  readonly status?: number
  readonly cacheControl?: string
  readonly changesAt?: number
  /** What the page says, apart from how it says it and from words that count time. Absent: not to be kept for reading offline. */
  readonly says?: readonly unknown[]
}

/** The same, with what the Trust says of itself now: every page has it in its foot. */
export async function withSite(deps: PageDeps): Promise<PageDeps> {
  const site = await deps.published.site()
  return site.revision === 0 ? deps : { ...deps, site }
}

/** Whose site it is, for pages about no one consultation. */
export interface Host {
  readonly trust?: Trust | undefined
  readonly contact?: Contact | undefined
  readonly lines: readonly CrisisLine[]
  /** What the Trust has not written yet. */
  readonly missing: readonly SitePart[]
}

/** The Trust as it has set it; until then, what a consultation says of its own. */
export async function hostOf({ site, published }: PageDeps): Promise<Host> {
  if (site) {
    const { settings } = site
    return {
      trust: { name: settings.name },
      contact: siteContact(settings),
      lines: siteCrisisLines(settings),
      missing: missingOfSite(settings),
    }
  }
  const { trust, contact } = (await published.host()) ?? {}
  const line = crisisLineOf(contact)
  return { trust, contact, lines: line ? [line] : [], missing: siteParts }
}

/** Renders a page. */
export function finished(
  page: PageContent,
  { shell, site }: Pick<PageDeps, 'shell' | 'site'>,
  manner: Manner = {},
): MadePage {
  const { status = 200, changesAt, says } = manner
  return {
    status,
    type: 'text/html; charset=utf-8',
    cacheControl: manner.cacheControl ?? (status === 200 ? askEachTime : keepNowhere),
    body: renderPage(site ? { ...page, site } : page, shell),
    changesAt,
    edition: isGone(status)
      ? goneEdition
      : says && editionOf([shell.assets.build, ...footOf(site), ...says]),
  }
}

/** What the foot of every page says of the Trust. */
const footOf = (site: Site | undefined): readonly unknown[] =>
  site ? [site.settings.name, site.logo ?? null] : []

const isGone = (status: number): boolean => status === 404 || status === 410

/** Pages of another build refer to other files, so they are another edition. */
const editionOf = (says: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(says)).digest('base64url').slice(0, 16)

/** The next time that one of these consultations opens or closes. */
export function nextChange(
  consultations: readonly (Pick<Consultation, 'opensAt' | 'closesAt'> & {
    readonly promise?: { readonly by: string }
  })[],
  now: Date,
): number | undefined {
  const times = consultations
    .flatMap((consultation) => [
      Date.parse(consultation.opensAt),
      Date.parse(consultation.closesAt),
      // A missed promise is said from the next day on; the clocks of London are at most an hour from here.
      ...(consultation.promise
        ? [0, 1].map((hours) => dayAfter(consultation.promise?.by ?? '', hours))
        : []),
    ])
    .filter((time) => time > now.getTime())
  return times.length > 0 ? Math.min(...times) : undefined
}

/** The beginning of the day after a date, or the hour before, by the clock of the world. */
const dayAfter = (date: string, hoursBefore: number): number =>
  Date.parse(date) + (24 - hoursBefore) * 3_600_000
