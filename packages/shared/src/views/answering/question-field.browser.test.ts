import { html, render } from 'lit'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Answer, AnswerKind } from '../../domain/question/answer.ts'
import {
  travelQuestions,
  viewQuestions,
} from '../../domain/consultation/bus-consultation.fixture.ts'
import { told as withWords } from '../../domain/question/answer-problem-words.ts'
import { checkAnswer } from '../../domain/question/question-kinds.ts'
import type { Question } from '../../domain/question/question.ts'
import { byId, freshPage, missingIds, repeatedIds, show } from '../../ui/test-support/screen.ts'
import { largerFields } from './larger-fields.view.ts'
import { problemHref, questionField, tick, type FieldModel } from './question-field.view.ts'
import { told } from '../test-support/accessibility-tree.ts'

freshPage()

const questions = [...travelQuestions, ...viewQuestions]
const one = (kind: AnswerKind): Question => {
  const question = questions.find((other) => other.kind === kind)
  if (!question) throw new Error(`no question of kind ${kind}`)
  return question
}

const draw = (question: Question, model: Partial<FieldModel> = {}) =>
  show(
    questionField(
      question,
      { heading: 'h1', answer: undefined, problems: [], ...model },
      largerFields,
    ),
  )

const withProblems = (question: Question, answer: Answer | undefined) => {
  const problems = checkAnswer(question, answer).map(withWords)
  draw(question, { answer, problems })
  return problems
}

const controls = ['radio', 'checkbox', 'textbox', 'button'] as const
const kinds = [...new Set(questions.map(({ kind }) => kind))]

describe('a question with nothing answered', () => {
  it.each(kinds)('%s is named by its question, and nothing about it is wrong', async (kind) => {
    const question = one(kind)
    draw({ ...question, mandatory: undefined })
    const [heading] = await told('heading')
    expect(heading?.name).toBe(`${question.title} (optional)`)
    const parts = await told(...controls)
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.filter(({ invalid, checked, name }) => invalid || checked || name === '')).toEqual(
      [],
    )
    expect([...repeatedIds(), ...missingIds()]).toEqual([])
  })

  it.each(kinds)('%s says nothing of being optional when it is not', async (kind) => {
    draw({ ...one(kind), mandatory: true })
    const [heading] = await told('heading')
    expect(heading?.name).toBe(one(kind).title)
  })

  it.each(kinds.filter((kind) => kind !== 'ranking'))(
    '%s is described by its hint at each of its controls',
    async (kind) => {
      draw({ ...one(kind), hint: 'Think of the last time.' })
      for (const part of await told(...controls))
        expect(part.description).toMatch(/^Think of the last time\./)
    },
  )

  it('names the group of a statement by question and statement', async () => {
    draw(one('agreement'))
    expect((await told('group'))[0]?.name).toBe(
      'How far do you agree? (optional) One is better than two.',
    )
  })
})

const missing: readonly (readonly [string, Question, Answer | undefined, string])[] = [
  ...kinds.map(
    (kind) =>
      [
        `${kind} that must be answered`,
        { ...one(kind), mandatory: true },
        undefined,
        '#q-',
      ] as const,
  ),
  [
    'words too many',
    one('long-text'),
    { kind: 'long-text', text: 'x'.repeat(101) },
    '#q-bus-words',
  ],
  [
    'nothing beside another way',
    one('one-of'),
    { kind: 'one-of', choice: 'other' },
    '#q-how-travel__other',
  ],
  [
    'too many choices',
    one('several-of'),
    { kind: 'several-of', choices: ['later', 'nearer', 'phone'] },
    '#q-helps',
  ],
  [
    'a statement left out',
    { ...one('matrix'), mandatory: true },
    { kind: 'matrix', rows: { staff: 'good' } },
    '#q-parts__rooms',
  ],
  [
    'the first statement left out',
    { ...one('matrix'), mandatory: true },
    { kind: 'matrix', rows: { rooms: 'good' } },
    '#q-parts',
  ],
  ['a number in words', one('number'), { kind: 'number', text: 'ten' }, '#q-minutes'],
  [
    'a date without a year',
    one('date'),
    { kind: 'date', day: '4', month: '5', year: '' },
    '#q-last-visit__year',
  ],
  [
    'a date without a day',
    one('date'),
    { kind: 'date', day: '', month: '5', year: '2026' },
    '#q-last-visit',
  ],
  [
    'a date in a month that is none',
    one('date'),
    { kind: 'date', day: '4', month: '??', year: '2026' },
    '#q-last-visit__month',
  ],
  [
    'a date that is not real',
    one('date'),
    { kind: 'date', day: '31', month: '2', year: '2026' },
    '#q-last-visit',
  ],
]

describe('a question with a problem', () => {
  it.each(missing)(
    '%s: the link lands on a control that says what is wrong',
    async (_, question, answer, href) => {
      const [problem] = withProblems(question, answer)
      if (!problem) throw new Error('nothing is wrong')
      expect(problemHref(problem, question).startsWith(href)).toBe(true)
      const control = byId(problemHref(problem, question).slice(1))
      control.focus()
      expect(document.activeElement).toBe(control)
      const wrong = (await told(...controls)).filter(({ description }) =>
        description.startsWith('Error:'),
      )
      expect(wrong.length).toBeGreaterThan(0)
      expect(control.getAttribute('aria-describedby')).toMatch(/_error/)
      if (question.kind !== 'ranking') expect(control.getAttribute('aria-invalid')).toBe('true')
      expect([...repeatedIds(), ...missingIds()]).toEqual([])
    },
  )

  it.each(kinds)(
    '%s: each control says it, since few screen readers read what describes a group',
    async (kind) => {
      withProblems({ ...one(kind), mandatory: true, hint: 'Think of the last time.' }, undefined)
      const parts = (await told(...controls)).filter(({ name }) => name !== 'Which way')
      for (const { description } of parts)
        expect(description).toMatch(/^Error: +(Select|Enter|Put|Tick)/)
      if (kind !== 'ranking') expect(parts.filter(({ invalid }) => !invalid)).toEqual([])
    },
  )

  it('marks only the part of a date that is wrong', () => {
    withProblems(one('date'), { kind: 'date', day: '4', month: '??', year: '2026' })
    const wrong = [...document.querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id)
    expect(wrong).toEqual(['q-last-visit__month'])
  })
})

describe('answering', () => {
  /** A field over an answer that it changes, as a page has it. */
  function answering(question: Question, answer?: Answer) {
    let held = answer
    const host = document.createElement('div')
    document.body.append(host)
    const redraw = () =>
      render(
        html`${questionField(
          question,
          {
            heading: 'h1',
            answer: held,
            problems: [],
            onAnswer: (next) => {
              held = next
              redraw()
            },
          },
          largerFields,
        )}`,
        host,
      )
    redraw()
    return () => held
  }

  it('keeps what was written beside another way while a different one is chosen', async () => {
    const held = answering(one('one-of'))
    await userEvent.click(byId('q-how-travel_3'))
    await userEvent.fill(byId('q-how-travel__other'), 'By boat')
    await userEvent.click(byId('q-how-travel'))
    expect(held()).toEqual({ kind: 'one-of', choice: 'bus', say: { other: 'By boat' } })
    await userEvent.click(byId('q-how-travel_3'))
    expect(byId('q-how-travel__other').value).toBe('By boat')
  })

  it('un-ticks the rest when none of these is ticked, on the screen too', async () => {
    const held = answering(one('several-of'))
    await userEvent.click(byId('q-helps'))
    await userEvent.click(byId('q-helps_2'))
    await userEvent.click(byId('q-helps_4'))
    expect(held()).toEqual({ kind: 'several-of', choices: ['none'] })
    expect((await told('checkbox')).map(({ checked }) => checked)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('takes a date part by part', async () => {
    const held = answering(one('date'))
    await userEvent.fill(byId('q-last-visit'), '4')
    await userEvent.fill(byId('q-last-visit__month'), 'May')
    await userEvent.fill(byId('q-last-visit__year'), '2026')
    expect(held()).toEqual({ kind: 'date', day: '4', month: 'May', year: '2026' })
  })

  it('answers one statement of several without touching the others', async () => {
    const held = answering(one('matrix'), { kind: 'matrix', rows: { staff: 'good' } })
    await userEvent.click(byId('q-parts__rooms'))
    expect(held()).toEqual({ kind: 'matrix', rows: { staff: 'good', rooms: 'good' } })
  })

  it('does not show an answer that belongs to another kind of question', () => {
    draw(one('long-text'), { answer: { kind: 'one-of', choice: 'bus' } })
    expect(byId('q-bus-words').value).toBe('')
  })

  it('counts what is left as people count characters, and says when it is too much', () => {
    const shown = (text: string) => {
      draw(one('long-text'), { answer: { kind: 'long-text', text } })
      return document.querySelector('.count [aria-hidden="true"]')?.textContent
    }
    expect(shown('👩‍👩‍👧'.repeat(99))).toBe('You have 1 character left')
    expect(shown('x'.repeat(101))).toBe('You have 1 character too many')
  })

  it.each([
    [74, false],
    [75, true],
    [101, true],
  ])('after %i of 100 characters the count is worth saying: %s', (used, near) => {
    draw(one('long-text'), { answer: { kind: 'long-text', text: 'x'.repeat(used) } })
    expect(document.querySelector('.count')?.classList.contains('near')).toBe(near)
  })
})

describe('tick', () => {
  const options = [
    { code: 'a', label: 'A' },
    { code: 'b', label: 'B' },
    { code: 'none', label: 'None', exclusive: true },
    { code: 'unsure', label: 'Unsure', exclusive: true },
  ] as const

  it.each([
    ['ticks', [], 'a', ['a']],
    ['un-ticks', ['a', 'b'], 'a', ['b']],
    ['keeps what is ticked', ['a'], 'b', ['a', 'b']],
    ['lets an exclusive one stand alone', ['a', 'b'], 'none', ['none']],
    ['lets an exclusive one go when another is ticked', ['none'], 'a', ['a']],
    ['has one exclusive one at most', ['none'], 'unsure', ['unsure']],
    ['un-ticks an exclusive one', ['none'], 'none', []],
  ])('%s', (_, chosen, code, expected) => expect(tick(options, chosen, code)).toEqual(expected))
})
