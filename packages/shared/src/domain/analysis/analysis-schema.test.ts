import { describe, expect, it } from 'vitest'
import { erasureReasons } from '../response/removal.ts'
import { askToEraseSchema, eraseSchema, keepSchema, takeOutSchema } from './analysis-schema.ts'

const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const of = { consultationId: id, responseId: id }
const part = { start: 0, end: 3, what: 'name' }
const takeOut = { place: { questionId: 'words' }, parts: [part], reason: 'private', seen: 1 }
const reads = (
  schema: { safeParse(input: unknown): { readonly success: boolean } },
  input: unknown,
) => schema.safeParse(input).success

describe('takeOutSchema', () => {
  const input = (changes: object = {}) => ({
    ...of,
    stepId: id,
    takeOut: { ...takeOut, ...changes },
  })

  it.each([
    ['one part of an answer', {}],
    ['words beside an option', { place: { questionId: 'how', option: 'other' } }],
    ['100 parts', { parts: Array.from({ length: 100 }, () => part) }],
  ])('reads %s', (_what, changes) => {
    expect(reads(takeOutSchema, input(changes))).toBe(true)
  })

  it.each([
    ['no part', { parts: [] }],
    ['101 parts', { parts: Array.from({ length: 101 }, () => part) }],
    ['a part before the beginning', { parts: [{ ...part, start: -1 }] }],
    ['half a character', { parts: [{ ...part, end: 2.5 }] }],
    ['words of somebody’s own in the place of a mark', { parts: [{ ...part, what: 'Ann' }] }],
    ['a reason of somebody’s own', { reason: 'because' }],
    ['no revision', { seen: 0 }],
    ['a question that no address can have', { place: { questionId: 'a b' } }],
    ['something beside it', { why: 'x' }],
  ])('does not read %s', (_what, changes) => {
    expect(reads(takeOutSchema, input(changes))).toBe(false)
  })
})

describe('the schemas of erasing', () => {
  it('read every reason that the law knows, and no other', () => {
    const ask = { ...of, requestId: id }
    for (const reason of erasureReasons)
      expect(reads(askToEraseSchema, { ...ask, reason })).toBe(true)
    for (const reason of ['', 'PERSON-ASKED', 'I want to', null, undefined])
      expect(reads(askToEraseSchema, { ...ask, reason })).toBe(false)
  })

  it('want the request that is meant, so that a newer one is never decided by mistake', () => {
    expect(reads(keepSchema, { ...of, requestId: id })).toBe(true)
    expect(reads(keepSchema, of)).toBe(false)
    expect(reads(eraseSchema, { ...of, requestId: id, stepId: id })).toBe(true)
    expect(reads(eraseSchema, { ...of, stepId: id })).toBe(false)
    expect(reads(eraseSchema, { ...of, requestId: id })).toBe(false)
  })
})
