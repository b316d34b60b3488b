import {
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  ExternalHyperlink,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { readImportFile, type ReadFile } from './read-import-file.ts'

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

type Child = Paragraph | Table

const numbering = {
  config: [
    {
      reference: 'questions',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
    },
    { reference: 'boxes', levels: [{ level: 0, format: LevelFormat.BULLET, text: '☐' }] },
  ],
}

async function wordFile(...children: Child[]): Promise<Uint8Array> {
  const buffer = await Packer.toBuffer(new Document({ numbering, sections: [{ children }] }))
  return new Uint8Array(buffer)
}

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level })
const paragraph = (text: string) => new Paragraph({ text })
const numbered = (text: string) =>
  new Paragraph({ text, numbering: { reference: 'questions', level: 0 } })
const boxed = (text: string) => new Paragraph({ text, numbering: { reference: 'boxes', level: 0 } })
const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: [paragraph(text)] })),
        }),
    ),
  })

async function read(...children: Child[]) {
  const result = await readImportFile(await wordFile(...children))
  if (result.kind !== 'read') throw new Error(result.words)
  return result
}

const questions = ({ imported }: Extract<ReadFile, { kind: 'read' }>) =>
  imported.sections.flatMap((section) => section.questions)

describe('readImportFile of Word documents', () => {
  it('turns a document and its questionnaire into reading material and questions', async () => {
    const result = await read(
      heading('Changes to evening clinics', HeadingLevel.TITLE),
      paragraph('We want to know what you think before we decide anything.'),
      heading('What may change', HeadingLevel.HEADING_1),
      paragraph('The clinic at Garden Road may close at 6 pm.'),
      heading('Your views', HeadingLevel.HEADING_1),
      paragraph('Answer as many as you like.'),
      numbered('Have you used an evening clinic? (tick one)'),
      boxed('Yes'),
      boxed('No'),
      numbered('How do you travel? Please tick all that apply.'),
      boxed('On foot'),
      boxed('By bus'),
      boxed('Other, please say ________'),
      boxed('None of these'),
      paragraph('3. What would make evening clinics better?'),
      paragraph('______________________________'),
    )
    const { imported } = result
    expect(imported.title).toBe('Changes to evening clinics')
    expect(imported.documents.map(({ title }) => title)).toEqual([
      'Changes to evening clinics',
      'What may change',
    ])
    expect(imported.sections.map(({ title, introduction }) => ({ title, introduction }))).toEqual([
      {
        title: 'Your views',
        introduction: [{ kind: 'paragraph', text: 'Answer as many as you like.' }],
      },
    ])
    expect(questions(result)).toMatchObject([
      { kind: 'yes-no', title: 'Have you used an evening clinic?' },
      {
        kind: 'several-of',
        title: 'How do you travel?',
        options: [
          { code: 'on-foot', label: 'On foot' },
          { code: 'by-bus', label: 'By bus' },
          { label: 'Other', say: { label: 'Say what' } },
          { label: 'None of these', exclusive: true },
        ],
      },
      { kind: 'long-text', title: 'What would make evening clinics better?' },
    ])
  })

  it('reads a grid of statements as one question, and another table as a table', async () => {
    const result = await read(
      paragraph('Question 1: How far do you agree with these statements?'),
      table([
        ['', 'Strongly agree', 'Agree', 'Disagree'],
        ['The clinic is easy to reach', '☐', '☐', '☐'],
        ['The staff listen', '', '', ''],
      ]),
      heading('Costs', HeadingLevel.HEADING_1),
      table([
        ['Clinic', 'Cost a year'],
        ['Garden Road', '£40,000'],
      ]),
    )
    expect(questions(result)).toMatchObject([
      {
        kind: 'matrix',
        statements: [{ label: 'The clinic is easy to reach' }, { label: 'The staff listen' }],
        scale: [{ label: 'Strongly agree' }, { label: 'Agree' }, { label: 'Disagree' }],
      },
    ])
    expect(result.imported.documents.flatMap(({ blocks }) => blocks)).toContainEqual({
      kind: 'table',
      caption: 'Table',
      columns: ['Clinic', 'Cost a year'],
      rows: [['Garden Road', '£40,000']],
    })
    expect(result.imported.notes.map(({ words }) => words).join('\n')).toContain('needs a caption')
  })

  it('keeps links, strong words and pictures, and asks what a picture shows', async () => {
    const link = new ExternalHyperlink({
      link: 'https://garden.example/plan',
      children: [new TextRun('the plan')],
    })
    const picture = new ImageRun({
      type: 'png',
      data: onePixel,
      transformation: { width: 10, height: 10 },
    })
    const { imported, pictures } = await read(
      new Paragraph({
        children: [new TextRun('Read '), link, new TextRun({ text: ' before March', bold: true })],
      }),
      new Paragraph({ children: [picture] }),
    )
    expect(imported.documents[0]?.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'Read [the plan](https://garden.example/plan) **before March**',
      },
      { kind: 'picture', picture: 'picture-1' },
    ])
    expect(pictures.map(({ bytes }) => bytes.length)).toEqual([onePixel.length])
    expect(imported.notes.map(({ words }) => words)).toContain('Say in words what picture 1 shows.')
  })

  it('keeps no address that could run something', async () => {
    const link = new ExternalHyperlink({
      link: 'javascript:alert(1)',
      children: [new TextRun('press here')],
    })
    const { imported } = await read(new Paragraph({ children: [link] }))
    expect(imported.documents[0]?.blocks).toEqual([{ kind: 'paragraph', text: 'press here' }])
  })

  it('says that it found no questions', async () => {
    const { imported } = await read(paragraph('Only something to read.'))
    expect(imported.sections).toEqual([])
    expect(imported.notes.map(({ words }) => words)).toEqual([
      'We found no questions in this document. All of it is reading material.',
    ])
  })

  it.each([
    ['an older Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'older kind of Office file'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'This is not a Word document or a spreadsheet'],
    ['nothing', Buffer.alloc(0), 'This is not a Word document or a spreadsheet'],
    ['a damaged zip', Buffer.from('504b030400000000', 'hex'), 'could not be read'],
  ])('refuses %s in words', async (_what, bytes, words) => {
    const result = await readImportFile(new Uint8Array(bytes))
    expect(result).toMatchObject({ kind: 'refused', words: expect.stringContaining(words) })
  })
})
