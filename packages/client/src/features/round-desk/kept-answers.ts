import { ifAllowed } from '../../app/if-allowed.ts'

type Answers = Readonly<Record<number, string>>

const keyOf = (round: string): string => `takepart-desk-answers-${round}`

/** Answers that were begun in this tab, by the numbers of their questions: a page that is loaded again has them still. */
export function keptAnswers(round: string): Answers {
  const kept = ifAllowed(() => sessionStorage.getItem(keyOf(round)))
  return kept ? (JSON.parse(kept) as Answers) : {}
}

/** Kept until the tab is closed; what is sent is taken out. */
export function keepAnswers(round: string, answers: Answers): void {
  const begun = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''))
  ifAllowed(() =>
    Object.keys(begun).length > 0
      ? sessionStorage.setItem(keyOf(round), JSON.stringify(begun))
      : sessionStorage.removeItem(keyOf(round)),
  )
}
