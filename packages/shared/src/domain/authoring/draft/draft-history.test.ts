import { describe, expect, it } from 'vitest'
import { historyWords } from '../../../words/history.ts'
import { applyEdit, inverseOf } from './apply-edit.ts'
import { busDraft, editId, kit, ros, written, type Written } from './draft.fixture.ts'
import { keyOf, partOf, textIn } from './draft.ts'
import { condensed, editsToRestore, nameOfPart, undoable } from './draft-history.ts'
import type { Edit } from './edit.ts'
import { toldOf } from './history-words.ts'

const question = keyOf('question', 'bus-words')
const set = (field: string, was: unknown, now: unknown, part = question): Edit => ({
  do: 'set',
  part,
  field,
  ...(was === undefined ? {} : { was }),
  ...(now === undefined ? {} : { now }),
})
const first = 'What is the problem?'

/** Presses "Undo" or "Redo" as somebody would. */
function press(which: 'undo' | 'redo', by: string, { draft, history }: Written): Written {
  const target = undoable(history, by)[which]
  const back = target && inverseOf(target.edit)
  if (!target || !back) throw new Error(`nothing to ${which}`)
  const number = history.length + 1
  const mark = { id: editId(number), by, at: '2027-01-04T12:00:00.000Z' }
  const result = applyEdit(draft, back, mark)
  if (!result.ok) throw new Error(result.problem)
  if (result.outcome === 'already') throw new Error('already')
  const made = { ...mark, number, edit: result.done, outcome: result.outcome, undoes: target.id }
  return { draft: result.draft, history: [...history, made] }
}

const titleOf = ({ draft }: Written) => textIn(partOf(draft, question), 'title')

describe('undoable', () => {
  it('has nothing at first, and nothing of what others did', () => {
    expect(undoable([], ros)).toEqual({})
    expect(undoable(written([[kit, set('title', first, 'A')]]).history, ros)).toEqual({})
  })

  it('takes edits back one after the other, across parts, and does them again', () => {
    let now = written([
      [ros, set('title', first, 'A')],
      [ros, { do: 'move', part: keyOf('section', 'views'), place: {} }],
      [ros, set('title', 'A', 'B')],
    ])
    now = press('undo', ros, now)
    expect(titleOf(now)).toBe('A')
    now = press('undo', ros, now)
    expect(now.draft.outline).toEqual(busDraft.outline)
    now = press('undo', ros, now)
    expect(titleOf(now)).toBe(first)
    expect(undoable(now.history, ros).undo).toBeUndefined()
    now = press('redo', ros, press('redo', ros, press('redo', ros, now)))
    expect(titleOf(now)).toBe('B')
    expect(undoable(now.history, ros).redo).toBeUndefined()
    expect(titleOf(press('undo', ros, now))).toBe('A')
  })

  it('has nothing to redo once something else was written', () => {
    const undone = press('undo', ros, written([[ros, set('title', first, 'A')]]))
    expect(undoable(undone.history, ros).redo).toBeDefined()
    const more = written([[ros, set('hint', undefined, 'C')]], undone.draft)
    const history = [
      ...undone.history,
      ...more.history.map((made) => ({ ...made, number: 9, id: editId(9) })),
    ]
    expect(undoable(history, ros).redo).toBeUndefined()
    expect(undoable(history, ros).undo?.id).toBe(editId(9))
  })

  it('leaves alone what another person did in between', () => {
    const now = written([
      [ros, set('title', first, 'A')],
      [kit, set('hint', undefined, 'Kit’s hint')],
    ])
    const undone = press('undo', ros, now)
    expect(titleOf(undone)).toBe(first)
    expect(textIn(partOf(undone.draft, question), 'hint')).toBe('Kit’s hint')
  })

  it('keeps both texts when somebody else has changed since what is undone', () => {
    const now = written([
      [ros, set('title', first, 'A')],
      [kit, set('title', 'A', 'B')],
    ])
    const undone = press('undo', ros, now)
    expect(titleOf(undone)).toBe('B')
    expect(partOf(undone.draft, question).others.map(({ value }) => value)).toEqual([first])
  })
})

describe('editsToRestore', () => {
  it('puts every field of one part back to what it was before a moment', () => {
    const { draft, history } = written([
      [ros, set('title', first, 'A')],
      [kit, set('hint', undefined, 'A hint')],
      [ros, set('title', 'A', 'B')],
      [ros, set('title', 'The bus to the clinic', 'Other', 'about')],
    ])
    const edits = editsToRestore(draft, history, { part: question, before: 2 })
    const restored = written(
      edits.map((edit) => [ros, edit]),
      draft,
    )
    expect(partOf(restored.draft, question).fields).toMatchObject({ title: 'A' })
    expect(partOf(restored.draft, question).fields).not.toHaveProperty('hint')
    expect(textIn(partOf(restored.draft, 'about'), 'title')).toBe('Other')
  })

  it('brings back what was removed', () => {
    const { draft, history } = written([
      [ros, set('title', first, 'A')],
      [ros, { do: 'remove', part: question }],
    ])
    const edits = editsToRestore(draft, history, { part: question, before: 1 })
    expect(
      written(
        edits.map((edit) => [ros, edit]),
        draft,
      ).draft.outline,
    ).toEqual(busDraft.outline)
    expect(editsToRestore(draft, history, { part: 'contact', before: 1 })).toEqual([])
  })
})

describe('condensed', () => {
  it('makes one of what somebody typed without a pause, from before the first to after the last', () => {
    const { history } = written([
      [ros, set('title', first, 'W')],
      [ros, set('title', 'W', 'Wh')],
      [ros, set('title', 'Wh', 'Why?')],
      [ros, set('hint', undefined, 'H')],
      [kit, set('title', 'Why?', 'Who?')],
    ])
    const short = condensed(history)
    expect(short.map(({ number, by }) => [number, by])).toEqual([
      [1, ros],
      [4, ros],
      [5, kit],
    ])
    expect(short[0]?.edit).toMatchObject({ was: first, now: 'Why?' })
  })

  it('tells apart what was written ten minutes later', () => {
    const { history } = written([
      [ros, set('title', first, 'A')],
      [ros, set('title', 'A', 'B')],
    ])
    const later = history.map((made, index) =>
      index === 0 ? made : { ...made, at: '2027-01-04T09:10:00.000Z' },
    )
    expect(condensed(history)).toHaveLength(1)
    expect(condensed(later)).toHaveLength(2)
  })
})

describe('historyWords', () => {
  const options = (...labels: readonly string[]) =>
    labels.map((label) => ({ code: label.toLowerCase(), label }))
  const section = keyOf('section', 'views')

  it.each<[string, Edit]>([
    ['Question 3 became optional', set('mandatory', true, undefined)],
    ['Question 3 must be answered now', set('mandatory', undefined, true)],
    ['How people answer question 3 changed to “Write a date”', set('kind', 'number', 'date')],
    [
      'The choice “Tram” was added to question 3',
      set('options', options('Bus'), options('Bus', 'Tram')),
    ],
    ['The choice “Bus” was removed from question 3', set('options', options('Bus'), [])],
    [
      'The choice “Bus” of question 3 became “Coach”',
      set('options', options('Bus'), [{ code: 'bus', label: 'Coach' }]),
    ],
    [
      'The choices of question 3 have another order',
      set('options', options('Bus', 'Tram'), options('Tram', 'Bus')),
    ],
    ['The choices of question 3 changed', set('options', options('Bus'), options('Tram'))],
    ['Question 3 is asked of everybody now', set('showIf', { question: 'a' }, undefined)],
    ['Who is asked question 3 changed', set('showIf', undefined, { question: 'a' })],
    ['The hint of question 3 was written', set('hint', undefined, 'A')],
    ['The hint of question 3 was emptied', set('hint', 'A', '')],
    ['The title of question 3 changed', set('title', 'A', 'B')],
    ['When it closes of the dates changed', set('closesAt', 'A', 'B', 'dates')],
    ['Section 2 was moved here', { do: 'move', part: section, place: {} }],
    ['Question 3 was added', { do: 'add', part: question, fields: {}, place: {} }],
    [
      'The title of question 3 in the edition “cy” was written',
      set('title', '', 'B', 'words:cy:question:bus-words'),
    ],
    ['The reading “The plan” was removed', { do: 'remove', part: keyOf('document', 'plan') }],
    [
      'One of two texts was chosen in question 3',
      { do: 'settle', part: question, field: 'title', edit: '' },
    ],
  ])('says “%s”', (words, edit) => {
    expect(historyWords(toldOf(edit), nameOfPart(busDraft, edit.part))).toBe(words)
  })

  it('calls what was removed by its words, and says what was undone', () => {
    const { draft } = written([[ros, { do: 'remove', part: question }]])
    expect(
      historyWords(toldOf({ do: 'remove', part: question }), nameOfPart(draft, question), true),
    ).toBe('Undone: The question “What is the problem?” was removed')
  })
})
