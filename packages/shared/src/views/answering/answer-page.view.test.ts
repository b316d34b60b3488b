import { describe, expect, it } from 'vitest'
import { busVersion } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { Paging } from '../../domain/device/draft.ts'
import { journeyPages, pageWith } from '../../domain/consultation/journey.ts'
import { answerPageModel, answerPageTitle, answerPageView } from './answer-page.view.ts'
import { otherVersion } from './other-version.view.ts'
import { wordsOf } from '../test-support/rendered.ts'

const pageOf = (paging: Paging, questionId: string) =>
  pageWith(journeyPages(busVersion.consultation, {}, paging), questionId)!
const modelOf = (paging: Paging, questionId = 'minutes') =>
  answerPageModel(busVersion, pageOf(paging, questionId))

describe('a page of questions', () => {
  it.each([
    [
      'question',
      'How many minutes does it take? – Question 3 of 11 at most – The bus to the clinic',
    ],
    ['section', 'Travel – Part 1 of 3 – The bus to the clinic'],
    ['all', 'Your answers – The bus to the clinic'],
  ] as const)('says in its title what it is and how far that is, by %s', (paging, title) => {
    expect(answerPageTitle(modelOf(paging))).toBe(title)
  })

  it('says first of all in its title that something is to be put right', () => {
    const problems = [
      { code: 'answer-missing', questionId: 'how-travel', about: 'how you travel', kind: 'one-of' },
    ] as never
    expect(answerPageTitle({ ...modelOf('question', 'how-travel'), problems })).toMatch(
      /^Error: How do you travel to us\? – Question 1 of 13 at most – /,
    )
  })

  it('says of an answer that was kept beside another nothing that is untrue of words from another device', () => {
    const others = [
      {
        questionId: 'minutes',
        answer: { kind: 'number', text: '25' },
        writtenAt: '2027-05-12T09:30:00Z',
      },
    ] as const
    const words = wordsOf(answerPageView({ ...modelOf('question'), others, otherVersion }))
    expect(words).toMatch(
      /You also answered this earlier, in another tab or on another device .*25/,
    )
  })
})
