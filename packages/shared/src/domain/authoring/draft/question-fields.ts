/** Which fields a question of each kind has in a file. A draft keeps what was written for another kind, and does not say it. */
const base = ['kind', 'title', 'about', 'hint', 'why', 'mandatory', 'showIf', 'recording'] as const

const own: Readonly<Record<string, readonly string[]>> = {
  'short-text': ['maxCharacters'],
  'long-text': ['maxCharacters'],
  'one-of': ['options'],
  'several-of': ['options', 'most'],
  'yes-no': [],
  agreement: ['statement'],
  'number-scale': ['from', 'to', 'fromLabel', 'toLabel'],
  matrix: ['statements', 'scale'],
  ranking: ['options'],
  number: ['least', 'most', 'decimals', 'unit'],
  date: ['earliest', 'latest'],
  consent: ['statement'],
}

export const questionKindNames: readonly string[] = Object.keys(own)

export const fieldsOfKind = (kind: string): readonly string[] => [
  ...base,
  ...(Object.hasOwn(own, kind) ? own[kind]! : []),
]
