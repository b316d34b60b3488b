import { editionNamed } from '../domain/consultation/edition-address.ts'
import type { Consultation } from '../domain/consultation/consultation.ts'
import type { OwnWords } from '../ui/field.ts'
import { ownWordsAmong } from '../ui/languages.ts'
import { easyReadWords } from '../words/easy-read.ts'

type Read = Pick<Consultation, 'lang'> & { readonly edition?: string | undefined }

/** True where a consultation is read in Easy Read: what stands around it must be easy as well. */
export const isEasyRead = ({ edition }: Pick<Read, 'edition'>): boolean => edition === 'easy-read'

/** The website's own words on an English page about a consultation: easy ones where it is read in Easy Read. */
export const wordsFor =
  (consultation: Pick<Consultation, 'edition'>) =>
  (words: string): string =>
    (isEasyRead(consultation) && easyReadWords[words]) || words

/** How the website's own words stand among those of a consultation as it is read: in easy words, or marked with their language. */
export function ownWordsIn(consultation: Read): OwnWords {
  const own = ownWordsAmong(consultation.lang)
  if (!isEasyRead(consultation)) return own
  const easily = wordsFor(consultation)
  return (words) => own(typeof words === 'string' ? easily(words) : words)
}

/** How long answering takes in the edition that is read; undefined where its author has not said: another one's would be wrong. */
export const minutesIn = (
  consultation: Pick<Consultation, 'minutes' | 'edition' | 'editions'>,
): number | undefined =>
  consultation.edition === undefined
    ? consultation.minutes
    : editionNamed(consultation, consultation.edition)?.minutes
