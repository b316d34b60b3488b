/** Words of the page that shows a consultation before it is published. */
export const previewWords = {
  notYet:
    'Something has to be put right before this can be shown whole. Each question shows beside its fields how it will look.',
  ways: 'Ways to see it',
  pages: 'Pages of the consultation',
  overview: 'First page',
  questions: 'All the questions',
  print: 'Large print, to print',
  phone: 'Phone',
  wide: 'Wide screen',
} as const
