import { describe, expect, it } from 'vitest'
import { questionLibrary, type QuestionSet } from '../../question/question-library.ts'
import { applyEdit } from './apply-edit.ts'
import { assemble } from './assemble.ts'
import { editId, ros } from './draft.fixture.ts'
import type { Draft } from './draft.ts'
import { refusalOfEdit } from './draft-schema.ts'
import type { Edit } from './edit.ts'
import { askedOf, readyEdits } from './ready-edits.ts'
import { blankDraft } from './take-apart.ts'

const blank = blankDraft('00000000-0000-4000-8000-000000000001', 'The garden', 'garden')
const setOf = (id: string): QuestionSet => questionLibrary.find((set) => set.id === id)!

function after(start: Draft, edits: readonly Edit[]): Draft {
  return edits.reduce((draft, edit, index) => {
    expect(refusalOfEdit(edit)).toBeUndefined()
    const mark = { id: editId(index + 1), by: ros, at: '2027-01-04T09:00:00Z' }
    const result = applyEdit(draft, edit, mark)
    if (!result.ok) throw new Error(result.problem)
    return result.draft
  }, start)
}
const withSet = (start: Draft, id: string): Draft =>
  after(start, readyEdits(start, setOf(id))?.edits ?? [])

describe('readyEdits', () => {
  it.each(questionLibrary.map(({ id }) => id))('adds %s as it is in the library', (id) => {
    const { sections } = assemble(withSet(blank, id)) as { sections: { questions: unknown }[] }
    expect(sections).toHaveLength(1)
    expect(sections[0]?.questions).toEqual(setOf(id).questions)
  })

  it('keeps equality questions last, whatever is added after them', () => {
    const draft = withSet(withSet(withSet(blank, 'equality'), 'about-you'), 'publication')
    expect(draft.outline.sections.map(({ id }) => id)).toEqual([
      'about-you',
      'publication',
      'equality',
    ])
    expect(assemble(draft)['sections']).toMatchObject([
      { purpose: 'about-you' },
      { purpose: 'publication' },
      { purpose: 'equality' },
    ])
  })

  it('adds nothing twice', () => {
    const draft = withSet(blank, 'equality')
    expect(askedOf(draft, setOf('equality'))).toEqual(
      setOf('equality').questions.map(({ id }) => id),
    )
    expect(readyEdits(draft, setOf('equality'))).toBeUndefined()
  })

  it('adds those that are missing, and brings back one that was removed as it was', () => {
    const [first, second] = setOf('about-you').questions
    const changed = after(withSet(blank, 'about-you'), [
      {
        do: 'set',
        part: `question:${first!.id}`,
        field: 'title',
        was: first!.title,
        now: 'Who are you?',
      },
      { do: 'remove', part: `question:${first!.id}` },
    ])
    const again = readyEdits(changed, setOf('about-you'))
    expect(again?.section).toBe('about-you-2')
    expect(again?.edits.map((edit) => [edit.do, edit.part])).toEqual([
      ['add', 'section:about-you-2'],
      ['bring-back', `question:${first!.id}`],
    ])
    const draft = after(changed, again!.edits)
    expect(draft.parts[`question:${first!.id}`]?.fields['title']).toBe('Who are you?')
    expect(draft.outline.sections[0]?.questions).toContain(second!.id)
  })
})
