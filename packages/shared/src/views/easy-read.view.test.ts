import { describe, expect, it } from 'vitest'
import { busInEditions } from '../domain/consultation/bus-editions.fixture.ts'
import type { Consultation } from '../domain/consultation/consultation.ts'
import { consultationIn } from '../domain/consultation/edition-words.ts'
import { journeyPages } from '../domain/consultation/journey.ts'
import { sentencesOf } from '../domain/authoring/sentences.ts'
import { easyReadWords } from '../words/easy-read.ts'
import { answerPageModel, answerPageView } from './answering/answer-page.view.ts'
import { checkPageView } from './answering/check-page.view.ts'
import { startPageView } from './answering/start-page.view.ts'
import { allQuestionsView } from './consultation/all-questions.view.ts'
import { consultationOverviewView } from './consultation/consultation-overview.view.ts'
import { minutesIn } from './own-words.ts'
import { wordsOf } from './test-support/rendered.ts'

const now = new Date('2027-05-17T12:00:00Z')
const later = new Date('2027-07-01T12:00:00Z')
const sooner = new Date('2027-04-01T12:00:00Z')
const idle = () => undefined
/** As it is, but that of what would help as many can be chosen as one likes. */
const bus: Consultation = {
  ...busInEditions,
  sections: busInEditions.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.kind === 'several-of' ? { ...question, most: undefined } : question,
    ),
  })),
}
const easy = (consultation: Consultation = bus) => consultationIn(consultation, 'easy-read')!
const withMinutes = (minutes: number): Consultation => ({
  ...busInEditions,
  editions: busInEditions.editions!.map((edition) =>
    edition.id === 'easy-read' ? { ...edition, minutes } : edition,
  ),
})

/** The pages of a consultation on which the website speaks, as somebody goes through them. */
function pagesOf(consultation: Consultation): string {
  const answers = {}
  const check = (canKeep: boolean) =>
    checkPageView(
      {
        consultation,
        answers,
        paging: 'question',
        problems: [],
        backHref: '/',
        sending: 'submit',
        canKeep,
        closed: false,
        failed: false,
        trouble: '',
      },
      { onSend: idle, onTakeAway: idle },
    )
  const overviews = [now, later, sooner].map((at) =>
    consultationOverviewView({ consultation, now: at }),
  )
  const questions = (['question', 'all'] as const).flatMap((paging) =>
    journeyPages(consultation, answers, paging).map((page) =>
      answerPageView(answerPageModel({ number: 3, consultation }, page)),
    ),
  )
  const start = startPageView(
    {
      consultation,
      ownDevice: undefined,
      paging: 'question',
      missing: false,
      closed: false,
      canKeep: true,
    },
    { onDevice: idle, onPaging: idle, onStart: idle, onFollow: idle },
  )
  const asked = [now, later].map((at) => allQuestionsView({ consultation, now: at }))
  return [...overviews, ...questions, start, ...asked, check(true), check(false)]
    .map(wordsOf)
    .join(' | ')
}

const pages = pagesOf(easy())
describe('the website’s own words around Easy Read', () => {
  it.each(
    Object.entries(easyReadWords).filter(
      ([words]) => words.length > 12 && words !== 'All the questions',
    ),
  )('“%s” is said easily, and only there', (words, easily) => {
    expect(pagesOf(bus)).toContain(words)
    expect(pages).not.toContain(words)
    expect(pages).toContain(easily)
  })

  it('are sentences of twelve words at most', () => {
    const long = Object.values(easyReadWords)
      .flatMap(sentencesOf)
      .filter((sentence) => sentence.split(/\s+/).length > 12)
    expect(long).toEqual([])
  })
})

describe('how long answering takes', () => {
  it('is said of the edition that is read, and of no other', () => {
    expect(minutesIn(busInEditions)).toBe(busInEditions.minutes)
    expect(minutesIn(easy())).toBeUndefined()
    expect(minutesIn(easy(withMinutes(35)))).toBe(35)
    expect(pages).not.toContain(`${busInEditions.minutes} minutes`)
    expect(pagesOf(easy(withMinutes(35)))).toContain('It takes about 35 minutes.')
    expect(pagesOf(easy(withMinutes(35)))).not.toContain(`about ${busInEditions.minutes} minutes`)
  })
})
