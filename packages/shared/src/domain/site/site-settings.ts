import type { Contact } from '../consultation/consultation.ts'
import type { MadeFile } from '../consultation/media.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { tidyLine, tidyText } from '../core/text.ts'
import type { CrisisLine } from './crisis-lines.ts'

/**
 * What a Trust says of itself on this website: who runs it, whom to ask, whom to call, the facts of the privacy notice and
 * of the accessibility statement. Flat text fields, empty where nothing is set, so that two people's changes are put
 * together field by field.
 */
export const siteFields = [
  'name',
  'contactName',
  'phone',
  'hours',
  'email',
  'post',
  'line1When',
  'line1Phone',
  'line2When',
  'line2Phone',
  'line3When',
  'line3Phone',
  'lawfulBasis',
  'keptFor',
  'officerName',
  'officerEmail',
  'officerPhone',
  'officerPost',
  'complaints',
  'reviewedOn',
  'replyWithin',
  'plannedFor',
] as const
export type SiteField = (typeof siteFields)[number]
export type SiteSettings = Readonly<Record<SiteField, string>>

export const noSiteSettings = Object.fromEntries(
  siteFields.map((field) => [field, '']),
) as SiteSettings

/** The Trust's logo as it is served: WebP first, and last one for browsers that do not know it. */
export interface SiteLogo {
  readonly files: readonly MadeFile[]
}

/** What is stored at one moment. Revision 0: nobody has set anything. */
export interface Site {
  readonly revision: number
  readonly settings: SiteSettings
  readonly logo?: SiteLogo
}

/** Most characters of each field. */
export const siteLimits: Readonly<Record<SiteField, number>> = {
  name: 200,
  contactName: 200,
  phone: 40,
  hours: 200,
  email: 250,
  post: 500,
  line1When: 200,
  line1Phone: 40,
  line2When: 200,
  line2Phone: 40,
  line3When: 200,
  line3Phone: 40,
  lawfulBasis: 2_000,
  keptFor: 2_000,
  officerName: 200,
  officerEmail: 250,
  officerPhone: 40,
  officerPost: 500,
  complaints: 2_000,
  reviewedOn: 10,
  replyWithin: 2,
  plannedFor: 10,
}

/** Fields of several lines. */
export const longSiteFields: readonly SiteField[] = ['lawfulBasis', 'keptFor', 'complaints']
const phones: readonly SiteField[] = [
  'phone',
  'line1Phone',
  'line2Phone',
  'line3Phone',
  'officerPhone',
]
const emails: readonly SiteField[] = ['email', 'officerEmail']
export const siteDates = ['reviewedOn', 'plannedFor'] as const
const crisisPairs = [
  ['line1When', 'line1Phone'],
  ['line2When', 'line2Phone'],
  ['line3When', 'line3Phone'],
] as const

/** Working days: the most that anybody may be left waiting for an answer about accessibility. */
export const mostReplyDays = 60

export type SiteProblem =
  | { readonly code: 'name-missing'; readonly field: 'name' }
  | {
      readonly code: 'too-long'
      readonly field: SiteField
      readonly most: number
      readonly over: number
    }
  | { readonly code: 'phone-unclear'; readonly field: SiteField }
  | { readonly code: 'email-unclear'; readonly field: SiteField }
  | { readonly code: 'line-without-phone'; readonly field: SiteField }
  | { readonly code: 'date-unclear'; readonly field: SiteField }
  | { readonly code: 'days-unclear'; readonly field: SiteField }

/** The settings as they are stored, or everything that has to be put right first. */
export function acceptSiteSettings(written: SiteSettings): Result<SiteSettings, SiteProblem> {
  const settings = Object.fromEntries(
    siteFields.map((field) => [field, tidied(field, written[field])]),
  ) as SiteSettings
  const problems = siteFields.flatMap((field) => problemIn(field, settings))
  return problems.length > 0 ? refuse(...problems) : accept(settings)
}

const isDate = (field: SiteField): boolean => siteDates.some((date) => date === field)

function tidied(field: SiteField, value: string): string {
  if (isDate(field)) return tidyDate(value)
  return longSiteFields.includes(field) ? tidyText(value) : tidyLine(value)
}

function problemIn(field: SiteField, settings: SiteSettings): readonly SiteProblem[] {
  const value = settings[field]
  return value === '' ? problemOfNothing(field, settings) : problemOfWords(field, value)
}

function problemOfNothing(field: SiteField, settings: SiteSettings): readonly SiteProblem[] {
  if (field === 'name') return [{ code: 'name-missing', field }]
  const [when] = crisisPairs.find(([, phone]) => phone === field) ?? []
  return when && settings[when] !== '' ? [{ code: 'line-without-phone', field }] : []
}

function problemOfWords(field: SiteField, value: string): readonly SiteProblem[] {
  const most = siteLimits[field]
  if (field === 'replyWithin') return isDays(value) ? [] : [{ code: 'days-unclear', field }]
  if (isDate(field)) return isInCalendar(value) ? [] : [{ code: 'date-unclear', field }]
  if (value.length > most) return [{ code: 'too-long', field, most, over: value.length - most }]
  if (phones.includes(field) && !/^[0-9+() -]{3,40}$/.test(value))
    return [{ code: 'phone-unclear', field }]
  if (emails.includes(field) && !/^[^\s@<>"]{1,100}@[^\s@<>"]{3,150}$/.test(value))
    return [{ code: 'email-unclear', field }]
  return []
}

const isDays = (value: string): boolean =>
  /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= mostReplyDays

/** The parts of a date as it is typed, `year-month-day`, each as far as somebody has come. */
export function typedParts(value: string): {
  readonly day: string
  readonly month: string
  readonly year: string
} {
  const [year = '', month = '', day = ''] = value.split('-')
  return { day, month, year }
}

/** The opposite of {@link typedParts}; nothing typed is no date. */
export function typedDate({ day, month, year }: ReturnType<typeof typedParts>): string {
  const parts = [year, month, day].map((part) => part.replaceAll('-', '').slice(0, 8))
  return parts.every((part) => part.trim() === '') ? '' : parts.join('-')
}

function tidyDate(value: string): string {
  const { day, month, year } = typedParts(value)
  const parts = [year.trim(), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')]
  return value.trim() === '' ? '' : parts.join('-')
}

function isInCalendar(value: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const time = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value)
}

/** What was set by two people at once, in one field. */
export interface SiteClash {
  readonly field: SiteField
  /** What the other person has stored. */
  readonly theirs: string
}

/**
 * Puts two people's changes to the same settings together. Where only one of them changed a field, that change stands; where
 * both did and they differ, the first person's words stay in `merged` and the other's are named.
 */
export function mergeSiteSettings(
  base: SiteSettings,
  mine: SiteSettings,
  theirs: SiteSettings,
): { readonly merged: SiteSettings; readonly clashes: readonly SiteClash[] } {
  const clashes = siteFields.flatMap((field): readonly SiteClash[] =>
    mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field]
      ? [{ field, theirs: theirs[field] }]
      : [],
  )
  const merged = Object.fromEntries(
    siteFields.map((field) => [field, mine[field] === base[field] ? theirs[field] : mine[field]]),
  ) as SiteSettings
  return { merged, clashes }
}

/** What has to be there before anything real is published. */
export const siteParts = ['name', 'contact', 'privacy', 'accessibility'] as const
export type SitePart = (typeof siteParts)[number]

/** The parts that are not complete, in the order of the form. A logo and crisis lines of its own no Trust has to have. */
export function missingOfSite(settings: SiteSettings): readonly SitePart[] {
  const { name, phone, email, post, lawfulBasis, keptFor, reviewedOn, replyWithin } = settings
  const complete: Readonly<Record<SitePart, boolean>> = {
    name: name !== '',
    contact: [phone, email, post].some((way) => way !== ''),
    privacy: lawfulBasis !== '' && keptFor !== '' && officerOf(settings) !== undefined,
    accessibility: reviewedOn !== '' && replyWithin !== '',
  }
  return siteParts.filter((part) => !complete[part])
}

/** Whom to ask, and how; undefined where the Trust has given no way. */
export function siteContact(settings: SiteSettings): Contact | undefined {
  const { name, contactName, phone, hours, email, post } = settings
  const ways = given({ phone, hours, email, post })
  if (phone === '' && email === '' && post === '') return undefined
  return { name: contactName || name, ...ways }
}

/** The data protection officer, and how to reach them; undefined without a way to. */
export function officerOf(settings: SiteSettings): Contact | undefined {
  const { officerName, officerEmail, officerPhone, officerPost } = settings
  const ways = given({ phone: officerPhone, email: officerEmail, post: officerPost })
  if (officerName === '' || Object.keys(ways).length === 0) return undefined
  return { name: officerName, ...ways }
}

const given = <Fields extends Readonly<Record<string, string>>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>

/** The Trust's own crisis lines, in its order. */
export const siteCrisisLines = (settings: SiteSettings): readonly CrisisLine[] =>
  crisisPairs.flatMap(([when, phone]) =>
    settings[phone] === ''
      ? []
      : [{ when: settings[when] || 'Our own crisis line', number: settings[phone] }],
  )

/** A logo as it is sent: at most this many bytes, in pieces of at most {@link logoPiece}. */
export const largestLogo = 1_000_000
export const logoPiece = 400_000
export const mostLogoPieces = Math.ceil(largestLogo / logoPiece)

export type LogoProblem =
  | 'logo-too-large'
  | 'logo-not-a-picture'
  | 'logo-too-many-pixels'
  | 'logo-not-whole'

/** What taking the samples away takes with it. */
export interface SamplesHeld {
  readonly consultations: readonly SampleHeld[]
  readonly rounds: readonly SampleHeld[]
  /** Asked for a format or for support in a sample. */
  readonly supportRequests: number
}

export interface SampleHeld {
  readonly id: string
  readonly title: string
  /** Responses to a consultation, contributions to a round. */
  readonly said: number
}

export const holdsSamples = ({ consultations, rounds }: SamplesHeld): boolean =>
  consultations.length > 0 || rounds.length > 0
