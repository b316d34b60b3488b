import { describe, expect, it } from 'vitest'
import type { Answers } from '../question/answer.ts'
import { busConsultation } from './bus-consultation.fixture.ts'
import { consultationJsonSchema } from './consultation-json-schema.ts'
import {
  answersSchema,
  changeResponseSchema,
  consultationSchema,
  readResponseSchema,
  readResultSchema,
  receiptResultSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from './consultation-schema.ts'
import type { Problem } from '../response/problem.ts'
import { problemSchema } from '../response/problem-schema.ts'
import { exactly, proven, strict, typedText } from '../core/schema-parts.ts'

const id = '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22'
const answers: Answers = {
  a: { kind: 'short-text', text: '' },
  b: { kind: 'long-text', text: 'Words' },
  c: { kind: 'one-of', choice: 'x', say: { x: 'Said' } },
  d: { kind: 'several-of', choices: ['x', 'y'] },
  e: { kind: 'yes-no', choice: 'yes' },
  f: { kind: 'agreement', choice: 'agree' },
  g: { kind: 'number-scale', choice: '-3' },
  h: { kind: 'matrix', rows: { x: 'y' } },
  i: { kind: 'ranking', order: ['x'] },
  j: { kind: 'number', text: 'twelve' },
  k: { kind: 'date', day: '1', month: '', year: '2027' },
  l: { kind: 'consent', given: true },
}
const submit = {
  responseId: id,
  slug: 'bus',
  version: 1,
  edition: 'standard',
  answers,
  codeHash: 'a'.repeat(64),
  completedAt: 'now',
  sentAt: 'now',
}
const change = {
  changeId: id,
  responseId: id,
  code: 'code',
  baseRevision: 1,
  answers,
  completedAt: 'now',
  sentAt: 'now',
}
const withdraw = { changeId: id, responseId: id, code: 'code' }
const receipt = {
  responseId: id,
  reference: 'KTRM-4821',
  revision: 1,
  state: 'received',
  late: false,
  receivedAt: '2027-05-01T10:00:00.000Z',
  closesAt: busConsultation.closesAt,
}
const inputs = [
  ['submit', submitResponseSchema, submit],
  ['change', changeResponseSchema, change],
  ['withdraw', withdrawResponseSchema, withdraw],
  ['read', readResponseSchema, { reference: 'ktrm 4821', code: 'code' }],
] as const

describe('schemas of what procedures take', () => {
  it.each(inputs)('%s: takes a good input as it is', (_name, schema, input) => {
    expect(schema.safeParse(input)).toEqual({ success: true, data: input })
  })

  it.each(inputs)('%s: refuses a field it does not know', (_name, schema, input) => {
    expect(schema.safeParse({ ...input, isAdmin: true }).error?.issues[0]?.message).toContain(
      'There is no field “isAdmin” here.',
    )
  })

  it.each(inputs)(
    '%s: refuses every field with a value of another type, and without it',
    (_name, schema, input) => {
      for (const field of Object.keys(input)) {
        for (const value of [undefined, null, [], 1e400, Number.NaN, -1, true, { $ne: 1 }, ['a']]) {
          expect(
            schema.safeParse({ ...input, [field]: value }).success,
            `${field} = ${String(value)}`,
          ).toBe(false)
        }
      }
    },
  )

  it.each(inputs)('%s: has plain words for everything it refuses', (_name, schema) => {
    for (const junk of [
      undefined,
      null,
      'x',
      [],
      {},
      { responseId: 7, answers: { A: 1 }, codeHash: [], version: 0.5 },
    ]) {
      const issues = schema.safeParse(junk).error?.issues ?? []
      expect(issues.length).toBeGreaterThan(0)
      for (const { message } of issues) expect(message).not.toMatch(/^Invalid|expected|received|^$/)
    }
  })

  it.each([
    ['responseId', id.toUpperCase()],
    ['responseId', `${id}\n`],
    ['codeHash', 'A'.repeat(64)],
    ['codeHash', 'a'.repeat(63)],
    ['slug', '../etc'],
    ['version', 0],
    ['version', 1.5],
    ['edition', 'Easy Read'],
    ['edition', '../x'],
    ['completedAt', 'x'.repeat(41)],
  ])('refuses %s = %j', (field, value) => {
    expect(submitResponseSchema.safeParse({ ...submit, [field]: value }).success).toBe(false)
  })

  it('takes a withdrawal with device times too', () => {
    expect(
      withdrawResponseSchema.safeParse({ ...withdraw, completedAt: 'a', sentAt: 'b' }).success,
    ).toBe(true)
  })
})

describe('answersSchema', () => {
  it.each([
    ['an unknown kind', { a: { kind: 'colour', text: 'x' } }],
    ['a field too many', { a: { kind: 'short-text', text: 'x', more: 1 } }],
    ['a text that is no text', { a: { kind: 'short-text', text: ['x'] } }],
    ['an id that is none', { 'A b': { kind: 'short-text', text: 'x' } }],
    ['a text that is far too long', { a: { kind: 'short-text', text: 'x'.repeat(8_001) } }],
    [
      'too many choices',
      { a: { kind: 'several-of', choices: Array.from({ length: 101 }, () => 'x') } },
    ],
    [
      'too many answers',
      Object.fromEntries(
        Array.from({ length: 201 }, (_, index) => [`q${index}`, { kind: 'yes-no', choice: 'yes' }]),
      ),
    ],
    ['a list', [{ kind: 'short-text', text: 'x' }]],
  ])('refuses %s', (_what, value) => {
    expect(answersSchema.safeParse(value).success).toBe(false)
  })

  it('never lets a name change what every object has', () => {
    const parsed = answersSchema.safeParse(
      JSON.parse(
        '{"__proto__":{"kind":"yes-no","choice":"yes"},"constructor":{"kind":"yes-no","choice":"no"}}',
      ),
    )
    expect(Object.getPrototypeOf(parsed.data)).toBe(Object.prototype)
    expect(Object.keys(parsed.data ?? {})).toEqual(['constructor'])
  })
})

describe('schemas of what procedures give', () => {
  const refused = {
    ok: false,
    problems: [{ code: 'consultation-closed', closedAt: busConsultation.closesAt }],
  }
  it.each([
    ['a receipt', receiptResultSchema, { ok: true, value: receipt }],
    ['a refusal', receiptResultSchema, refused],
    [
      'a response read again',
      readResultSchema,
      { ok: true, value: { receipt, slug: 'bus', version: 1, edition: 'ar', answers } },
    ],
    ['a refusal to read', readResultSchema, refused],
  ])('lets %s out', (_what, schema, output) => {
    expect(schema.safeParse(output)).toEqual({ success: true, data: output })
  })

  it.each([
    [
      'a field of the row',
      receiptResultSchema,
      { ok: true, value: { ...receipt, ip: '127.0.0.1' } },
    ],
    [
      'a field beside the result',
      receiptResultSchema,
      { ok: true, value: receipt, stack: 'Error' },
    ],
    ['an unknown problem', receiptResultSchema, { ok: false, problems: [{ code: 'sql-error' }] }],
    [
      'a problem with more in it',
      receiptResultSchema,
      { ok: false, problems: [{ code: 'response-empty', detail: 'x' }] },
    ],
  ])('keeps %s in', (_what, schema, output) => {
    expect(schema.safeParse(output).success).toBe(false)
  })

  it('knows every problem with an answer, with and without a field', () => {
    const problem: Problem = {
      code: 'date-part-missing',
      questionId: 'a',
      about: 'the day',
      parts: ['day', 'year'],
    }
    expect(problemSchema.safeParse(problem).success).toBe(true)
    expect(problemSchema.safeParse({ ...problem, field: 'day' }).success).toBe(true)
  })
})

describe('proven', () => {
  interface Note {
    readonly kind: 'note'
    readonly text: string
    readonly more?: string
  }

  it('does not compile when schema and type differ', () => {
    // @ts-expect-error the optional field is missing
    const missing = proven<Note>()(strict({ kind: exactly('note'), text: typedText(9) }))
    const allAlways = strict({ kind: exactly('note'), text: typedText(9), more: typedText(9) })
    // @ts-expect-error the optional field is not optional
    const strictly = proven<Note>()(allAlways)
    expect([missing, strictly].every((schema) => !schema.safeParse(null).success)).toBe(true)
  })
})

describe('consultationJsonSchema', () => {
  const schema = consultationJsonSchema() as {
    $schema: string
    required: string[]
    properties: Record<string, unknown>
    additionalProperties: boolean
  }

  it('is a strict JSON Schema of the whole document', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.additionalProperties).toBe(false)
    expect(Object.keys(schema.properties)).toEqual([
      '$schema',
      ...Object.keys(busConsultation),
      'outcome',
      'media',
      'glossary',
      'recording',
      'editions',
      'changes',
    ])
    expect(schema.required).toEqual(Object.keys(busConsultation))
  })

  it('is plain JSON that says the same each time', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
    expect(JSON.stringify(consultationJsonSchema())).toBe(JSON.stringify(schema))
  })

  it('stands for the same documents as the schema', () => {
    expect(consultationSchema.safeParse(busConsultation)).toEqual({
      success: true,
      data: busConsultation,
    })
  })
})
