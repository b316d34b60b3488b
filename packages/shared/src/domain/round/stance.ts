/**
 * Where somebody stands on what a round asks. Always optional, never a vote: it is read beside the words, and it lets a
 * reader ask for views unlike their own. `conditional` is "yes, if…", with the "if" in the person's words.
 */
export const stances = ['for', 'against', 'conditional', 'undecided'] as const

export type Stance = (typeof stances)[number]

export const isStance = (text: string): text is Stance =>
  (stances as readonly string[]).includes(text)
