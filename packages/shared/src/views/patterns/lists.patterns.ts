import { matrix, type MatrixOptions, type MatrixRow } from '../../ui/matrix.ts'
import { ranking, type RankingOptions } from '../../ui/ranking.ts'
import type { Pattern } from './pattern.ts'
import { longWords } from './sample.ts'

const rows: readonly MatrixRow[] = [
  { value: 'near', text: 'It is near' },
  { value: 'same', text: 'I see the same person each time' },
]

const importance = (id: string, change: Partial<MatrixOptions> = {}): MatrixOptions => ({
  id,
  name: id,
  title: 'How much do these matter to you?',
  heading: 'h3',
  hint: 'One answer for each.',
  rows,
  scale: [
    { value: 'much', text: 'Much' },
    { value: 'little', text: 'A little' },
    { value: 'not', text: 'Not at all' },
  ],
  ...change,
})

const statements: Pattern = {
  id: 'matrix',
  title: 'Statements on one scale',
  file: 'ui/matrix.ts',
  use: 'For a few statements answered on the same scale. Not for more than eight, which tires people; and it is never a table of radio buttons.',
  wiring:
    'A group for the question, and in it a group for each statement with radio buttons of its own, so that every choice is read out with its statement. ' +
    'Errors of the question come before errors of the statement. The first radio button has the plain id.',
  examples: [
    { title: 'Nothing chosen', show: (id) => matrix(importance(id)) },
    {
      title: 'All chosen',
      show: (id) =>
        matrix(importance(id, { rows: rows.map((row) => ({ ...row, chosen: 'much' })) })),
    },
    {
      title: 'An error in one statement',
      show: (id) =>
        matrix(
          importance(id, {
            rows: rows.map((row, at) =>
              at === 0
                ? { ...row, chosen: 'little' }
                : { ...row, error: 'Select how much it matters' },
            ),
          }),
        ),
    },
    {
      title: 'An error in all',
      show: (id) => matrix(importance(id, { error: 'Select an answer for each statement' })),
    },
  ],
}

const order = (id: string, change: Partial<RankingOptions> = {}): RankingOptions => ({
  id,
  title: 'What should come first?',
  heading: 'h3',
  hint: 'Move what matters most to the top. You can leave some out.',
  items: [
    { value: 'parking', text: 'Parking' },
    { value: 'hours', text: 'Opening hours' },
    { value: 'bus', text: 'A bus stop at the door' },
  ],
  order: [],
  ...change,
})

const rankings: Pattern = {
  id: 'ranking',
  title: 'Putting in order',
  file: 'ui/ranking.ts',
  use: 'For the order in which a handful of things matter. Not for more than seven, and never by dragging, which many people cannot do.',
  wiring:
    'A list in order; each item has two buttons whose names end in the name of the item, described by the error and by where the item stands. A button that can do nothing is ' +
    'marked so and keeps the focus: it is never disabled. The page says what a press did. In this page the buttons do nothing.',
  examples: [
    { title: 'Nothing placed', show: (id) => ranking(order(id)) },
    {
      title: 'Some placed, first and last move disabled',
      show: (id) => ranking(order(id, { order: ['bus', 'parking'] })),
    },
    {
      title: 'All placed, with an error',
      show: (id) =>
        ranking(
          order(id, {
            order: ['bus', 'parking', 'hours'],
            error: 'Put what matters to you in order',
          }),
        ),
    },
    {
      title: 'Long words',
      show: (id) =>
        ranking(
          order(id, {
            order: ['long'],
            items: [
              { value: 'long', text: longWords.option },
              { value: 'word', text: longWords.word },
            ],
          }),
        ),
    },
  ],
}

/** Several things answered together. */
export const listPatterns: readonly Pattern[] = [statements, rankings]
