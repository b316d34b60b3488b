import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../consultation/bus-consultation.fixture.ts'
import type { Answers } from '../../question/answer.ts'
import type { Question } from '../../question/question.ts'
import { exportSheet, missingValues } from './export-variables.ts'

const version = (number: number, questions: readonly Question[]) => ({
  number,
  consultation: { ...busConsultation, sections: [{ id: 's', title: 'S', questions }] },
})
const options = [
  { code: 'bus', label: 'Bus' },
  { code: 'on-foot', label: 'On foot', say: { label: 'How far?' } },
  { code: 'not-say', label: 'I do not want to say' },
]
const base = { title: 'What?', about: 'what' }
const how: Question = { ...base, id: 'how', kind: 'one-of', options }
const ways: Question = { ...base, id: '2-ways', kind: 'several-of', options }
const park: Question = {
  ...base,
  id: 'park',
  kind: 'yes-no',
  showIf: { question: 'how', includes: ['bus'] },
}
const care: Question = {
  ...base,
  id: 'care',
  kind: 'matrix',
  statements: [{ code: 'staff', label: 'Staff' }],
  scale: [{ code: 'good', label: 'Good' }],
}
const order: Question = { ...base, id: 'order', kind: 'ranking', options: options.slice(0, 2) }
const age: Question = { ...base, id: 'age', kind: 'number' }
const born: Question = { ...base, id: 'born', kind: 'date' }
const agree: Question = { ...base, id: 'agree', kind: 'consent', statement: 'Yes' }
const words: Question = { ...base, id: 'words', kind: 'long-text' }
const all = [how, ways, park, care, order, age, born, agree, words]

const row = (answers: Answers, questions: readonly Question[] = all) => {
  const sheet = exportSheet([version(1, questions)], () => true)
  const cells = sheet.cells(1, answers)
  return Object.fromEntries(sheet.variables.map(({ name }, index) => [name, cells[index]]))
}

describe('exportSheet', () => {
  it('names columns as R and SPSS take them, one for each choice of several', () => {
    const { variables } = exportSheet([version(1, all)], () => true)
    expect(variables.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'how code',
      'how_on_foot_say text',
      'q_2_ways_bus flag',
      'q_2_ways_on_foot flag',
      'q_2_ways_not_say flag',
      'q_2_ways_on_foot_say text',
      'park code',
      'care_staff code',
      'order_bus place',
      'order_on_foot place',
      'age number',
      'born date',
      'agree code',
      'words text',
    ])
    for (const { name } of variables) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
  })

  it('puts every answer into its columns', () => {
    expect(
      row({
        how: { kind: 'one-of', choice: 'on-foot', say: { 'on-foot': 'A mile' } },
        '2-ways': { kind: 'several-of', choices: ['bus'] },
        care: { kind: 'matrix', rows: { staff: 'good' } },
        order: { kind: 'ranking', order: ['on-foot', 'bus'] },
        age: { kind: 'number', text: '42' },
        born: { kind: 'date', day: '3', month: '1', year: '1985' },
        agree: { kind: 'consent', given: true },
        words: { kind: 'long-text', text: 'More chairs' },
      }),
    ).toEqual({
      how: 'on-foot',
      how_on_foot_say: 'A mile',
      q_2_ways_bus: '1',
      q_2_ways_on_foot: '0',
      q_2_ways_not_say: '0',
      q_2_ways_on_foot_say: missingValues.notAnswered,
      park: missingValues.notAsked,
      care_staff: 'good',
      order_bus: '2',
      order_on_foot: '1',
      age: '42',
      born: '1985-01-03',
      agree: 'given',
      words: 'More chairs',
    })
  })

  it('tells four sorts of nothing apart', () => {
    const sheet = exportSheet([version(1, [how]), version(2, [how, park, words])], () => true)
    expect(sheet.cells(1, { how: { kind: 'one-of', choice: 'not-say' } })).toEqual([
      missingValues.notWantedToSay,
      missingValues.notAnswered,
      missingValues.notInVersion,
      missingValues.notInVersion,
    ])
    expect(sheet.cells(2, { how: { kind: 'one-of', choice: 'on-foot' } })).toEqual([
      'on-foot',
      missingValues.notAnswered,
      missingValues.notAsked,
      missingValues.notAnswered,
    ])
    expect(new Set(Object.values(missingValues)).size).toBe(4)
  })

  it('moves no column when a version asks more or less, and says who asked', () => {
    const { variables } = exportSheet(
      [version(1, [age, words]), version(2, [how, words])],
      () => true,
    )
    expect(variables.map(({ name, versions }) => [name, versions])).toEqual([
      ['age', [1]],
      ['words', [1, 2]],
      ['how', [2]],
      ['how_on_foot_say', [2]],
    ])
  })

  it('leaves out what is exported apart', () => {
    const { variables } = exportSheet([version(1, all)], (id) => id === 'age')
    expect(variables.map(({ name }) => name)).toEqual(['age'])
  })

  it('knows nothing of a version that is not there', () => {
    expect(exportSheet([version(1, [age])], () => true).cells(9, {})).toEqual([
      missingValues.notInVersion,
    ])
  })
})
