import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../consultation/consultation.ts'
import { blocksFrom, blockText } from './block-text.ts'

describe('blocksFrom', () => {
  it('reads what somebody types', () => {
    const text = `# Why now
The clinic is **old**.
It leaks.

- a place to sit
- a place to grow food
1. First
2. Second

> I could not find it.
> -- A patient

| What it costs
| Option | Cost |
| One | £20 |

Ask [us](/help).`
    expect(blocksFrom(text)).toEqual([
      { kind: 'heading', text: 'Why now' },
      { kind: 'paragraph', text: 'The clinic is **old**.\nIt leaks.' },
      { kind: 'list', items: ['a place to sit', 'a place to grow food'] },
      { kind: 'list', items: ['First', 'Second'], ordered: true },
      { kind: 'quote', text: 'I could not find it.', by: 'A patient' },
      {
        kind: 'table',
        caption: 'What it costs',
        columns: ['Option', 'Cost'],
        rows: [['One', '£20']],
      },
      { kind: 'paragraph', text: 'Ask [us](/help).' },
    ] satisfies Block[])
  })

  it.each(['', '   ', '\n\n \n'])('has nothing for “%s”', (text) => {
    expect(blocksFrom(text)).toEqual([])
  })

  it.each([
    '<script>alert(1)</script>',
    '#no heading',
    '-no item',
    '[picture {broken]',
    '\\# not a heading',
  ])('takes “%s” for a paragraph', (text) => {
    expect(blocksFrom(text)).toEqual([{ kind: 'paragraph', text: text.replace(/^\\/, '') }])
  })
})

describe('blockText', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
  const cell = words.filter((text) => !text.endsWith('\\'))
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map((text): Block => ({ kind: 'paragraph', text })),
    words.map((text): Block => ({ kind: 'heading', text })),
    fc
      .array(words, { minLength: 1, maxLength: 4 })
      .map((items): Block => ({ kind: 'list', items })),
    fc
      .array(words, { minLength: 1, maxLength: 4 })
      .map((items): Block => ({ kind: 'list', items, ordered: true })),
    fc.tuple(words, words).map(([text, by]): Block => ({ kind: 'quote', text, by })),
    fc
      .tuple(cell, fc.array(cell, { minLength: 1, maxLength: 3 }))
      .map(([caption, columns]): Block => ({ kind: 'table', caption, columns, rows: [columns] })),
    words.map((caption): Block => ({ kind: 'picture', picture: 'bus', caption, wide: true })),
    fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map((sentences): Block => ({ kind: 'easy', picture: 'bus', sentences })),
    words.map((reason): Block => ({ kind: 'document-file', document: 'plan', reason })),
    words.map((caption): Block => ({ kind: 'recording', recording: 'talk', caption })),
  )

  it('says all of every block, and reads it back the same', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        expect(blocksFrom(blockText(blocks))).toEqual(blocks)
      }),
    )
  })

  it('settles: text that was read is written the same from then on', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const once = blockText(blocksFrom(text))
        expect(blockText(blocksFrom(once))).toBe(once)
      }),
    )
  })
})
