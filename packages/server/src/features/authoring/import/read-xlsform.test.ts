import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readImportFile } from './read-import-file.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

async function imported(bytes: Uint8Array) {
  const result = await readImportFile(bytes)
  if (result.kind !== 'read') throw new Error(result.words)
  return result.imported
}

describe('readImportFile of spreadsheet forms', () => {
  it('reads a real feedback survey whole and asks for the title that it lacks', async () => {
    const { sections, notes } = await imported(fixture('service-feedback-likert-de.xlsx'))
    expect(sections.map(({ title, questions }) => [title, questions.length])).toEqual([
      ['teilnahme', 6],
      ['wirkung', 8],
      ['erfahrungen', 3],
      ['empfehlung', 1],
      ['demografie', 3],
    ])
    expect(notes.filter(({ kind }) => kind === 'left-out')).toEqual([])
    expect(notes.map(({ words }) => words)).toContain(
      'The form has no title. Give the consultation one.',
    )
  })

  it('adds “Other” once, with its field, and names what depends on another answer', async () => {
    const { sections, notes } = await imported(fixture('or-other-and-choice-filter.xlsx'))
    const [question, ...others] = sections.flatMap(({ questions }) => questions)
    expect(others).toEqual([])
    expect(question).toMatchObject({ kind: 'one-of' })
    expect(
      question?.kind === 'one-of' && question.options.filter(({ say }) => say !== undefined),
    ).toEqual([{ code: 'other', label: 'Other', say: { label: 'Say what' } }])
    expect(notes.find(({ kind }) => kind === 'left-out')?.words).toContain(
      'depend on another answer',
    )
  })

  it('reads sheets whatever the case of their names', async () => {
    const cell = (value: string) => ({ value })
    const sheet = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(cell))
    const bytes = await writeWorkbook([
      {
        data: sheet([
          ['Type', 'NAME', 'Label'],
          ['text', 'why', 'Why?'],
        ]),
        sheet: 'Survey',
      },
      { data: sheet([['Form_title'], ['Evening clinics']]), sheet: 'SETTINGS' },
    ]).toBuffer()
    expect(await imported(new Uint8Array(bytes))).toMatchObject({
      title: 'Evening clinics',
      sections: [{ questions: [{ kind: 'short-text', id: 'why', title: 'Why?' }] }],
      notes: [],
    })
  })

  it.each([
    ['an old workbook under the new name', 'd0cf11e0a1b11ae1', 'older kind of Office file'],
    ['something else', '255044462d', 'or a spreadsheet'],
    ['a damaged workbook', '504b030400000000', 'could not be read'],
  ])('refuses %s in words', async (_what, hex, words) => {
    expect(await readImportFile(new Uint8Array(Buffer.from(hex, 'hex')))).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining(words),
    })
  })

  it('refuses a workbook that is not a form', async () => {
    const bytes = await writeWorkbook([
      { data: [[{ value: 'Budget' }]], sheet: 'Sheet1' },
    ]).toBuffer()
    expect(await readImportFile(new Uint8Array(bytes))).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('no sheet named “survey”'),
    })
  })
})
