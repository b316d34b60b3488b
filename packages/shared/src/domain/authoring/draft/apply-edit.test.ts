import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, inverseOf } from './apply-edit.ts'
import { assemble } from './assemble.ts'
import { busDraft, editId, kit, ros, written } from './draft.fixture.ts'
import { keyOf, partOf, questionsIn, textIn, type Draft } from './draft.ts'
import type { Edit } from './edit.ts'
import { keysIn } from './outline-edit.ts'

const at = '2027-01-04T09:00:00.000Z'
const mark = (number: number, by = ros) => ({ id: editId(number), by, at })
const question = keyOf('question', 'how-travel')
const title = (was: string, now: string, part = question): Edit => ({
  do: 'set',
  part,
  field: 'title',
  was,
  now,
})

describe('applyEdit: one field', () => {
  it('sets a field, and raises the revision of that part only', () => {
    const result = applyEdit(
      busDraft,
      title('How do you travel to us?', 'How do you come?'),
      mark(1),
    )
    if (!result.ok) throw new Error(result.problem)
    expect(result.outcome).toBe('applied')
    expect(textIn(partOf(result.draft, question), 'title')).toBe('How do you come?')
    expect(partOf(result.draft, question).revision).toBe(2)
    expect(partOf(result.draft, 'about')).toBe(partOf(busDraft, 'about'))
  })

  it('changes nothing when the field says it already: a resend is harmless', () => {
    const result = applyEdit(busDraft, title('Anything', 'How do you travel to us?'), mark(1))
    expect(result).toMatchObject({ ok: true, outcome: 'already', draft: busDraft })
  })

  it('lets two people write in two fields of one question', () => {
    const { draft } = written([
      [ros, title('How do you travel to us?', 'How do you come?')],
      [kit, { do: 'set', part: question, field: 'hint', now: 'Choose one.' }],
    ])
    expect(partOf(draft, question).fields).toMatchObject({
      title: 'How do you come?',
      hint: 'Choose one.',
    })
    expect(partOf(draft, question).others).toEqual([])
  })

  it('keeps both texts when two people change the same field, the first one in place', () => {
    const { draft, history } = written([
      [ros, title('How do you travel to us?', 'Mine')],
      [kit, title('How do you travel to us?', 'Theirs')],
    ])
    const part = partOf(draft, question)
    expect(textIn(part, 'title')).toBe('Mine')
    expect(part.others).toEqual([
      { field: 'title', value: 'Theirs', edit: editId(2), by: kit, at: '2027-01-04T09:01:00.000Z' },
    ])
    expect(history.map(({ outcome }) => outcome)).toEqual(['applied', 'kept-beside'])
  })

  it('keeps the latest of what somebody goes on writing beside', () => {
    const { draft } = written([
      [ros, title('How do you travel to us?', 'Mine')],
      [kit, title('How do you travel to us?', 'Their')],
      [kit, title('Their', 'Theirs')],
    ])
    expect(partOf(draft, question).others.map(({ value }) => value)).toEqual(['Theirs'])
  })

  it('keeps that somebody emptied a field while another wrote in it', () => {
    const { draft } = written([
      [ros, title('How do you travel to us?', 'Mine')],
      [kit, { do: 'set', part: question, field: 'title', was: 'How do you travel to us?' }],
    ])
    expect(partOf(draft, question).others[0]).not.toHaveProperty('value')
    expect(partOf(draft, question).others).toHaveLength(1)
  })

  it('is settled by choosing one, and the other stays in the history', () => {
    const { draft, history } = written([
      [ros, title('How do you travel to us?', 'Mine')],
      [kit, title('How do you travel to us?', 'Theirs')],
      [ros, { do: 'settle', part: question, field: 'title', edit: editId(2), now: 'Theirs' }],
    ])
    expect(textIn(partOf(draft, question), 'title')).toBe('Theirs')
    expect(partOf(draft, question).others).toEqual([])
    expect(history[2]?.edit).toMatchObject({ was: 'Mine' })
    const again = applyEdit(
      draft,
      { do: 'settle', part: question, field: 'title', edit: editId(2), now: 'Mine' },
      mark(9),
    )
    expect(again).toEqual({ ok: false, problem: 'nothing-to-settle' })
  })
})

describe('applyEdit: the order', () => {
  const ids = (draft: Draft) => questionsIn(draft.outline).map(({ id }) => id)

  it('adds a question after another one', () => {
    const { draft } = written([
      [
        ros,
        {
          do: 'add',
          part: keyOf('question', 'new-one'),
          fields: { kind: 'yes-no', title: 'Is it far?' },
          place: { section: 'travel', after: 'how-travel' },
        },
      ],
    ])
    expect(ids(draft).slice(0, 3)).toEqual(['how-travel', 'new-one', 'bus-trouble'])
    expect(JSON.stringify(assemble(draft))).toContain('Is it far?')
  })

  it('puts what stands after a question that has gone meanwhile at the end of the section', () => {
    const { draft } = written([
      [ros, { do: 'remove', part: question }],
      [
        kit,
        {
          do: 'add',
          part: keyOf('question', 'new-one'),
          fields: {},
          place: { section: 'travel', after: 'how-travel' },
        },
      ],
    ])
    expect(draft.outline.sections[0]?.questions.at(-1)).toBe('new-one')
  })

  it.each<[string, Edit, string]>([
    ['what is not there', { do: 'remove', part: keyOf('question', 'none') }, 'part-unknown'],
    ['what has no place', { do: 'move', part: 'about', place: {} }, 'part-unknown'],
    ['a key that nothing has', { do: 'set', part: 'x', field: 'y' }, 'part-unknown'],
    [
      'an id that is taken',
      { do: 'add', part: question, fields: {}, place: { section: 'views' } },
      'part-exists',
    ],
    [
      'a section that has gone',
      { do: 'move', part: question, place: { section: 'none' } },
      'place-gone',
    ],
    [
      'bringing back what is there',
      { do: 'bring-back', part: question, place: { section: 'views' } },
      'part-exists',
    ],
  ])('refuses %s', (_, edit, problem) => {
    expect(applyEdit(busDraft, edit, mark(1))).toEqual({ ok: false, problem })
  })

  it('refuses to move what was removed', () => {
    const { draft } = written([[ros, { do: 'remove', part: question }]])
    expect(
      applyEdit(draft, { do: 'move', part: question, place: { section: 'views' } }, mark(2)),
    ).toEqual({ ok: false, problem: 'part-removed' })
  })

  it('removes a section with its questions and brings it back with them', () => {
    const { draft } = written([
      [ros, { do: 'remove', part: keyOf('section', 'views') }],
      [ros, { do: 'bring-back', part: keyOf('section', 'views'), place: { after: 'travel' } }],
    ])
    expect(draft.outline).toEqual(busDraft.outline)
  })

  it('moves a section with its questions', () => {
    const { draft } = written([[ros, { do: 'move', part: keyOf('section', 'views'), place: {} }]])
    expect(draft.outline.sections.map(({ id }) => id)).toEqual(['views', 'travel', 'you'])
    expect(draft.outline.sections[0]?.questions).toEqual(busDraft.outline.sections[1]?.questions)
  })

  it('refuses more than a file may have', () => {
    const full: Draft = {
      ...busDraft,
      outline: {
        ...busDraft.outline,
        documents: Array.from({ length: 20 }, (_, index) => `d${index}`),
      },
    }
    const edit: Edit = { do: 'add', part: keyOf('document', 'more'), fields: {}, place: {} }
    expect(applyEdit(full, edit, mark(1))).toEqual({ ok: false, problem: 'outline-full' })
  })
})

describe('inverseOf', () => {
  const keys = keysIn(busDraft.outline)
  const sectionIds = busDraft.outline.sections.map(({ id }) => id)
  const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({
      do: fc.constant('set' as const),
      part: fc.constantFrom(...keys, 'about', 'dates'),
      field: fc.constantFrom('title', 'hint'),
      now: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
    }),
    fc.record({
      do: fc.constant('move' as const),
      part: fc.constantFrom(...keys),
      place: fc.record({
        section: fc.constantFrom(...sectionIds),
        after: fc.constantFrom('how-travel', 'views', 'publish', 'gone'),
      }),
    }),
    fc.record({ do: fc.constant('remove' as const), part: fc.constantFrom(...keys) }),
    fc.record({
      do: fc.constant('add' as const),
      part: fc.constantFrom('question:new-a', 'section:new-b', 'document:new-c', 'edition:cy'),
      fields: fc.constant({ title: 'New' }),
      place: fc.record({ section: fc.constantFrom(...sectionIds) }),
    }),
  )

  /** Sets what a field says now, as an editor that is up to date does. */
  const upToDate = (draft: Draft, edit: Edit): Edit =>
    edit.do === 'set' ? { ...edit, was: partOf(draft, edit.part).fields[edit.field] } : edit

  it('takes any edit back: the consultation says what it said before', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 8 }), (edits) => {
        let draft = busDraft
        for (const [index, edit] of edits.entries()) {
          const result = applyEdit(draft, upToDate(draft, edit), mark(index))
          if (!result.ok) continue
          const back = inverseOf(result.done)
          if (result.outcome === 'applied') {
            const undone = back && applyEdit(result.draft, back, mark(index))
            expect(undone).toMatchObject({ ok: true })
            if (undone?.ok) expect(assemble(undone.draft)).toEqual(assemble(draft))
          }
          draft = result.draft
        }
      }),
    )
  })

  it('never loses a text, whoever writes what from whatever they saw (P5)', () => {
    const saw = fc.record({
      by: fc.constantFrom(ros, kit),
      was: fc.constantFrom('How do you travel to us?', 'A', 'B', 'C'),
      now: fc.constantFrom('A', 'B', 'C'),
    })
    fc.assert(
      fc.property(fc.array(saw, { minLength: 1, maxLength: 12 }), (writes) => {
        const { draft, history } = written(writes.map(({ by, was, now }) => [by, title(was, now)]))
        const part = partOf(draft, question)
        const told = [
          'How do you travel to us?',
          ...history.map(({ edit }) => (edit.do === 'set' ? edit.now : undefined)),
        ]
        for (const { now } of writes) expect(told).toContain(now)
        for (const by of [ros, kit]) {
          const last = history.findLast((made) => made.by === by)
          if (last?.outcome === 'kept-beside' && last.edit.do === 'set')
            expect(part.others.find((other) => other.by === by)?.value).toBe(last.edit.now)
        }
      }),
    )
  })

  it('has nothing for a choice between two texts', () => {
    expect(
      inverseOf({ do: 'settle', part: 'about', field: 'title', edit: editId(1) }),
    ).toBeUndefined()
  })
})
