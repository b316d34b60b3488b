/** What is true of this page and this device now, in words that fit two lines of a narrow screen: 70 characters at most. */
export interface PageState {
  /** The shape and colour of the dot beside the words; the words say it all. */
  readonly tone: 'plain' | 'good' | 'waiting' | 'problem'
  readonly words: string
}

/** Nothing to say. */
export const plainState: PageState = { tone: 'plain', words: '' }

/** The class of the dot; a script that changes the state sets it on `#state-dot`, and the words in `#state-words`. */
export const dotClass = (tone: PageState['tone']): string => `dot ${tone}`
