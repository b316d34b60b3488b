import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busDraft, editId } from './draft.fixture.ts'
import { refusalOf, refusalOfEdit, sentEditSchema } from './draft-schema.ts'
import { newIdFrom, slugFrom } from './ids.ts'

describe('refusalOf', () => {
  it('takes everything that a consultation says', () => {
    for (const [key, part] of Object.entries(busDraft.parts))
      for (const [field, value] of Object.entries(part.fields))
        expect([key, field, refusalOf(key, field, value)]).toEqual([key, field, undefined])
  })

  it('takes what is still empty, and a field that is emptied', () => {
    expect(refusalOf('about', 'title', '')).toBeUndefined()
    expect(refusalOf('about', 'title', undefined)).toBeUndefined()
    expect(refusalOf('question:q', 'options', [])).toBeUndefined()
    expect(refusalOf('question:q', 'options', [{ code: 'a', label: '' }])).toBeUndefined()
  })

  it.each<[string, string, unknown]>([
    ['about', 'title', 'x'.repeat(301)],
    ['about', 'title', 7],
    ['about', 'title', ['a']],
    ['about', 'title', null],
    ['about', '__proto__', {}],
    ['about', 'id', 'x'],
    ['question:q', 'kind', 'quiz'],
    ['question:q', 'options', [{ code: 'A B', label: 'x' }]],
    ['question:q', 'options', [{ code: 'a', label: 'x', html: '<b>' }]],
    ['question:q', 'from', 1.5],
    ['question:q', 'from', Number.NaN],
    ['dates', 'opensAt', 'tomorrow'],
    ['section:s', 'purpose', 'other'],
    ['document:d', 'blocks', [{ kind: 'html', text: '<script>' }]],
    ['nothing', 'title', 'x'],
  ])('refuses %s %s %j', (part, field, value) => {
    expect(refusalOf(part, field, value)).toEqual(expect.any(String))
  })
})

describe('sentEditSchema', () => {
  const sent = (edit: object, more: object = {}) =>
    sentEditSchema.safeParse({ draft: busDraft.id, id: editId(1), edit, ...more }).success

  it('takes each kind of edit', () => {
    expect(sent({ do: 'set', part: 'about', field: 'title', was: 'A', now: 'B' })).toBe(true)
    expect(sent({ do: 'move', part: 'question:q', place: { section: 's', after: 'p' } })).toBe(true)
    expect(sent({ do: 'remove', part: 'question:q' }, { undoes: editId(2) })).toBe(true)
  })

  it.each([
    { do: 'drop', part: 'about' },
    { do: 'set', part: 'about' },
    { do: 'set', part: 'about', field: 'title', by: 'me' },
    { do: 'remove', part: ['about'] },
    { do: 'move', part: 'question:q', place: { section: '../x' } },
    {},
  ])('refuses %j', (edit) => {
    expect(sent(edit)).toBe(false)
  })

  it('looks at every field of what is added', () => {
    const add = (fields: Record<string, unknown>) =>
      refusalOfEdit({ do: 'add', part: 'question:q', fields, place: {} })
    expect(add({ kind: 'yes-no', title: 'Is it?' })).toBeUndefined()
    expect(add({ kind: 'yes-no', owner: 'me' })).toBe('There is no such field')
    expect(refusalOfEdit({ do: 'remove', part: 'question:q' })).toBeUndefined()
  })
})

describe('ids', () => {
  it.each([
    ['How do you travel to us?', 'how-do-you-travel-to-us'],
    ['Café – “é” & co.', 'cafe-e-co'],
    ['Don’t', 'dont'],
    ['???', ''],
  ])('makes an address of “%s”', (words, slug) => {
    expect(slugFrom(words)).toBe(slug)
  })

  it('cuts a long address at a word', () => {
    expect(slugFrom('one two three', 9)).toBe('one-two')
    expect(slugFrom('onetwothree', 5)).toBe('onetw')
  })

  it('makes ids that fit, whatever the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ minLength: 4, maxLength: 4 }), (words, random) => {
        expect(newIdFrom(words, random)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(newIdFrom(words, random).length).toBeLessThanOrEqual(40)
      }),
    )
  })
})
