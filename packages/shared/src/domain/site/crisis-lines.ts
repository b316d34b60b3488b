import type { Contact } from '../consultation/consultation.ts'

/** Somebody to turn to now. A telephone needs no internet, so these are shown wherever people write, with or without one. */
export interface CrisisLine {
  /** When it is for: "Life is in danger". */
  readonly when: string
  /** As people read it: "116 123". */
  readonly number: string
  /** What to do besides: "and choose option 2". */
  readonly besides?: string
  /** A text message rather than a call: the word to send. */
  readonly text?: string
}

/** Numbers for the whole of the United Kingdom that are free and answered at any hour. */
export const nationalLines: readonly CrisisLine[] = [
  { when: 'Life is in danger', number: '999' },
  { when: 'You need urgent help for your mental health', number: '111', besides: 'option 2' },
  { when: 'You want to talk to somebody', number: '116 123', besides: 'Samaritans' },
  { when: 'You would rather text', number: '85258', text: 'SHOUT' },
]

/** The Trust's own lines stand after the emergency number and before the others. */
export function crisisLines(own: readonly CrisisLine[]): readonly CrisisLine[] {
  const [emergency, ...others] = nationalLines
  return [emergency as CrisisLine, ...own, ...others]
}

/** The line of the consultation somebody came from, then those of the site; no number is said twice. */
export function ownLines(
  ofConsultation: CrisisLine | undefined,
  ofSite: readonly CrisisLine[],
): readonly CrisisLine[] {
  if (ofConsultation === undefined) return ofSite
  const address = lineAddress(ofConsultation)
  return [ofConsultation, ...ofSite.filter((line) => lineAddress(line) !== address)]
}

/** The link that dials or writes: digits and a plus alone, whatever stands between them. */
export const lineAddress = ({ number, text }: CrisisLine): string =>
  `${text === undefined ? 'tel' : 'sms'}:${number.replaceAll(/[^\d+]/g, '')}`

/** The line that a Trust gives with its contact details; undefined where it gives none. */
export const crisisLineOf = (
  contact: Pick<Contact, 'crisisPhone' | 'crisisWhen'> | undefined,
): CrisisLine | undefined =>
  contact?.crisisPhone === undefined
    ? undefined
    : { when: contact.crisisWhen ?? 'Our own crisis line', number: contact.crisisPhone }
