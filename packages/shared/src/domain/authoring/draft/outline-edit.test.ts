import { describe, expect, it } from 'vitest'
import { busDraft } from './draft.fixture.ts'
import { keyOf, readKey } from './draft.ts'
import { editOutline, neighboursOf, placeOf, stepFrom } from './outline-edit.ts'

const { outline } = busDraft
const question = (id: string) => keyOf('question', id)

describe('readKey', () => {
  it.each([
    ['about', { kind: 'about', id: 'about' }],
    ['question:how-travel', { kind: 'question', id: 'how-travel' }],
    [
      'words:easy-read:question:how-travel',
      { kind: 'words', id: 'question:how-travel', edition: 'easy-read' },
    ],
  ])('reads %s', (key, read) => {
    expect(readKey(key)).toMatchObject(read)
  })

  it.each(['', 'outline', 'question:', 'question:A', 'words:x:about', 'question:a b', '__proto__'])(
    'knows no “%s”',
    (key) => {
      expect(readKey(key)).toBeUndefined()
    },
  )
})

describe('placeOf', () => {
  it('names the section and what stands before', () => {
    expect(placeOf(outline, question('bus-trouble'))).toEqual({
      section: 'travel',
      after: 'how-travel',
    })
  })

  it('has nothing before what is first', () => {
    expect(placeOf(outline, question('how-travel'))).toEqual({ section: 'travel' })
    expect(placeOf(outline, keyOf('section', 'travel'))).toEqual({})
    expect(placeOf(outline, 'about')).toEqual({})
  })
})

describe('neighboursOf', () => {
  it('gives those in the same section, and none for what has no order', () => {
    expect(neighboursOf(outline, question('publish'))).toContain('rating')
    expect(neighboursOf(outline, question('publish'))).not.toContain('how-travel')
    expect(neighboursOf(outline, keyOf('document', 'plan'))).toEqual(['plan'])
    expect(neighboursOf(outline, 'contact')).toEqual([])
  })
})

describe('stepFrom', () => {
  it.each<[string, -1 | 1, unknown]>([
    ['bus-trouble', -1, { section: 'travel' }],
    ['bus-words', -1, { section: 'travel', after: 'how-travel' }],
    ['how-travel', 1, { section: 'travel', after: 'bus-trouble' }],
    ['how-travel', -1, undefined],
    ['one-place', -1, { section: 'travel', after: 'order' }],
    ['order', 1, { section: 'views' }],
    ['carer', 1, undefined],
    ['none', 1, undefined],
  ])('moves %s by %i', (id, step, place) => {
    expect(stepFrom(outline, question(id), step)).toEqual(place)
  })

  it('does not move a section beyond the ends', () => {
    expect(stepFrom(outline, keyOf('section', 'travel'), -1)).toBeUndefined()
    expect(stepFrom(outline, keyOf('section', 'travel'), 1)).toEqual({ after: 'views' })
    expect(stepFrom(outline, keyOf('section', 'you'), 1)).toBeUndefined()
  })

  it('goes where it says: every step is one place', () => {
    const all = outline.sections.flatMap(({ questions }) => questions)
    for (const id of all) {
      const place = stepFrom(outline, question(id), 1)
      if (!place) continue
      const moved = editOutline(outline, { do: 'move', part: question(id), place })
      if (!moved.ok) throw new Error(moved.problem)
      const now = moved.outline.sections.flatMap(({ questions }) => questions)
      expect(now).toHaveLength(all.length)
      expect(Math.abs(now.indexOf(id) - all.indexOf(id))).toBeLessThanOrEqual(1)
      const back = stepFrom(moved.outline, question(id), -1)
      const undone =
        back && editOutline(moved.outline, { do: 'move', part: question(id), place: back })
      expect(undone).toMatchObject({ ok: true, outline: { sections: outline.sections } })
    }
  })
})
