import type { Answer, AnswerKind, AnswerOf, Answers } from '../../question/answer.ts'

/**
 * What an answer says as short keys that can be counted: "how=bus" for a code chosen, "care.staff=good" for a row of a
 * matrix, "order.a=1" for a place in a ranking, "age=42" for a number, "born=2027-01-03" for a date. A question that can
 * give several keys, or whose words are not counted, also gives its id alone: "how".
 *
 * The database makes the same keys when a response is stored (answer_keys in its migration), and a test holds the two
 * against each other. Ids and codes have neither "=" nor ".", so a key has one meaning.
 */
export const keyOf = (question: string, code: string, part?: string): string =>
  `${part === undefined ? question : `${question}.${part}`}=${code}`

type Keys = { readonly [Kind in AnswerKind]: (id: string, answer: AnswerOf<Kind>) => string[] }

const alone = (id: string): string[] => [id]
const choice = (id: string, answer: { readonly choice: string }): string[] => [
  keyOf(id, answer.choice),
]

const keys: Keys = {
  'short-text': alone,
  'long-text': alone,
  'one-of': choice,
  'yes-no': choice,
  agreement: choice,
  'number-scale': choice,
  'several-of': (id, { choices }) => [id, ...choices.map((code) => keyOf(id, code))],
  matrix: (id, { rows }) => [
    id,
    ...Object.entries(rows).map(([statement, code]) => keyOf(id, code, statement)),
  ],
  ranking: (id, { order }) => [
    id,
    ...order.map((code, index) => keyOf(id, String(index + 1), code)),
  ],
  number: (id, { text }) => [keyOf(id, text)],
  date: (id, { day, month, year }) => [
    keyOf(id, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  ],
  consent: (id, { given }) => (given ? [keyOf(id, 'given')] : []),
}

/** Every key of a stored response. Takes answers as they are stored: tidied, and only those that say something. */
export const answerKeys = (answers: Answers): readonly string[] =>
  Object.entries(answers).flatMap(([id, answer]) =>
    (keys[answer.kind] as (id: string, answer: Answer) => string[])(id, answer),
  )
