import { describe, expect, it } from 'vitest'
import type { Answers } from '../question/answer.ts'
import { busConsultation as consultation } from './bus-consultation.fixture.ts'
import type { Consultation } from './consultation.ts'
import type { Paging } from '../device/draft.ts'
import {
  answerTo,
  firstUnanswered,
  journeyPages,
  mostPages,
  pageAfter,
  pageBefore,
  pagePath,
  pageWith,
  progressOf,
  visibleQuestions,
} from './journey.ts'
import type { Condition, Question } from '../question/question.ts'
import fc from 'fast-check'

const byBus: Answers = { 'how-travel': { kind: 'one-of', choice: 'bus' } }
const busIsTrouble: Answers = { ...byBus, 'bus-trouble': { kind: 'yes-no', choice: 'yes' } }
const idsOf = (answers: Answers) =>
  visibleQuestions(consultation, answers).map((question) => question.id)

describe('visibleQuestions', () => {
  it.each([
    ['nothing is answered', {}, []],
    ['the first link of a chain is there', byBus, ['bus-trouble']],
    ['the whole chain is there', busIsTrouble, ['bus-trouble', 'bus-words']],
    [
      'one of several codes is there',
      { ...byBus, 'bus-trouble': { kind: 'yes-no', choice: 'dont-know' } },
      ['bus-trouble', 'bus-words'],
    ],
    [
      'the chain is broken at its start',
      { ...busIsTrouble, 'how-travel': { kind: 'one-of', choice: 'car' } },
      [],
    ],
    ['the box is ticked', { publish: { kind: 'consent', given: true } }, ['publish-name']],
    ['the box is ticked off again', { publish: { kind: 'consent', given: false } }, []],
    [
      'the earlier answer is of another kind',
      { 'how-travel': { kind: 'several-of', choices: ['bus'] } },
      [],
    ],
  ] satisfies [string, Answers, string[]][])(
    'shows conditional questions when %s',
    (_when, answers, conditional) => {
      expect(
        idsOf(answers).filter((id) => ['bus-trouble', 'bus-words', 'publish-name'].includes(id)),
      ).toEqual(conditional)
    },
  )

  it('keeps the order of the document', () => {
    expect(idsOf(busIsTrouble).slice(0, 4)).toEqual([
      'how-travel',
      'bus-trouble',
      'bus-words',
      'helps',
    ])
  })

  it.each([
    ['itself', 'a', 'a'],
    ['a later question', 'b', 'a'],
    ['no question at all', 'zzz', 'a'],
  ])('never asks a question that depends on %s', (_what, depends, hidden) => {
    const asked = (id: string, showIf?: Condition) => ({
      id,
      kind: 'yes-no' as const,
      title: id,
      about: id,
      showIf,
    })
    const condition = (question: string): Condition => ({ question, includes: ['yes'] })
    const odd: Consultation = {
      ...consultation,
      sections: [
        {
          id: 's',
          title: 'S',
          questions: [asked('a', condition(depends)), asked('b', condition('a'))],
        },
      ],
    }
    const answers: Answers = {
      a: { kind: 'yes-no', choice: 'yes' },
      b: { kind: 'yes-no', choice: 'yes' },
    }
    expect(visibleQuestions(odd, answers).map((question) => question.id)).not.toContain(hidden)
  })
})

describe('answerTo', () => {
  it.each(['constructor', '__proto__', 'toString'])(
    'takes nothing that every object has for an answer: %s',
    (id) => {
      expect(answerTo({}, id)).toBeUndefined()
    },
  )
})

describe('journeyPages', () => {
  it.each([
    ['question', 11, 'how-travel'],
    ['section', 3, 'travel'],
    ['all', 1, 'all'],
  ] satisfies [Paging, number, string][])('makes pages by %s', (paging, count, first) => {
    const pages = journeyPages(consultation, byBus, paging)
    expect(pages).toHaveLength(count)
    expect(pages[0]).toMatchObject({
      id: first,
      paging,
      number: 1,
      of: count,
      section: { id: 'travel' },
    })
    expect(pages.flatMap((page) => page.questions)).toEqual(visibleQuestions(consultation, byBus))
  })

  it('leaves out a section with nothing to ask', () => {
    const [travel, views] = consultation.sections
    if (!travel || !views) throw new Error('The fixture has sections')
    const hidden = {
      ...views,
      questions: views.questions.map((question) => ({
        ...question,
        showIf: { question: 'how-travel', includes: ['car'] },
      })),
    }
    const pages = journeyPages({ ...consultation, sections: [travel, hidden] }, byBus, 'section')
    expect(pages.map((page) => page.id)).toEqual(['travel'])
  })

  it('makes no page when there is nothing to ask', () => {
    expect(journeyPages({ ...consultation, sections: [] }, {}, 'all')).toEqual([])
  })
})

describe('moving between pages', () => {
  const pages = journeyPages(consultation, byBus, 'question')

  it('finds the page of a question, and the first page for one that is not asked or not named', () => {
    expect(pageWith(journeyPages(consultation, byBus, 'section'), 'bus-trouble')?.id).toBe('travel')
    expect(pageWith(journeyPages(consultation, byBus, 'all'), 'carer')?.id).toBe('all')
    expect(pageWith(pages, 'helps')?.id).toBe('helps')
    expect(pageWith(journeyPages(consultation, {}, 'question'), 'bus-trouble')?.id).toBe(
      'how-travel',
    )
    expect(pageWith(pages, undefined)?.id).toBe('how-travel')
    expect(pageWith([], 'helps')).toBeUndefined()
  })

  it.each([
    ['how-travel', undefined, 'bus-trouble'],
    ['bus-trouble', 'how-travel', 'helps'],
    ['carer', 'publish', undefined],
    ['unknown', undefined, undefined],
  ])('knows what stands beside %s', (id, before, after) => {
    expect(pageBefore(pages, id)?.id).toBe(before)
    expect(pageAfter(pages, id)?.id).toBe(after)
  })

  it.each([
    ['question', '/consultations/bus/questions/x'],
    ['section', '/consultations/bus/sections/x'],
    ['all', '/consultations/bus/questions'],
  ] satisfies [Paging, string][])('gives the address of a page by %s', (paging, address) => {
    expect(pagePath({ slug: 'bus' }, { id: 'x', paging })).toBe(address)
    expect(pagePath({ slug: 'bus', edition: 'ar' }, { id: 'x', paging })).toBe(
      address.replace('/bus/', '/bus/in/ar/'),
    )
  })
})

describe('what is still to do', () => {
  it('finds the first question without an answer, mandatory or not', () => {
    expect(firstUnanswered(consultation, {})?.id).toBe('how-travel')
    expect(firstUnanswered(consultation, busIsTrouble)?.id).toBe('bus-words')
  })

  it('counts only what is asked', () => {
    expect(progressOf(consultation, {})).toEqual({ answered: 0, of: 10 })
    expect(
      progressOf(consultation, {
        ...busIsTrouble,
        'publish-name': { kind: 'short-text', text: 'Not asked' },
      }),
    ).toEqual({ answered: 2, of: 12 })
  })
})

describe('mostPages', () => {
  const seenFrom = (answers: Answers, place: string, paging: Paging = 'question') => {
    const pages = journeyPages(consultation, answers, paging)
    return mostPages(consultation, answers, pageWith(pages, place)!)
  }

  it.each([
    ['with everything that answers can bring, at first', {}, 'how-travel', 13],
    [
      'without what the answer on this page rules out',
      { 'how-travel': { kind: 'one-of', choice: 'car' } },
      'how-travel',
      11,
    ],
    ['with a chain that has begun', byBus, 'bus-trouble', 13],
    ['without what was passed over', {}, 'helps', 11],
    [
      'as it is, where nothing more can come',
      { ...byBus, publish: { kind: 'consent', given: false } },
      'publish',
      12,
    ],
  ] satisfies [string, Answers, string, number][])('counts %s', (_, answers, place, most) => {
    expect(seenFrom(answers, place)).toBe(most)
  })

  it('counts parts where parts are pages', () => {
    expect(seenFrom({}, 'how-travel', 'section')).toBe(
      journeyPages(consultation, {}, 'section').length,
    )
  })

  it('never rises for somebody who goes on from page to page, whatever they answer', () => {
    const choices = (question: Question): readonly (Answers[string] | undefined)[] =>
      question.id === 'how-travel'
        ? [undefined, ...['bus', 'car'].map((choice) => ({ kind: 'one-of', choice }) as const)]
        : question.id === 'bus-trouble'
          ? [undefined, ...['yes', 'no'].map((choice) => ({ kind: 'yes-no', choice }) as const)]
          : question.id === 'publish'
            ? [undefined, { kind: 'consent', given: true }, { kind: 'consent', given: false }]
            : [undefined]
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(11)), (picks) => {
        let answers: Answers = {}
        let page = journeyPages(consultation, answers, 'question')[0]
        let last = Number.POSITIVE_INFINITY
        while (page) {
          const [question] = page.questions
          const before = mostPages(consultation, answers, page)
          const offered = choices(question!)
          const picked = offered[picks.next().value! % offered.length]
          if (picked) answers = { ...answers, [question!.id]: picked }
          const pages = journeyPages(consultation, answers, 'question')
          const after = mostPages(
            consultation,
            answers,
            pages.find(({ id }) => id === page!.id)!,
          )
          expect(before).toBeLessThanOrEqual(last)
          expect(after).toBeLessThanOrEqual(before)
          expect(after).toBeGreaterThanOrEqual(pages.length)
          last = after
          page = pageAfter(pages, page.id)
        }
        expect(last).toBe(journeyPages(consultation, answers, 'question').length)
      }),
    )
  })
})
