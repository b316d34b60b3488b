import type { Consultation } from '../consultation/consultation.ts'
import type { Path } from '../core/loose-fields.ts'
import { partsOf } from './passages.ts'
import { sentencesOf, wordsOf } from './sentences.ts'
import { countSyllables } from './syllables.ts'

/** A long word that people may not know, with how often and where first it stands. */
export interface HardWord {
  readonly word: string
  readonly times: number
  readonly path: Path
}

const leastSyllables = 4

/**
 * Long words that children of nine meet every day, and the names that this website has for its own things. Made by hand from
 * the rule "four syllables or more, and in a primary school's talk"; it is short on purpose.
 */
const everyday: ReadonlySet<string> = new Set([
  'activity',
  'actually',
  'alternative',
  'animation',
  'anybody',
  'august',
  'calculator',
  'celebration',
  'certainly',
  'comfortable',
  'community',
  'communities',
  'competition',
  'completely',
  'conversation',
  'consultation',
  'definitely',
  'dictionary',
  'education',
  'emergency',
  'equality',
  'especially',
  'everybody',
  'everyday',
  'explanation',
  'february',
  'generally',
  'ideally',
  'immediately',
  'impossible',
  'independent',
  'information',
  'interested',
  'interesting',
  'invitation',
  'january',
  'necessary',
  'operation',
  'ordinary',
  'organisation',
  'original',
  'particular',
  'photographer',
  'population',
  'possibility',
  'secretary',
  'separately',
  'situation',
  'supermarket',
  'technology',
  'television',
  'temperature',
  'understanding',
  'uncomfortable',
  'unfortunately',
  'university',
  'unnecessary',
  'usually',
  'vegetable',
  'video',
])

/**
 * Words with four syllables or more that are not everyday words, not in the glossary, not explained in brackets where they
 * are first used, and no names (a capital in the middle of a sentence). The commonest first. A short word can be hard too
 * ("remit"), and a long one easy: this is a list to look at and no verdict.
 */
export function hardWordsOf(consultation: Consultation): readonly HardWord[] {
  const explained = new Set(
    (consultation.glossary ?? []).flatMap(({ word }) => wordsOf(word.toLowerCase()).map(singular)),
  )
  const found = new Map<string, HardWord>()
  for (const { path, text } of partsOf(consultation).flatMap((part) => part.passages)) {
    for (const word of longWordsIn(text)) {
      const key = singular(word)
      const before = found.get(key)
      if (!before && isExplainedIn(text, word)) explained.add(key)
      if (!explained.has(key))
        found.set(key, before ? { ...before, times: before.times + 1 } : { word, times: 1, path })
    }
  }
  return [...found.values()].sort((one, other) => other.times - one.times)
}

const longWordsIn = (text: string): readonly string[] =>
  sentencesOf(text)
    .flatMap(withoutNames)
    .flatMap((word) => word.split('-'))
    .filter((word) => isLong(word.toLowerCase()))
    .map((word) => word.toLowerCase())

/** The words of a sentence but for names: with a capital, and not the first. */
const withoutNames = (sentence: string): readonly string[] =>
  wordsOf(sentence).filter((word, index) => index === 0 || !/\p{Lu}/u.test(word))

const isLong = (word: string): boolean =>
  /^\p{L}+$/u.test(word) &&
  !everyday.has(singular(word)) &&
  !everyday.has(word) &&
  countSyllables(word) >= leastSyllables

const singular = (word: string): string => (/[^s]s$/.test(word) ? word.slice(0, -1) : word)

/** Followed by its meaning in brackets. */
const isExplainedIn = (text: string, word: string): boolean => {
  const at = text.toLowerCase().indexOf(word)
  return /^\s*\([^()]*\p{L}/u.test(text.slice(at + word.length, at + word.length + 100))
}
