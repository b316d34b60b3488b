import { describe, expect, it } from 'vitest'
import type { Answer, AnswerKind } from './answer.ts'
import { oneOfExample, severalOfExample } from './kinds/test-support/choices.ts'
import { consentExample, dateExample, numberExample } from './kinds/test-support/figures.ts'
import { matrixExample, rankingExample } from './kinds/test-support/lists.ts'
import { agreementExample, numberScaleExample, yesNoExample } from './kinds/test-support/scales.ts'
import { longTextExample, shortTextExample } from './kinds/test-support/texts.ts'
import {
  questionKindContract,
  type KindExample,
} from './kinds/test-support/question-kind.contract.ts'
import { checkAnswer, readAnswer, tidyAnswer } from './question-kinds.ts'
import { isAnswered } from './said.ts'

/** A kind without an example does not compile. */
const examples: { readonly [Kind in AnswerKind]: KindExample<Kind> } = {
  'short-text': shortTextExample,
  'long-text': longTextExample,
  'one-of': oneOfExample,
  'several-of': severalOfExample,
  'yes-no': yesNoExample,
  agreement: agreementExample,
  'number-scale': numberScaleExample,
  matrix: matrixExample,
  ranking: rankingExample,
  number: numberExample,
  date: dateExample,
  consent: consentExample,
}

for (const kind of Object.keys(examples) as AnswerKind[])
  questionKindContract(examples[kind] as KindExample<AnswerKind>)

describe('answers of extraordinary length', () => {
  const marks = '\u0301\u0316'.repeat(100_000)
  const long: readonly (readonly [string, Answer])[] = [
    ['marks in turn', { kind: 'long-text', text: `a${marks}` }],
    ['ideographs', { kind: 'long-text', text: '漢'.repeat(200_000) }],
    ['flags', { kind: 'long-text', text: '🇬🇧'.repeat(100_000) }],
    ['spaces in a line', { kind: 'short-text', text: `a${' '.repeat(200_000)}b` }],
    ['zeros after the point', { kind: 'number', text: `1.${'0'.repeat(200_000)}1` }],
    ['figures', { kind: 'number', text: '1'.repeat(200_000) }],
    ['thousands', { kind: 'number', text: `1${',000'.repeat(60_000)}x` }],
    [
      'choices',
      { kind: 'several-of', choices: Array.from({ length: 100_000 }, (_, index) => `c${index}`) },
    ],
    [
      'places',
      { kind: 'ranking', order: Array.from({ length: 100_000 }, (_, index) => `c${index}`) },
    ],
    [
      'rows',
      {
        kind: 'matrix',
        rows: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`c${index}`, 'x'])),
      },
    ],
  ]

  // Where time grows with the square of the length these take 10 s to 70 s, and in step with it well under 1 s. The bound is
  // wide, so that a busy machine does not fail them.
  it.each(long)(
    'take time in step with their length: %s',
    (_, answer) => {
      const { question } = examples[answer.kind]
      const begun = performance.now()
      checkAnswer(question, tidyAnswer(question, answer))
      isAnswered(question, answer)
      readAnswer(question, answer)
      expect(performance.now() - begun).toBeLessThan(8000)
    },
    120_000,
  )
})
