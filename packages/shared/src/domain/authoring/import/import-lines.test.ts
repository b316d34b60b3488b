import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, type Line, type TreeElement, type TreeNode } from './document-tree.ts'
import { importLines } from './import-lines.ts'
import { aboutOf, nameOf } from './names.ts'

const element = (tag: string, ...children: TreeNode[]): TreeElement => ({
  tag,
  attributes: {},
  children,
})
const withAttributes = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: TreeNode[]
): TreeElement => ({ tag, attributes, children })
const text = (words: string): Line => ({ kind: 'paragraph', text: words })
const list = (...items: string[]): Line => ({
  kind: 'list',
  ordered: false,
  items: items.map((words) => ({ text: words, inside: [] })),
})

const questionOf = (...lines: Line[]) => importLines(lines).sections[0]?.questions[0]

describe('linesOf', () => {
  it('keeps structure and drops styles, scripts and what is invisible', () => {
    const nodes = [
      element('style', 'p{color:red}'),
      element(
        'div',
        element('h2', 'Why ', element('em', 'now')),
        element('p', 'Be\u00ADcause\u200B  we\u00A0can'),
      ),
      element('script', 'alert(1)'),
      element(
        'ul',
        element('li', 'One', element('ul', element('li', 'Inner'))),
        element('li', element('p', 'Two')),
      ),
    ]
    expect(linesOf(nodes)).toEqual([
      { kind: 'heading', level: 2, text: 'Why now' },
      { kind: 'paragraph', text: 'Because we can' },
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            text: 'One',
            inside: [{ kind: 'list', ordered: false, items: [{ text: 'Inner', inside: [] }] }],
          },
          { text: 'Two', inside: [] },
        ],
      },
    ])
  })

  it('writes strong words and allowed links as rich text, and no other link', () => {
    const nodes = [
      element(
        'p',
        'See ',
        withAttributes('a', { href: 'https://garden.example/' }, element('b', 'our plan')),
        ' and ',
        withAttributes('a', { href: 'javascript:alert(1)' }, 'this'),
        withAttributes('span', { style: 'font-weight:700' }, ' today'),
        ' 2 ** 3',
      ),
    ]
    expect(linesOf(nodes)).toEqual([
      text('See [our plan](https://garden.example/) and this **today** 2 * * 3'),
    ])
  })

  it('reads a table of one column as text', () => {
    const cell = (words: string) => element('tr', element('td', element('p', words)))
    expect(linesOf([element('table', element('tbody', cell('First'), cell('Second')))])).toEqual([
      text('First'),
      text('Second'),
    ])
  })

  it('does not fall over nested elements without end', () => {
    let deep: TreeNode = 'words'
    for (let depth = 0; depth < 3000; depth += 1) deep = element('div', deep)
    expect(linesOf([deep])).toEqual([])
  })
})

describe('importLines', () => {
  it.each([
    [
      'an agreement scale',
      ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'],
      'one-of',
    ],
    ['yes and no', ['Yes', 'No'], 'yes-no'],
    ['yes, no and not sure', ['Yes', 'No', 'Not sure'], 'yes-no'],
    ['yes, no and sometimes', ['Yes', 'No', 'Sometimes'], 'one-of'],
  ])('takes %s as it is meant', (_what, options, kind) => {
    expect(questionOf(text('1. Is it easy to reach?'), list(...options))).toMatchObject({ kind })
  })

  it.each([
    ['How often do you come? (tick one)', 'one-of'],
    ['Which do you use? Tick all that apply', 'several-of'],
    ['Which matter most? Choose up to three', 'several-of'],
    ['Put these in order of importance. Which comes first?', 'ranking'],
  ])('reads from %j how many answers there may be', (title, kind) => {
    expect(questionOf(text(`Q1 ${title}`), list('One', 'Two', 'Three'))).toMatchObject({ kind })
  })

  it('says where it could not tell one answer from several', () => {
    const { notes, sections } = importLines([text('1. How do you travel?'), list('Bus', 'Car')])
    const [question] = sections[0]?.questions ?? []
    expect(notes).toEqual([
      {
        kind: 'unsure',
        place: { kind: 'question', id: question?.id },
        words: expect.stringContaining('one answer or several'),
      },
    ])
  })

  it('takes boxes on one line as options', () => {
    expect(questionOf(text('2) Do you agree?'), text('☐ Yes   ☐ No   ☐ Don’t know'))).toMatchObject(
      {
        kind: 'yes-no',
        title: 'Do you agree?',
      },
    )
  })

  it.each([
    ['Question 4. What is the date of your visit? (DD/MM/YYYY)', 'date'],
    ['5. How many times did you come last year?', 'number'],
    ['6. What else would you like to say?', 'long-text'],
  ])('takes %j without options as a field to write in', (title, kind) => {
    expect(questionOf(text(title), text('__________'))).toMatchObject({ kind })
  })

  it('does not take a question in running text for one that is asked', () => {
    const { sections, documents } = importLines([
      text('Why are we asking? Because nothing has been decided yet.'),
      text('What happens next?'),
      text('We will read every answer.'),
    ])
    expect(sections).toEqual([])
    expect(documents[0]?.blocks).toHaveLength(3)
  })

  it('does not take a numbered list of facts for questions', () => {
    const facts: Line = {
      kind: 'list',
      ordered: true,
      items: ['We ask', 'We read', 'We decide'].map((words) => ({ text: words, inside: [] })),
    }
    expect(importLines([text('How it works:'), facts])).toMatchObject({
      sections: [],
      documents: [{ blocks: [{ kind: 'paragraph' }, { kind: 'list', ordered: true }] }],
    })
  })

  it('gives every question and section an id of its own', () => {
    const lines = Array.from({ length: 30 }, () => [
      text('1. Is it good?'),
      list('Yes', 'No'),
    ]).flat()
    const { sections } = importLines(lines)
    const ids = sections.flatMap(({ id, questions }) => [id, ...questions.map((one) => one.id)])
    expect(ids).toHaveLength(31)
    expect(new Set(ids).size).toBe(31)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
  })

  it('loses no word, whatever the order of lines', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/)
    const line = fc.oneof(
      word.map((words): Line => text(words)),
      word.map((words): Line => text(`1. Would you ${words}?`)),
      word.map((words): Line => ({ kind: 'heading', level: 2, text: words })),
      fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => list(...words)),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const result = JSON.stringify(importLines(lines))
        for (const found of JSON.stringify(lines).match(/[a-z]{5,12}/g) ?? []) {
          if (
            [
              'paragraph',
              'heading',
              'would',
              'items',
              'inside',
              'ordered',
              'false',
              'level',
              'ould',
            ].includes(found)
          )
            continue
          expect(result).toContain(found)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('nameOf', () => {
  it.each([
    ['How do you travel?', 'how-do-you-travel'],
    ['Élan vital – 2', 'elan-vital-2'],
    ['كيف؟', 'question'],
    ['x'.repeat(80), 'x'.repeat(40)],
  ])('makes of %j %j', (words, name) => expect(nameOf(words, new Set(), 'question')).toBe(name))

  it('gives no name twice, also where names are as long as they may be', () => {
    const taken = new Set<string>()
    const names = Array.from({ length: 120 }, () => nameOf('y'.repeat(60), taken, 'q'))
    expect(new Set(names).size).toBe(120)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40)
  })
})

describe('aboutOf', () => {
  it.each([
    ['How do you travel?', 'how do you travel'],
    ['Read [the plan](https://a.example) first?', 'read the plan first'],
    ['**?**', 'this question'],
  ])('says of %j %j', (title, about) => expect(aboutOf(title)).toBe(about))

  it('cuts a long question between words', () => {
    const about = aboutOf(
      'Thinking about all the visits that you made to our clinics in the last twelve months?',
    )
    expect(about.length).toBeLessThanOrEqual(60)
    expect(about).toBe('thinking about all the visits that you made to our clinics')
  })
})
