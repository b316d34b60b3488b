import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detailKinds, findPersonalDetails } from './personal-details.ts'
import {
  redact,
  redactText,
  redactedFields,
  removedAs,
  removedKinds,
  removedWords,
  type RedactedPart,
} from './redaction.ts'

const text = 'Mrs Hallam never came again. My number is 07700 900461.'
const part = (
  words: string,
  what: RedactedPart['what'],
  field: RedactedPart['field'] = 'text',
  within = text,
): RedactedPart => ({
  field,
  what,
  start: within.indexOf(words),
  end: within.indexOf(words) + words.length,
})
const codeOf = (fields: Parameters<typeof redact>[0], parts: readonly RedactedPart[]) => {
  const result = redact(fields, parts)
  return result.ok ? 'ok' : result.problem.code
}

describe('redact', () => {
  it('puts words that say what stood there, and says where', () => {
    const result = redact({ text }, [
      part('07700 900461', 'telephone-number'),
      part('Mrs Hallam', 'name'),
    ])
    expect(result).toEqual({
      ok: true,
      value: {
        fields: {
          text: '[name removed] never came again. My number is [telephone number removed].',
        },
        removed: [
          { field: 'text', what: 'name', start: 0, end: 14 },
          { field: 'text', what: 'telephone-number', start: 46, end: 72 },
        ],
      },
    })
  })

  it('takes parts out of what somebody is called and how they describe themselves too', () => {
    const fields = { text, name: 'Sarah Sample', self: 'sister of Sam Sample' }
    const result = redact(fields, [
      part('Sarah Sample', 'name', 'name', fields.name),
      part('Sam Sample', 'name', 'self', fields.self),
    ])
    expect(result).toMatchObject({
      value: { fields: { text, name: '[name removed]', self: 'sister of [name removed]' } },
    })
  })

  it.each<readonly [string, readonly RedactedPart[], string]>([
    ['no part', [], 'redaction-empty'],
    [
      'a part of nothing',
      [{ field: 'text', start: 3, end: 3, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'a part turned round',
      [{ field: 'text', start: 4, end: 3, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'a part before the beginning',
      [{ field: 'text', start: -1, end: 3, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'a part past the end',
      [{ field: 'text', start: 0, end: 56, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'half a number',
      [{ field: 'text', start: 0.5, end: 3, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'a field that is not there',
      [{ field: 'self', start: 0, end: 1, what: 'name' }],
      'redaction-out-of-place',
    ],
    [
      'parts that overlap',
      [part('Mrs Hallam', 'name'), part('Hallam never', 'details')],
      'redaction-overlaps',
    ],
    [
      'the same part twice',
      [part('Mrs Hallam', 'name'), part('Mrs Hallam', 'name')],
      'redaction-overlaps',
    ],
    ['parts side by side', [part('Mrs ', 'details'), part('Hallam', 'name')], 'ok'],
    [
      'everything',
      [{ field: 'text', start: 0, end: 55, what: 'details' }],
      'redaction-leaves-nothing',
    ],
    [
      'all but a full stop',
      [{ field: 'text', start: 0, end: 54, what: 'details' }],
      'redaction-leaves-nothing',
    ],
    [
      '51 parts',
      Array.from(
        { length: 51 },
        (_, at) => ({ field: 'text', start: at, end: at + 1, what: 'details' }) as const,
      ),
      'redaction-too-many',
    ],
  ])('of %s says %s', (_what, parts, code) => {
    expect(codeOf({ text }, parts)).toBe(code)
  })

  it('never cuts a character in two', () => {
    expect(codeOf({ text: 'a😀b' }, [{ field: 'text', start: 1, end: 2, what: 'details' }])).toBe(
      'redaction-out-of-place',
    )
    expect(codeOf({ text: 'a😀b' }, [{ field: 'text', start: 1, end: 3, what: 'details' }])).toBe(
      'ok',
    )
  })

  it('leaves nothing of what was taken out, whatever it was', () => {
    const secret = 'Zqx9'
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('and ', 'so ', '[name removed] ', `${secret} `), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom(...removedKinds),
        (words, what) => {
          const written = words.join('')
          const parts = [...written.matchAll(/Zqx9/g)].map(
            ({ index }) => ({ field: 'text', start: index, end: index + 4, what }) as const,
          )
          const result = redact({ text: written }, parts)
          if (result.ok) {
            const { fields, removed } = result.value
            expect(JSON.stringify(result.value)).not.toContain(secret)
            for (const { start, end } of removed)
              expect(fields.text.slice(start, end)).toBe(removedWords[what])
            expect(removed).toHaveLength(parts.length)
          } else {
            expect(['redaction-empty', 'redaction-leaves-nothing']).toContain(result.problem.code)
          }
        },
      ),
    )
  })

  it('has words for every hint', () => {
    for (const kind of detailKinds) expect(removedKinds).toContain(removedAs[kind])
    expect(findPersonalDetails(text).map(({ kind }) => removedWords[removedAs[kind]])).toEqual([
      '[name removed]',
      '[telephone number removed]',
    ])
    expect(redactedFields).toHaveLength(4)
  })
})

describe('redactText', () => {
  const mark = (what: string) => `<${what}>`
  const textOf = (words: string, parts: Parameters<typeof redactText>[1]) => {
    const result = redactText(words, parts, mark)
    return result.ok ? result.value : result.problems[0]?.code
  }

  it.each([
    [
      'a name and a number',
      [
        [0, 10, 'name'],
        [42, 54, 'telephone-number'],
      ],
      '<name> never came again. My number is <telephone-number>.',
    ],
    [
      'parts in any order',
      [
        [42, 54, 'details'],
        [0, 10, 'name'],
      ],
      '<name> never came again. My number is <details>.',
    ],
    ['all of it', [[0, 55, 'details']], '<details>'],
    ['no part', [], 'redaction-empty'],
    ['a part past the end', [[0, 56, 'name']], 'redaction-out-of-place'],
    [
      'parts that overlap',
      [
        [0, 10, 'name'],
        [4, 12, 'name'],
      ],
      'redaction-overlaps',
    ],
  ] as const)('of %s gives what is left', (_what, places, expected) => {
    const parts = places.map(([start, end, what]) => ({ start, end, what }))
    expect(textOf(text, parts)).toBe(expected)
  })

  it('never cuts a character in two', () => {
    expect(textOf('a😀b', [{ start: 1, end: 2, what: 'details' }])).toBe('redaction-out-of-place')
    expect(textOf('a😀b', [{ start: 1, end: 3, what: 'details' }])).toBe('a<details>b')
  })
})
