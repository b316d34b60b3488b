import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceOn } from './advice.ts'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { checkConsultation } from './check-consultation.ts'
import { checkForPeople } from './check-for-people.ts'
import type { Block, Consultation } from '../consultation/consultation.ts'
import { at } from '../core/loose-fields.ts'
import { readingReport } from './reading-report.ts'

/*
 * Whatever words stand in a consultation, the checks for people end, soon, and each finding has a place that is there.
 */

const pieces = fc.constantFrom(
  '',
  ' ',
  '.',
  '?',
  ':',
  '**',
  '[',
  '](/help)',
  '[here](',
  '(',
  ')',
  '“',
  '\n',
  '\u200b',
  '-',
  '’',
  'not ',
  'and how ',
  'EIA ',
  'THE ',
  'on the right ',
  'the red ',
  'button ',
  'the table ',
  'below ',
  'https://',
  'www.',
  'accountability ',
  'e',
  'é',
  '\ud800',
  '👩‍👩‍👧',
  'مرحبا ',
  'constructor',
  '1.2 ',
)
const words = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  fc.string({ maxLength: 40 }),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text) => ({ kind: 'paragraph', text }) as const),
  words.map((text) => ({ kind: 'heading', text }) as const),
  fc.array(words, { maxLength: 3 }).map((items) => ({ kind: 'list', items }) as const),
  fc
    .tuple(
      words,
      fc.array(words, { maxLength: 3 }),
      fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    )
    .map(([caption, columns, rows]) => ({ kind: 'table', caption, columns, rows }) as const),
  fc.tuple(words, words).map(([text, by]) => ({ kind: 'quote', text, by }) as const),
)
const blocks = fc.array(block, { maxLength: 4 })
const options = fc
  .array(words, { maxLength: 3 })
  .map((labels) => labels.map((label, index) => ({ code: `c${index}`, label })))
const question = fc
  .tuple(fc.constantFrom('one-of', 'agreement', 'matrix', 'yes-no'), words, words, options)
  .map(([kind, title, statement, choices]) => ({
    id: 'q',
    kind,
    title,
    about: 'it',
    hint: statement,
    statement,
    options: choices,
    statements: choices,
    scale: choices,
  }))

const anyConsultation = fc
  .record({
    title: words,
    summary: words,
    documents: fc.array(
      fc.record({ id: fc.constant('d'), title: words, minutes: fc.constant(1), blocks }),
      { maxLength: 2 },
    ),
    sections: fc.array(
      fc.record({
        id: fc.constant('s'),
        title: words,
        introduction: blocks,
        questions: fc.array(question, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    editions: fc.array(
      fc.record(
        {
          id: fc.constantFrom('easy-read', 'ar'),
          summary: words,
          promise: words,
          documents: fc.array(fc.record({ id: fc.constantFrom('d', 'x'), blocks }), {
            maxLength: 1,
          }),
          sections: fc.array(
            fc.record({
              id: fc.constantFrom('s', 'x'),
              title: words,
              questions: fc.array(
                fc.record(
                  { id: fc.constantFrom('q', 'x'), title: words, options, statements: options },
                  { requiredKeys: ['id'] },
                ),
                { maxLength: 2 },
              ),
            }),
            { maxLength: 1 },
          ),
        },
        { requiredKeys: ['id'] },
      ),
      { maxLength: 2 },
    ),
    glossary: fc.array(fc.record({ word: words, meaning: words }), { maxLength: 2 }),
  })
  .map((fields) => ({ ...busConsultation, ...fields }) as Consultation)

describe('checks for people, on any words', () => {
  it('end, and name places that are there', { timeout: 30_000 }, () => {
    let findings = 0
    fc.assert(
      fc.property(anyConsultation, (consultation) => {
        for (const { path } of checkForPeople(consultation).flatMap((topic) => topic.findings)) {
          findings += 1
          expect(path.reduce<unknown>(at, consultation)).toBeDefined()
        }
        for (const { path } of readingReport(consultation)?.sentences ?? [])
          expect(typeof path.reduce<unknown>(at, consultation)).toBe('string')
        expect(
          adviceOn(consultation).every(({ points }) =>
            points.every((point) => point.words.length < 400),
          ),
        ).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(findings).toBeGreaterThan(250)
  })
})

describe('checks for people, on long words', () => {
  const hostile = [
    'a',
    ' ',
    '.',
    '. ',
    '(',
    '((',
    '“',
    '**',
    '**a',
    '[',
    '[a](',
    '[a](b)',
    '[here](/help) ',
    'EIA ',
    'EIA (',
    'ABCDEF',
    'A A ',
    'THE BUS ',
    'on the ',
    'the red ',
    'the a red ',
    'and how ',
    ', and the ',
    'not ',
    'https://',
    'www.',
    'a-',
    "a'",
    'e',
    'accountability ',
    'accountability(',
    '\n',
    '\u200b',
    '👩‍👩‍👧',
    'see below ',
    'AB, ',
    '1 ',
  ]

  it.each(hostile)('take little time over a file full of %j', (piece) => {
    const text = piece.repeat(Math.ceil(5_000 / piece.length)).slice(0, 5_000)
    const blockOf: Block = { kind: 'paragraph', text }
    const title = text.slice(0, 500)
    const file = {
      ...busConsultation,
      summary: text,
      documents: [
        {
          id: 'plan',
          title: 'The plan',
          minutes: 1,
          blocks: Array.from({ length: 6 }, () => blockOf),
        },
      ],
      sections: [
        {
          id: 'a',
          title: 'A',
          questions: [
            { id: 'q', kind: 'agreement', title, about: 'it', statement: text.slice(0, 1_000) },
          ],
        },
      ],
    } as Consultation
    const started = performance.now()
    checkForPeople(file)
    readingReport(file)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(() => checkConsultation(file)).not.toThrow()
  })
})
