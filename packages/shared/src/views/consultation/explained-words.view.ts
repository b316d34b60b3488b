import type { Consultation } from '../../domain/consultation/consultation.ts'
import { wordFinder, wordId } from '../../domain/consultation/glossary.ts'
import { ownWordsAmong } from '../../ui/languages.ts'
import { explainedText, explainedWords, wordsExplained } from '../../ui/words-explained.ts'

/** Explains the hard words of one page. Texts are to be shown in the order they stand in; the list comes last. */
export function explaining({ glossary, lang }: Pick<Consultation, 'glossary' | 'lang'>) {
  const finder = wordFinder(glossary)
  const runs = (words: string) =>
    finder.find(words).map(({ text, explained }) => ({
      text,
      ...(explained ? { meaningId: wordId(explained) } : {}),
    }))
  return {
    text: (text: string) => explainedText(text, runs),
    /** Words in which marks are only signs, as those of a question. */
    plain: (text: string) => explainedWords(runs(text)),
    list: () =>
      wordsExplained(
        finder.found().map((entry) => ({ ...entry, id: wordId(entry) })),
        ownWordsAmong(lang),
      ),
  }
}
