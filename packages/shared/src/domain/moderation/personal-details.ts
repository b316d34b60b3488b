import { findNames } from './names-in-text.ts'

/**
 * Finds what may show who somebody is: told to the writer before sending, on the device, and to the moderator after. It
 * only points; nothing is removed by machine. It misses what no pattern shows ("the only wheelchair user in the village
 * choir") and names in small letters, so a person still reads every text.
 */
export const detailKinds = [
  'nhs-number',
  'email',
  'national-insurance',
  'phone',
  'postcode',
  'handle',
  'address',
  'date-of-birth',
  'date-with-ward',
  'person',
  'reference',
] as const

export type DetailKind = (typeof detailKinds)[number]

/** Where it stands, in UTF-16 units of the text as it was given. */
export interface FoundDetail {
  readonly kind: DetailKind
  readonly start: number
  readonly end: number
  readonly text: string
}

/** In order of place; where two overlap, the surer kind stays. Time grows in step with the length of the text (S14). */
export function findPersonalDetails(text: string): readonly FoundDetail[] {
  const plain = halfWidth(text)
  const taken: FoundDetail[] = []
  for (const kind of detailKinds)
    for (const [start, end] of finders[kind](plain)) {
      const found = { kind, start, end, text: text.slice(start, end) }
      if (!taken.some((other) => start < other.end && other.start < end)) taken.push(found)
    }
  return taken.sort((one, other) => one.start - other.start)
}

export type Span = readonly [start: number, end: number]
type Finder = (text: string) => readonly Span[]

/** Full-width letters, digits and signs as the usual ones, each in its place. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const finders: Readonly<Record<DetailKind, Finder>> = {
  'nhs-number': (text) =>
    spansOf(text, nhsNumber).filter(([start, end]) => isNhsNumber(text.slice(start, end))),
  email: (text) => spansOf(text, email),
  'national-insurance': (text) => spansOf(text, nationalInsurance),
  phone: findPhones,
  postcode: (text) =>
    spansOf(text, postcode).filter(
      ([start, end]) => !/\s\d(?:st|nd|rd|th)$/.test(text.slice(start, end)),
    ),
  handle: (text) => spansOf(text, handle),
  address: (text) => spansOf(text, address),
  'date-of-birth': (text) => datesAfter(text, birthBefore),
  'date-with-ward': (text) => datesBeside(text, ward),
  person: findNames,
  reference: (text) => spansOf(text, reference),
}

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length])

/** What people put between digits, invisible characters too: they must not hide a number. */
const invisible = String.raw`\u00ad\u200b-\u200f\u2060-\u2064\ufeff`
const gap = String.raw`[ \u00a0.\-\u2010-\u2015${invisible}]{0,3}`

const nhsNumber = new RegExp(
  String.raw`(?<![\d+])\d${gap}\d${gap}\d${gap}\d${gap}\d${gap}\d${gap}\d${gap}\d${gap}\d${gap}\d(?!\d)`,
  'g',
)
const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu
const nationalInsurance =
  /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![\p{L}\p{N}])/giu
const postcode =
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRVWXY]?) ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu
const handle = /(?<![\p{L}\p{N}._%+@-])@\w{2,30}(?!\w)/gu
const address =
  /(?<![\p{L}\p{N}])(?:(?:Flat|Apartment|Unit) \d{1,4}[A-Z]?,? )?\d{1,4}[A-Za-z]? (?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Gardens|Place|Terrace|Grove|Hill|Square|Mews|Row|Walk|View|Park)(?!\p{L})/gu
/** A reference of a response: whoever quotes it in public says which response is theirs. */
const reference = /(?<![\p{L}\p{N}-])[A-Z]{4}-\d{4}(?![\p{L}\p{N}-])/gu

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const exactDate = new RegExp(
  String.raw`(?<![\p{L}\p{N}/])(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})(?: \d{4})?|(?:${months}) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)(?![\p{L}\p{N}/])`,
  'giu',
)
const birthBefore = /(?:born|birthday|date of birth|dob|d\.o\.b)[^.!?\n\d]{0,20}$/i
const ward = /(?<!\p{L})(?:ward|bed|bay|unit|theatre|A&E)(?!\p{L})/iu

const datesAfter = (text: string, before: RegExp): readonly Span[] =>
  spansOf(text, exactDate).filter(([start]) =>
    before.test(text.slice(Math.max(0, start - 50), start)),
  )

/** A day alone is nobody's; with the ward it says who lay there. */
const datesBeside = (text: string, place: RegExp): readonly Span[] =>
  spansOf(text, exactDate).filter(([start, end]) => place.test(sentenceAround(text, start, end)))

/** At most 200 characters to each side, up to the end of the sentence. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 200), start)
  const after = text.slice(end, end + 200)
  return `${before.slice(before.search(/[^.!?\n]*$/))} ${after.slice(0, after.search(/[.!?\n]|$/))}`
}

/**
 * The check digit of an NHS number (NHS Data Dictionary, "NHS number"): the first nine digits times 10 down to 2, summed,
 * modulo 11, taken from 11; 11 counts as 0, and a number whose digit would be 10 is never issued. Numbers of Scotland (CHI)
 * and Northern Ireland follow the same rule.
 */
export function isNhsNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].map(Number)
  if (digits.length !== 10 || new Set(digits).size === 1) return false
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  const check = 11 - (sum % 11)
  return check !== 10 && digits[9] === (check === 11 ? 0 : check)
}

const phoneStart = /(?<![\p{L}\p{N}+(])(?:\+|\(?0)/gu
const betweenDigits = new RegExp(String.raw`[ \u00a0().\-\u2010-\u2015/${invisible}]`)

/** Numbers of the United Kingdom, and international ones. Not 0800: those are lines of services, and nobody's own. */
function findPhones(text: string): readonly Span[] {
  const spans: Span[] = []
  let after = 0
  for (const { index } of text.matchAll(phoneStart)) {
    if (index < after) continue
    const end = endOfPhone(text, index)
    if (end === undefined) continue
    spans.push([index, end])
    after = end
  }
  return spans
}

function endOfPhone(text: string, start: number): number | undefined {
  let digits = ''
  let gaps = 0
  let end = start
  for (let at = start; at < text.length && gaps <= 3 && digits.length < 16; at += 1) {
    const mark = text[at] as string
    if (isDigit(mark)) {
      digits += mark
      gaps = 0
      end = at + 1
      if (isWholeNumber(digits) && !isDigit(text[end])) break
    } else if (at > start && !betweenDigits.test(mark)) break
    else if (at > start) gaps += 1
  }
  return isPhone(text[start] === '+', digits) ? end : undefined
}

const isDigit = (mark: string | undefined): boolean =>
  mark !== undefined && mark >= '0' && mark <= '9'

/** Eleven digits with the leading 0 are a whole number: what follows after a space is something else. */
const isWholeNumber = (digits: string): boolean =>
  digits.startsWith('0') && !digits.startsWith('00') && digits.length === 11

function isPhone(international: boolean, digits: string): boolean {
  if (international) return /^(?:44(?:0)?[1-9]\d{8,9}|(?!44)[1-9]\d{7,13})$/.test(digits)
  return /^(?:00[1-9]\d{8,12}|0(?!800)[1-35789]\d{8,9})$/.test(digits)
}
