const mostCharacters = 100
const mostWords = 8

/** A search as it is used and shown: spaces tidied, 100 characters at most; empty when nothing is searched for. */
export const tidySearch = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, mostCharacters)
    .trim()

/**
 * The words that a consultation must mention to be found, anywhere in what people can read of it. Capital letters and
 * accents make no difference; a word may be the beginning of another. Split as the database splits what it keeps
 * (migration 0007).
 */
export const wordsOfSearch = (search: string): readonly string[] =>
  tidySearch(search)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[\s\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+/)
    .filter(Boolean)
    .slice(0, mostWords)
