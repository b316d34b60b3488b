import { accept, refuse, type Result } from '../../core/result.ts'
import { currentThemes, standingTheme, type Codebook, type Theme } from './codebook.ts'
import { cohensKappa, krippendorffsAlpha, type Coded } from './agreement.ts'

/**
 * The judgement that a passage of somebody's answer shows a theme: by whom, with which version of the codebook, and the
 * exact words, so that a passage can never slip to other words than were marked.
 */
export interface Coding {
  readonly id: string
  readonly responseId: string
  readonly questionId: string
  readonly theme: string
  /** Of the whole answer when absent. */
  readonly passage?: Passage
  readonly coder: string
  readonly codebookVersion: number
}

/** A stretch of a text, from `start` (included) to `end` (excluded) in UTF-16 code units, with the words that stand there. */
export interface Passage {
  readonly start: number
  readonly end: number
  readonly words: string
}

export type CodingProblem =
  | { readonly code: 'theme-not-given-any-more' }
  | { readonly code: 'passage-not-there' }
  | { readonly code: 'passage-empty' }
  | { readonly code: 'answer-not-here' }

/** True when the passage's words stand at its place in the text. */
export const isIn = (text: string, { start, end, words }: Passage): boolean =>
  Number.isSafeInteger(start) && start >= 0 && text.slice(start, end) === words

/** Decides on a coding: a theme that is still given, and a passage that is really in the answer. */
export function acceptCoding(
  codebook: Codebook,
  text: string | undefined,
  coding: Pick<Coding, 'theme' | 'passage'>,
): Result<true, CodingProblem> {
  if (text === undefined) return refuse({ code: 'answer-not-here' })
  if (!currentThemes(codebook).some(({ id }) => id === coding.theme))
    return refuse({ code: 'theme-not-given-any-more' })
  const { passage } = coding
  if (passage === undefined) return accept(true)
  if (passage.words.trim() === '') return refuse({ code: 'passage-empty' })
  return isIn(text, passage) ? accept(true) : refuse({ code: 'passage-not-there' })
}

/** The sentences of a text as passages, for marking without a mouse. Together they are the whole text but for the space between. */
export function sentencePassages(text: string): readonly Passage[] {
  const found = text.matchAll(/[^\s][^.!?\n]*(?:[.!?]+["'”’)]*|(?=\n)|$)/gu)
  return [...found].map((match) => {
    const words = match[0].trimEnd()
    return { start: match.index, end: match.index + words.length, words }
  })
}

/** A piece of an answer's text, and the themes whose passages cover it. */
export interface MarkedPiece {
  readonly words: string
  readonly themes: readonly string[]
}

/** The text cut wherever a passage begins or ends, so that it can be shown with its marks. Nothing of it is lost or said twice. */
export function markedPieces(
  text: string,
  codings: readonly Pick<Coding, 'theme' | 'passage'>[],
): readonly MarkedPiece[] {
  const passages = codings.flatMap(({ theme, passage }) =>
    passage && isIn(text, passage) ? [{ theme, ...passage }] : [],
  )
  const cuts = [
    ...new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])]),
  ].toSorted((one, other) => one - other)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covering = passages.filter((passage) => passage.start <= start && passage.end >= end)
    return { words: text.slice(start, end), themes: [...new Set(covering.map((one) => one.theme))] }
  })
}

/** What one coder said of one answer: the themes they gave it; that they read it at all is said by its being there. */
export interface Reading {
  readonly answer: string
  readonly coder: string
  readonly themes: readonly string[]
}

/** How two or more coders agree, theme by theme and in all, over the answers that at least two of them read. */
export interface CoderAgreement {
  /** Answers read by at least two. */
  readonly both: number
  /** Of those, answers that all gave the very same themes. */
  readonly same: number
  /** Cohen's kappa over all decisions of two coders; undefined for three or more, or where it says nothing. */
  readonly kappa: number | undefined
  readonly alpha: number | undefined
  readonly byTheme: readonly {
    readonly theme: Theme
    readonly alpha: number | undefined
    readonly differences: number
  }[]
  /** Answers to settle: who gave what the other did not. */
  readonly toSettle: readonly Difference[]
}

export interface Difference {
  readonly answer: string
  readonly theme: string
  readonly gave: readonly string[]
  readonly didNot: readonly string[]
}

/**
 * The unit is one decision: this theme, for this answer, yes or no. So an answer may have several themes, and leaving one
 * out counts as having decided against it. Themes that were merged are compared as what they are now.
 */
export function coderAgreement(codebook: Codebook, readings: readonly Reading[]): CoderAgreement {
  const coders = [...new Set(readings.map(({ coder }) => coder))].toSorted()
  const answers = answersReadTwice(readings)
  const given = givenThemes(codebook, readings)
  const decisionsOn = (coder: string, theme: string): Coded =>
    answers.map((answer) => {
      const themes = given.get(`${coder} ${answer}`)
      return themes === undefined ? null : themes.has(theme) ? 'yes' : 'no'
    })
  const themes = currentThemes(codebook)
  const table = themes.map((theme) => ({
    theme,
    coded: coders.map((coder) => decisionsOn(coder, theme.id)),
  }))
  const all = coders.map((coder) => themes.flatMap(({ id }) => decisionsOn(coder, id)))
  const [one, other] = all
  const toSettle = table.flatMap(({ theme, coded }) =>
    differencesOn(theme.id, { answers, coders, coded }),
  )
  const differing = new Set(toSettle.map(({ answer }) => answer))
  return {
    both: answers.length,
    same: answers.length - differing.size,
    kappa: one && other && coders.length === 2 ? cohensKappa(one, other) : undefined,
    alpha: krippendorffsAlpha(all),
    byTheme: table.map(({ theme, coded }) => ({
      theme,
      alpha: krippendorffsAlpha(coded),
      differences: toSettle.filter((difference) => difference.theme === theme.id).length,
    })),
    toSettle,
  }
}

function answersReadTwice(readings: readonly Reading[]): readonly string[] {
  const coders = new Map<string, Set<string>>()
  for (const { answer, coder } of readings)
    coders.set(answer, (coders.get(answer) ?? new Set()).add(coder))
  return [...coders].filter(([, read]) => read.size > 1).map(([answer]) => answer)
}

function givenThemes(codebook: Codebook, readings: readonly Reading[]) {
  return new Map(
    readings.map(({ answer, coder, themes }) => [
      `${coder} ${answer}`,
      new Set(themes.flatMap((id) => standingTheme(codebook, id)?.id ?? [])),
    ]),
  )
}

function differencesOn(
  theme: string,
  {
    answers,
    coders,
    coded,
  }: { answers: readonly string[]; coders: readonly string[]; coded: readonly Coded[] },
): readonly Difference[] {
  return answers.flatMap((answer, index) => {
    const who = (said: string): readonly string[] =>
      coders.filter((_, coder) => coded[coder]?.[index] === said)
    const gave = who('yes')
    const didNot = who('no')
    return gave.length > 0 && didNot.length > 0 ? [{ answer, theme, gave, didNot }] : []
  })
}
