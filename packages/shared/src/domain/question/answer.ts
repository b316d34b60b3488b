/**
 * What one participant said to one question, kept as it was typed or chosen, so that nothing is lost when it does not
 * yet fit ("twelve" in a number, a date without a year). Choices are held by their code; words are never codes.
 *
 * `say` holds what was written beside an "Other, say what" option, by option code. It is kept while another option is
 * chosen, so changing one's mind loses nothing; `tidy` drops it when the response is sent.
 */
export type Answer =
  | { readonly kind: 'short-text'; readonly text: string }
  | { readonly kind: 'long-text'; readonly text: string }
  | { readonly kind: 'one-of'; readonly choice: string; readonly say?: Said }
  | { readonly kind: 'several-of'; readonly choices: readonly string[]; readonly say?: Said }
  | { readonly kind: 'yes-no'; readonly choice: string }
  | { readonly kind: 'agreement'; readonly choice: string }
  | { readonly kind: 'number-scale'; readonly choice: string }
  | { readonly kind: 'matrix'; readonly rows: Readonly<Record<string, string>> }
  | { readonly kind: 'ranking'; readonly order: readonly string[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'date'; readonly day: string; readonly month: string; readonly year: string }
  | { readonly kind: 'consent'; readonly given: boolean }

/** Option code → what was written beside it. */
export type Said = Readonly<Record<string, string>>

export type AnswerKind = Answer['kind']
export type AnswerOf<Kind extends AnswerKind> = Extract<Answer, { kind: Kind }>

/** Question id → answer. A question that is not here has not been answered. */
export type Answers = Readonly<Record<string, Answer>>
