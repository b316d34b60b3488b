import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../consultation/consultation.ts'
import { applyEdit } from '../draft/apply-edit.ts'
import { assemble } from '../draft/assemble.ts'
import { busDraft, editId, ros } from '../draft/draft.fixture.ts'
import { isInOutline, partOf, textIn, type Draft } from '../draft/draft.ts'
import { refusalOfEdit } from '../draft/draft-schema.ts'
import { blankDraft } from '../draft/take-apart.ts'
import { fitBlocks } from './fit-blocks.ts'
import type { Imported } from './imported.ts'
import { roomFor, takeImport } from './take-import.ts'

const blank = blankDraft('00000000-0000-4000-8000-000000000001', '', 'garden')

const garden: Imported = {
  title: 'The garden',
  summary: 'We have a garden.',
  documents: [
    {
      id: 'plan',
      title: 'The plan',
      minutes: 2,
      blocks: [
        { kind: 'paragraph', text: 'Read this.' },
        { kind: 'picture', picture: 'picture-1' },
      ],
    },
  ],
  sections: [
    {
      id: 'views',
      title: 'Your views',
      read: ['plan'],
      questions: [
        { id: 'used', kind: 'yes-no', title: 'Have you used it?', about: 'having used it' },
        {
          id: 'why',
          kind: 'long-text',
          title: 'Why?',
          about: 'why',
          showIf: { question: 'used', includes: ['yes'] },
        },
      ],
    },
  ],
  editions: [
    {
      id: 'cy',
      sections: [{ id: 'views', title: 'Eich barn', questions: [{ id: 'why', title: 'Pam?' }] }],
    },
  ],
  pictures: [{ id: 'picture-1', source: '', alt: 'A bench' }],
  notes: [
    { kind: 'unsure', place: { kind: 'question', id: 'why' }, words: 'Is this right?' },
    { kind: 'unsure', place: { kind: 'picture', id: 'picture-1' }, words: 'Check the words.' },
    { kind: 'left-out', place: { kind: 'left-out', name: 'row 9' }, words: 'A map was left out.' },
  ],
}

function taken(start: Draft, imported: Imported) {
  const { edits, notes } = takeImport(start, imported)
  let draft = start
  edits.forEach((edit, index) => {
    expect([edit.part, refusalOfEdit(edit)]).toEqual([edit.part, undefined])
    const result = applyEdit(draft, edit, {
      id: editId(index + 1),
      by: ros,
      at: '2027-01-04T09:00:00Z',
    })
    if (!result.ok) throw new Error(`${edit.part}: ${result.problem}`)
    expect([edit.part, result.outcome]).toEqual([edit.part, 'applied'])
    draft = result.draft
  })
  return { draft, notes }
}

describe('takeImport', () => {
  it('puts everything into an empty draft, in its order, with what names what', () => {
    const { draft } = taken(blank, garden)
    expect(assemble(draft)).toMatchObject({
      title: 'The garden',
      summary: 'We have a garden.',
      documents: [{ id: 'plan', title: 'The plan', blocks: [{ text: 'Read this.' }] }],
      sections: [
        {
          id: 'views',
          read: ['plan'],
          questions: [{ id: 'used' }, { id: 'why', showIf: { question: 'used' } }],
        },
      ],
      editions: [
        { id: 'cy', sections: [{ title: 'Eich barn', questions: [{ id: 'why', title: 'Pam?' }] }] },
      ],
    })
  })

  it('gives ids that the draft has others, after what is there, and everything follows', () => {
    const { draft: once } = taken(busDraft, garden)
    const { draft, notes } = taken(once, garden)
    expect(draft.outline.documents.slice(-2)).toEqual(['plan-2', 'plan-3'])
    expect(draft.outline.sections.slice(-2)).toEqual([
      { id: 'views-2', questions: ['used', 'why'] },
      { id: 'views-3', questions: ['used-2', 'why-2'] },
    ])
    expect(partOf(draft, 'question:why-2').fields['showIf']).toEqual({
      question: 'used-2',
      includes: ['yes'],
    })
    expect(partOf(draft, 'section:views-3').fields['read']).toEqual(['plan-3'])
    expect(textIn(partOf(draft, 'words:cy:question:why-2'), 'title')).toBe('Pam?')
    expect(draft.outline.editions.filter((id) => id === 'cy')).toEqual(['cy'])
    expect(notes.find(({ words }) => words === 'Is this right?')?.part).toBe('question:why-2')
  })

  it('does not take the id of something that was removed', () => {
    const removed = applyEdit(
      taken(blank, garden).draft,
      { do: 'remove', part: 'section:views' },
      {
        id: editId(90),
        by: ros,
        at: '2027-01-04T09:00:00Z',
      },
    )
    if (!removed.ok) throw new Error(removed.problem)
    const { draft } = taken(removed.draft, garden)
    expect(isInOutline(draft.outline, 'section:views-2')).toBe(true)
  })

  it('keeps the title that is there, and says what the file’s is', () => {
    const { draft, notes } = taken(busDraft, garden)
    expect(textIn(partOf(draft, 'about'), 'title')).toBe(textIn(partOf(busDraft, 'about'), 'title'))
    expect(notes.filter(({ part }) => part === 'about').map(({ words }) => words)).toEqual([
      'A map was left out.',
      expect.stringContaining('“The garden”'),
      expect.stringContaining('“We have a garden.”'),
    ])
  })

  it('names a picture whose bytes are not kept where it stood, and brings one that is', () => {
    const without = taken(blank, garden)
    expect(without.notes).toContainEqual({
      part: 'document:plan',
      kind: 'left-out',
      words: 'A picture stood after “Read this.”. It could not be brought over.',
    })
    expect(without.notes.some(({ part }) => part.startsWith('media'))).toBe(false)
    const { draft, notes } = taken(blank, {
      ...garden,
      pictures: [{ id: 'picture-1', source: 'garden.png', alt: 'A bench' }],
    })
    expect(assemble(draft)).toMatchObject({
      media: [{ id: 'picture-1', kind: 'picture', file: 'garden.png', alt: 'A bench' }],
      documents: [{ blocks: [{}, { kind: 'picture', picture: 'picture-1' }] }],
    })
    expect(notes.map(({ part }) => part)).toContain('media:picture-1')
  })

  it('cuts a text that is too long, and says all of it', () => {
    const long = `${'word '.repeat(150)}end`
    const { sections } = garden
    const questions = [{ id: 'q', kind: 'short-text' as const, title: long, about: 'a' }]
    const { draft, notes } = taken(blank, { ...garden, sections: [{ ...sections[0]!, questions }] })
    expect(textIn(partOf(draft, 'question:q'), 'title')).toBe(long.slice(0, 500))
    expect(notes.find(({ part }) => part === 'question:q')).toMatchObject({
      field: 'title',
      words: expect.stringContaining(long),
    })
  })

  it('goes on in a second reading where one is full', () => {
    const blocks = Array.from({ length: 450 }, (_, index): Block => ({
      kind: 'paragraph',
      text: `Paragraph ${index}`,
    }))
    const documents = [{ id: 'plan', title: 'The plan', minutes: 9, blocks }]
    const { draft } = taken(blank, { ...garden, documents })
    expect(draft.outline.documents).toEqual(['plan', 'plan-2', 'plan-3'])
    expect(textIn(partOf(draft, 'document:plan-3'), 'title')).toBe('The plan (3)')
  })
})

describe('roomFor', () => {
  it('says what would be over the limit', () => {
    const questions = Array.from({ length: 201 }, (_, index) => ({
      ...garden.sections[0]!.questions[0]!,
      id: `q-${index}`,
    }))
    const many = { ...garden, sections: [{ ...garden.sections[0]!, questions }] }
    expect(roomFor(blank, many)).toEqual({ kind: 'question', brought: 201, there: 0, most: 200 })
    const fewer = { ...many, sections: [{ ...many.sections[0]!, questions: questions.slice(1) }] }
    expect(roomFor(blank, fewer)).toBeUndefined()
    expect(roomFor(busDraft, fewer)).toMatchObject({ kind: 'question' })
  })
})

describe('fitBlocks', () => {
  const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `★${text}`)
  const long = fc
    .integer({ min: 1, max: 400 })
    .chain((most) => fc.array(words, { minLength: most, maxLength: most }))
  const block: fc.Arbitrary<Block> = fc.oneof(
    long.map((text): Block => ({ kind: 'paragraph', text: text.join(' ') })),
    long.map((text): Block => ({ kind: 'heading', text: text.join(' ') })),
    long.map((items): Block => ({ kind: 'list', items })),
    fc.tuple(fc.integer({ min: 1, max: 14 }), long).map(([wide, cells]): Block => ({
      kind: 'table',
      caption: 'Table',
      columns: Array.from({ length: wide }, (_, at) => `Column ${at + 1}`),
      rows: cells.map((cell) => Array.from({ length: wide }, () => cell)),
    })),
  )
  const lettersOf = (blocks: readonly Block[]): number =>
    [...JSON.stringify(blocks)].filter((letter) => letter === '★').length

  it('leaves nothing over its limit and drops no word', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (blocks) => {
        const fitted = fitBlocks(blocks)
        const edit = {
          do: 'add' as const,
          part: 'document:d',
          fields: { blocks: fitted.slice(0, 200) },
          place: {},
        }
        expect(refusalOfEdit(edit)).toBeUndefined()
        expect(lettersOf(fitted)).toBeGreaterThanOrEqual(lettersOf(blocks))
      }),
      { numRuns: 60 },
    )
  })

  it('gives an empty cell a dash, and leaves what fits as it is', () => {
    const table: Block = { kind: 'table', caption: 'T', columns: ['A', 'B'], rows: [['1', '']] }
    expect(fitBlocks([table])).toEqual([{ ...table, rows: [['1', '–']] }])
    const list: Block = { kind: 'list', items: ['a'], ordered: true }
    expect(fitBlocks([list])).toEqual([list])
  })
})
