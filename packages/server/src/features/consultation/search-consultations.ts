import type { Consultation } from '@takepart/shared/domain/consultation'

const mostCharacters = 100
const mostWords = 8

/** A search as it is used and shown: spaces tidied, 100 characters at most; empty when nothing is searched for. */
export const tidySearch = (typed: string): string =>
  typed.normalize('NFC').replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim().slice(0, mostCharacters).trim()

/**
 * The consultations that mention every word of a search, anywhere in what people can read of them, in the order they
 * were given. Capital letters and accents make no difference; a word may be the beginning or a part of another.
 */
export function searchConsultations(consultations: readonly Consultation[], search: string): readonly Consultation[] {
  const words = plain(tidySearch(search)).split(' ').filter(Boolean).slice(0, mostWords)
  return consultations.filter((consultation) => {
    const text = textOf(consultation)
    return words.every((word) => text.includes(word))
  })
}

const texts = new WeakMap<Consultation, string>()

/** Everything there is to read in a consultation, made plain; kept for as long as the consultation is. */
function textOf(consultation: Consultation): string {
  const known = texts.get(consultation)
  if (known !== undefined) return known
  const text = plain(wordsIn([consultation.title, consultation.summary, consultation.trust.name, consultation.documents, consultation.sections]).join(' '))
  texts.set(consultation, text)
  return text
}

/** Fields whose text is for machines. */
const notWords = new Set(['id', 'kind', 'code', 'purpose', 'read', 'showIf', 'picture', 'recording', 'document', 'html'])

function wordsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'object' || part === null) return []
  if (Array.isArray(part)) return part.flatMap(wordsIn)
  return Object.entries(part).flatMap(([name, value]) => (notWords.has(name) ? [] : wordsIn(value)))
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
