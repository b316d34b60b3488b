import fc from 'fast-check'
import type { Answer, AnswerKind } from '../../answer.ts'
import type { Question } from '../../question.ts'

/** Text that has hurt other programs: names every object has, halves of characters, marks without end, formulas. */
const awkward = [
  '',
  ' ',
  '\u200b',
  '\u0000',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u0301'.repeat(10_000),
  'e\u0301',
  '\u0344'.repeat(20),
  '\u1100\u1161\u11a8',
  '👩‍👩‍👧‍👦',
  '\u202eabc',
  '=1+1',
  '1e5',
  '-0',
  '-0.0',
  '１２',
  '1,000',
  '0'.repeat(400),
  'line\r\nline',
  'line\u2028line',
  'a\u0085b',
  '31',
  '2',
  'feb',
  '2028',
  'given',
  'NaN',
  '\t',
  '\ud83d',
  '12.50',
  '.5',
  '5.',
]

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))

const anyText = (codes: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...awkward, ...codes),
    fc
      .array(fc.constantFrom(...awkward, ...codes), { maxLength: 3 })
      .map((parts) => parts.join('')),
    fc.string({ unit: codeUnit }),
    fc.string({ unit: 'grapheme' }),
    fc.double().map(String),
  )

/** Own keys only, `__proto__` among them, as JSON.parse makes them. */
const anyRecord = (
  keys: fc.Arbitrary<string>,
  values: fc.Arbitrary<string>,
): fc.Arbitrary<Record<string, string>> =>
  fc.array(fc.tuple(keys, values), { maxLength: 6 }).map((entries) => Object.fromEntries(entries))

const codesOf = (question: Question): readonly string[] => [
  ...('options' in question ? question.options.map(({ code }) => code) : []),
  ...('statements' in question
    ? [...question.statements, ...question.scale].map(({ code }) => code)
    : []),
  'yes',
  'dont-know',
  'agree',
  '3',
]

/** Any answer of the question's kind: sometimes one that fits, mostly not. */
export function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  const text = anyText(codesOf(question))
  const texts = fc.array(text, { maxLength: 8 })
  const say = fc.option(anyRecord(text, text), { nil: undefined })
  const answers: { readonly [Kind in AnswerKind]: fc.Arbitrary<Extract<Answer, { kind: Kind }>> } =
    {
      'short-text': fc.record({ kind: fc.constant('short-text'), text }),
      'long-text': fc.record({ kind: fc.constant('long-text'), text }),
      'one-of': fc.record({ kind: fc.constant('one-of'), choice: text, say }),
      'several-of': fc.record({ kind: fc.constant('several-of'), choices: texts, say }),
      'yes-no': fc.record({ kind: fc.constant('yes-no'), choice: text }),
      agreement: fc.record({ kind: fc.constant('agreement'), choice: text }),
      'number-scale': fc.record({ kind: fc.constant('number-scale'), choice: text }),
      matrix: fc.record({ kind: fc.constant('matrix'), rows: anyRecord(text, text) }),
      ranking: fc.record({ kind: fc.constant('ranking'), order: texts }),
      number: fc.record({ kind: fc.constant('number'), text }),
      date: fc.record({ kind: fc.constant('date'), day: text, month: text, year: text }),
      consent: fc.record({ kind: fc.constant('consent'), given: fc.boolean() }),
    }
  return answers[question.kind]
}
