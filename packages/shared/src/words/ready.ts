/** Words of the page with ready questions. */
export const readyWords = {
  title: 'Ready questions',
  lede: 'These are worded and tested. They keep the same answers in every consultation, so you can compare.',
  source: (source: string) => `Source: ${source}`,
  add: (count: number) => (count === 1 ? 'Add this question' : `Add these ${count} questions`),
  addMissing: (count: number) =>
    count === 1 ? 'Add the one that is missing' : `Add the ${count} that are missing`,
  there: 'They are in your consultation.',
  equality:
    'Equality questions come last. Their answers are kept apart from all others, and nobody must answer.',
  noRoom: 'There is no room for more sections or questions in this consultation.',
} as const
