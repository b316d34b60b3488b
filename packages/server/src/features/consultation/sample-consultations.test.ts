import { readFileSync } from 'node:fs'
import { adviceOn } from '@takepart/shared/domain/authoring/advice'
import { checkConsultation } from '@takepart/shared/domain/authoring/check-consultation'
import {
  questionsOf,
  type Block,
  type Consultation,
} from '@takepart/shared/domain/consultation/consultation'
import { equalityQuestions } from '@takepart/shared/domain/question/equality-questions'
import type { Question } from '@takepart/shared/domain/question/question'
import { targetGrade } from '@takepart/shared/domain/authoring/reading-grade'
import { readingReport } from '@takepart/shared/domain/authoring/reading-report'
import { describe, expect, it } from 'vitest'
import { shiftDates } from './sample-dates.ts'

const sample = new URL('../../../sample/', import.meta.url)
const names = [
  'mental-health-help-in-the-community',
  'letters-and-messages',
  'leaving-hospital',
] as const
const read = (name: string): Consultation =>
  JSON.parse(readFileSync(new URL(`${name}.json`, sample), 'utf8')) as Consultation
const open = read('mental-health-help-in-the-community')
const concluded = read('letters-and-messages')

const weeksBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000)
const kindsIn = (consultation: Consultation): readonly string[] => [
  ...new Set(questionsOf(consultation).map((question) => question.kind)),
]

/** Everything in a document that people read as running text, one sentence each. */
function sentencesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/(?<=[.?!:]\**)\s+/)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(sentencesOf)
}

const proseOf = ({
  summary,
  grace,
  promise,
  documents,
  sections,
  outcome,
}: Consultation): readonly Block[] => [
  ...documents.flatMap((document) => document.blocks),
  ...sections.flatMap((section) => section.introduction ?? []),
  ...(outcome?.weAsked ?? []),
  ...(outcome?.points.flatMap((point) => [...point.youSaid, ...point.weDid]) ?? []),
  ...(outcome?.next ?? []),
  ...[summary, grace.text, promise.text].map((text) => ({ kind: 'paragraph', text }) as const),
]

describe.each(names)('the sample consultation %s', (name) => {
  const consultation = read(name)

  it('passes every check, with no warning either', () => {
    expect(checkConsultation(consultation).problems).toEqual([])
  })

  it('is written so that there is nothing to advise on its words, and reads at an age of 11 at most', () => {
    expect(adviceOn(consultation).filter(({ topic }) => topic !== 'Editions')).toEqual([])
    expect(readingReport(consultation)?.parts.filter(({ grade }) => grade > targetGrade)).toEqual(
      [],
    )
  })

  it.each([126, 189, 365, 2000])('passes every check when it is loaded %i days later', (days) => {
    expect(checkConsultation(shiftDates(consultation, days)).problems).toEqual([])
  })

  it('says in the file that the Trust is made up', () => {
    expect(consultation.trust.note).toBe(
      'Example Vale NHS Trust is made up, to show how Takepart works.',
    )
  })

  it('has an address that is the name of its file', () => {
    expect(consultation.slug).toBe(name)
  })

  it('gives people twelve weeks at least, and promises an answer within twelve weeks', () => {
    expect(weeksBetween(consultation.opensAt, consultation.closesAt)).toBeGreaterThanOrEqual(12)
    expect(weeksBetween(consultation.closesAt, consultation.promise.by)).toBeLessThanOrEqual(12)
  })

  it('names no day or year in its words, because its dates move', () => {
    const months =
      'January|February|March|April|May|June|July|August|September|October|November|December'
    const named = new RegExp(`\\d (${months})\\b|\\b(19|20)\\d\\d\\b`)
    expect(sentencesOf(proseOf(consultation)).filter((sentence) => named.test(sentence))).toEqual(
      [],
    )
  })

  it('keeps to short sentences', () => {
    const words = (sentence: string): number => sentence.split(/\s+/).length
    expect(sentencesOf(proseOf(consultation)).filter((sentence) => words(sentence) > 25)).toEqual(
      [],
    )
  })

  it('holds no telephone number, address or link that could reach somebody', () => {
    expect(consultation.contact).toMatchObject({
      phone: '0000 000 0000',
      email: 'involvement@example-vale.example',
    })
    const links = JSON.stringify(consultation).match(/\]\([^)]*\)/g) ?? []
    expect(links.filter((link) => link !== '](/help)')).toEqual([])
  })

  it('ends with equality questions in the words of the library, none of them mandatory', () => {
    const last = consultation.sections.at(-1)
    const library: readonly Question[] = equalityQuestions
    expect(last?.purpose).toBe('equality')
    expect(last?.questions).toEqual(
      last?.questions.map(({ id }) => library.find((question) => question.id === id)),
    )
    expect(JSON.stringify(last?.introduction)).toContain('Why we ask')
  })
})

describe('the open sample', () => {
  it('is long enough to be real: six sections and about thirty questions', () => {
    expect(open.sections).toHaveLength(6)
    expect(questionsOf(open).length).toBeGreaterThanOrEqual(27)
    expect(questionsOf(open).length).toBeLessThanOrEqual(30)
  })

  it('asks every kind of question', () => {
    expect(kindsIn(open).toSorted()).toEqual([
      'agreement',
      'consent',
      'date',
      'long-text',
      'matrix',
      'number',
      'number-scale',
      'one-of',
      'ranking',
      'several-of',
      'short-text',
      'yes-no',
    ])
  })

  it('has conditions, "Other, say what" and "None of these"', () => {
    const options = questionsOf(open).flatMap((question) =>
      'options' in question ? question.options : [],
    )
    expect(questionsOf(open).filter((question) => question.showIf).length).toBeGreaterThanOrEqual(5)
    expect(options.some((option) => option.code === 'other' && option.say)).toBe(true)
    expect(options.some((option) => option.code === 'none' && option.exclusive)).toBe(true)
  })

  it('makes few questions mandatory, and lets people answer those without taking a side', () => {
    const mandatory = questionsOf(open).filter((question) => question.mandatory)
    expect(mandatory.map((question) => question.id)).toEqual([
      'how-travel',
      'best-option',
      'taking-part-as',
    ])
    for (const question of mandatory) {
      const codes = 'options' in question ? question.options.map((option) => option.code) : []
      expect(codes.some((code) => code === 'not-say' || code === 'not-sure')).toBe(true)
    }
  })

  it('says what each option costs in a table', () => {
    const options = open.documents.find((document) => document.id === 'the-three-options')
    const captions = options?.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.caption] : [],
    )
    expect(captions).toContain('What each option would cost')
  })
})

describe('the concluded sample', () => {
  it('was answered within the promised time', () => {
    expect(Date.parse(concluded.outcome?.publishedOn ?? '')).toBeLessThan(
      Date.parse(concluded.promise.by),
    )
  })

  it('says what was done, and what was not done and why', () => {
    const done = concluded.outcome?.points.map((point) => JSON.stringify(point.weDid)) ?? []
    expect(done.length).toBeGreaterThanOrEqual(4)
    expect(
      done.filter((words) => words.includes('We did not do this')).length,
    ).toBeGreaterThanOrEqual(2)
    expect(done.filter((words) => words.includes('We did this')).length).toBeGreaterThanOrEqual(2)
  })

  it('accounts for every response in the table of first choices', () => {
    const table = concluded.outcome?.weAsked.find((block) => block.kind === 'table')
    const counted = table?.rows.reduce((sum, row) => sum + Number(row[1]), 0)
    expect(counted).toBe(concluded.outcome?.responses)
  })
})
