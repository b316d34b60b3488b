/**
 * Display and reading settings: how one person wants pages to look and to be read, kept on their device. A setting that
 * is absent means "same as my device", or the way the page comes. None of them changes what a page says, the role, name
 * or order of a control, or any key.
 */

/** The values each setting may have besides its absence. The order is the order on the settings page. */
export const settingValues = {
  /** Per cent of the size that the device asks for. */
  textSize: ['115', '130', '150', '175', '200', '250', '300'],
  /** Between lines and paragraphs. */
  lines: ['wide', 'widest'],
  /** Between letters and between words, together: letters alone slow reading down (Galliussi 2020). */
  letters: ['wide', 'widest'],
  typeface: ['browser', 'atkinson', 'opendyslexic'],
  /** Characters in a line. */
  measure: ['45', '60', '70'],
  /** `own` goes with the pair in `ownColours`, and is nothing without one. */
  colours: ['light', 'dark', 'contrast', 'contrast-dark', 'cream', 'own'],
  pictures: ['grey'],
  links: ['thick'],
  focus: ['strong'],
  targets: ['large'],
  motion: ['none'],
  layout: ['simple'],
  guide: ['ruler', 'mask'],
  listen: ['on'],
  /** Times the voice's own pace. */
  speed: ['0.75', '1.25', '1.5'],
  wordHelp: ['off'],
  symbols: ['off'],
  paging: ['question', 'section', 'all'],
  /** Absent: from three quarters of what fits. */
  counts: ['always', 'off'],
  /** Which saving messages are spoken. Absent: changes of state. What is seen is always the same. */
  saving: ['every', 'problems'],
  print: ['large'],
  /** Discussions: absent is oldest first. */
  order: ['newest'],
  replies: ['closed'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SettingName = keyof typeof settingValues

/** Two colours as `#rrggbb`, with a contrast of `leastContrast` or more. */
export interface ColourPair {
  readonly text: string
  readonly page: string
}

/** Hours of the day, 0–23, by the device's clock, between which nothing may arrive. `from` may be later than `to`: over midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

export type DisplaySettings = {
  readonly [Name in SettingName]?: (typeof settingValues)[Name][number]
} & {
  readonly ownColours?: ColourPair
  /** The edition wanted first where a consultation has it: `easy-read`, `bsl`, `audio`, or a language tag. */
  readonly edition?: string
  readonly quietHours?: QuietHours
}

/** Where the settings are kept in `localStorage`, as JSON. */
export const settingsKey = 'takepart-display'

/**
 * The settings in what was stored or imported. What is not a setting, or has a value that no setting has, is left out:
 * settings of a newer release, or a damaged store, never keep a page from being shown, nor a colour pair that cannot be read.
 */
export function parseSettings(stored: unknown): DisplaySettings {
  if (!isRecord(stored)) return {}
  const { ownColours, edition, quietHours } = stored
  const isKnown = ([name, values]: readonly [string, readonly unknown[]]) =>
    values.includes(stored[name]) && (stored[name] !== 'own' || isPair(ownColours))
  const known = Object.entries(settingValues).filter(isKnown)
  return {
    ...Object.fromEntries(known.map(([name]) => [name, stored[name]])),
    ...(isPair(ownColours) ? { ownColours: { text: ownColours.text, page: ownColours.page } } : {}),
    ...(typeof edition === 'string' && /^[a-z][a-z0-9-]{1,34}$/i.test(edition) ? { edition } : {}),
    ...(isQuiet(quietHours) ? { quietHours: { from: quietHours.from, to: quietHours.to } } : {}),
  }
}

/** Contrast of two colours `#rrggbb`, 1 to 21. */
export const contrastRatio = (one: string, other: string): number =>
  contrastOf(luminance(one), luminance(other))

/**
 * Contrast of two luminances, as WCAG 2.2 defines contrast ratio and relative luminance
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrastOf(one: number, other: number): number {
  const [dim = 0, bright = 0] = [one, other].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** What a colour pair must reach to become a page's colours: WCAG 2.2, 1.4.6 (AAA). */
export const leastContrast = 7

/** Relative luminance of a colour `#rrggbb`, 0 to 1. */
export const luminance = (colour: string): number =>
  luminanceOf([1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)))

/** The same of red, green and blue, 0 to 255 each. */
export function luminanceOf(colour: Iterable<number>): number {
  const [red = 0, green = 0, blue = 0] = [...colour]
    .map((value) => value / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isColour = (value: unknown): value is string =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value)

const isPair = (value: unknown): value is ColourPair =>
  isRecord(value) &&
  isColour(value['text']) &&
  isColour(value['page']) &&
  contrastRatio(value['text'], value['page']) >= leastContrast

const isHour = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 23

const isQuiet = (value: unknown): value is QuietHours =>
  isRecord(value) && isHour(value['from']) && isHour(value['to'])
