/**
 * What somebody may ask for so that they can take part: a format to read or answer in, support to communicate, or
 * somebody to talk to. The codes are stored; the words are what people read, on the page and in the list for staff.
 */
export interface SupportNeed {
  readonly code: NeedCode
  readonly label: string
  /** Present when the choice alone does not say enough: what to ask beside it. */
  readonly say?: string
}

export interface NeedGroup {
  readonly id: 'format' | 'communication' | 'talk'
  readonly title: string
  readonly needs: readonly SupportNeed[]
}

export const needCodes = [
  'easy-read',
  'large-print',
  'audio',
  'bsl-video',
  'braille',
  'paper',
  'other-language',
  'other-format',
  'bsl-interpreter',
  'speech-to-text',
  'deafblind-support',
  'advocate',
  'reader',
  'other-support',
  'talk-by-phone',
  'talk-in-person',
  'talk-by-video',
] as const

export type NeedCode = (typeof needCodes)[number]

/** In the order of the page. */
export const needGroups: readonly NeedGroup[] = [
  {
    id: 'format',
    title: 'Do you need this in a different format?',
    needs: [
      { code: 'easy-read', label: 'Easy Read' },
      { code: 'large-print', label: 'Large print' },
      { code: 'audio', label: 'Audio, to listen to' },
      { code: 'bsl-video', label: 'British Sign Language (BSL) video' },
      { code: 'braille', label: 'Braille' },
      { code: 'paper', label: 'On paper' },
      { code: 'other-language', label: 'Another language', say: 'Which language?' },
      { code: 'other-format', label: 'A format not listed here', say: 'Which format?' },
    ],
  },
  {
    id: 'communication',
    title: 'Do you need support to communicate?',
    needs: [
      { code: 'bsl-interpreter', label: 'A British Sign Language (BSL) interpreter' },
      { code: 'speech-to-text', label: 'Speech-to-text: somebody types what is said' },
      { code: 'deafblind-support', label: 'Support for deafblind people' },
      { code: 'advocate', label: 'An advocate: somebody to speak up for you' },
      { code: 'reader', label: 'Somebody to read it with you' },
      { code: 'other-support', label: 'Support not listed here', say: 'What support?' },
    ],
  },
  {
    id: 'talk',
    title: 'Would you rather talk to somebody?',
    needs: [
      { code: 'talk-by-phone', label: 'Yes, by phone' },
      { code: 'talk-in-person', label: 'Yes, in person' },
      { code: 'talk-by-video', label: 'Yes, by video call' },
    ],
  },
]

const needs = new Map(
  needGroups.flatMap((group) =>
    group.needs.map((need) => [need.code as string, { need, group }] as const),
  ),
)

/** The need of a code; undefined for a code that there is not. */
export const supportNeed = (code: string): SupportNeed | undefined => needs.get(code)?.need

/** A need on its own, where no question stands above it: "Talk to somebody by phone". */
export function needWords(code: string): string {
  const found = needs.get(code)
  if (!found) return code
  const { need, group } = found
  return group.id === 'talk' ? need.label.replace('Yes,', 'Talk to somebody') : need.label
}
