/** Beside every place where somebody writes for a round. */
export const helpLineWords = {
  title: 'Do you need help now?',
  words: (reading: string) =>
    `Nobody reads this page at night, and nobody can answer at once: we read what comes in ${reading}.`,
  all: 'I need help now: see everybody you can talk to',
} as const
