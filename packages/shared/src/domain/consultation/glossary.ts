/** A hard word and what it means, in plain words. */
export interface ExplainedWord {
  readonly word: string
  readonly meaning: string
}

/** A stretch of text; `explained` when it is the first use of a word that the glossary has. */
export interface WordRun {
  readonly text: string
  readonly explained?: ExplainedWord
}

/** Finds explained words in the texts of one page, one text after the other. */
export interface WordFinder {
  /** The text in stretches: each word is marked where it is first used on the page, and nowhere after that. */
  find(text: string): readonly WordRun[]
  /** The words that have been found so far, in the order of the glossary. */
  found(): readonly ExplainedWord[]
}

/** The id of a word's place in the list of words explained. */
export const wordId = ({ word }: ExplainedWord): string =>
  `word-${word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')}`

const escaped = (word: string): string =>
  word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)

/** Every use of a word, also with an "s" at its end; the longest word first, so that “crisis plan” is not “plan”. */
function usesOf(glossary: readonly ExplainedWord[]): RegExp {
  const words = glossary
    .map(({ word }) => word)
    .sort((one, other) => other.length - one.length)
    .map(escaped)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})s?(?![\p{L}\p{N}])`, 'giu')
}

const plain = (word: string): string => word.toLowerCase().replaceAll(/\s+/g, ' ')

/** The Trust is not what you feel for somebody you trust: a capital letter in the glossary is one in the text. */
const isAnother = ([first = '']: string, [written = '']: string): boolean =>
  first !== first.toLowerCase() && first !== written

/** A finder for one page. */
export function wordFinder(glossary: readonly ExplainedWord[] = []): WordFinder {
  const waiting = new Map(glossary.map((entry) => [plain(entry.word), entry]))
  const uses = glossary.length > 0 ? usesOf(glossary) : undefined
  const taken = (written: string): ExplainedWord | undefined => {
    const word = plain(written)
    const entry = waiting.get(word) ?? waiting.get(word.replace(/s$/, ''))
    if (!entry || isAnother(entry.word, written)) return undefined
    waiting.delete(plain(entry.word))
    return entry
  }
  return {
    find(text) {
      if (!uses || waiting.size === 0) return [{ text }]
      const runs: WordRun[] = []
      let from = 0
      for (const match of text.matchAll(uses)) {
        const explained = taken(match[0])
        if (!explained) continue
        runs.push({ text: text.slice(from, match.index) }, { text: match[0], explained })
        from = match.index + match[0].length
      }
      return [...runs, { text: text.slice(from) }].filter((run) => run.text !== '')
    },
    found: () => glossary.filter(({ word }) => !waiting.has(plain(word))),
  }
}
