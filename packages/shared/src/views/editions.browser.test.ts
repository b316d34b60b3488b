import { render } from 'lit'
import { describe, expect, it } from 'vitest'
import { busInEditions } from '../domain/consultation/bus-editions.fixture.ts'
import type { Consultation, ConsultationVersion } from '../domain/consultation/consultation.ts'
import { consultationIn } from '../domain/consultation/edition-words.ts'
import { told } from '../domain/question/answer-problem-words.ts'
import { checkAll } from '../domain/response/check-answers.ts'
import { journeyPages } from '../domain/consultation/journey.ts'
import { directionOf } from '../domain/core/language.ts'
import { axeFindings, freshPage, repeatedIds } from '../ui/test-support/screen.ts'
import { allQuestionsView } from './consultation/all-questions.view.ts'
import {
  answerPageModel,
  answerPageTitle,
  answerPageView,
  type AnswerPageModel,
} from './answering/answer-page.view.ts'
import { checkPageView } from './answering/check-page.view.ts'
import { consultationOverviewView } from './consultation/consultation-overview.view.ts'
import { otherVersion } from './answering/other-version.view.ts'
import { readingDocumentView } from './consultation/reading-document.view.ts'
import { startPageView } from './answering/start-page.view.ts'
import { wholeExtras } from './answering/whole-extras.view.ts'

const during = new Date('2027-05-12T12:00:00Z')
const inEdition = (id: string): Consultation => consultationIn(busInEditions, id) ?? busInEditions
const answers = {
  'how-travel': { kind: 'one-of', choice: 'bus' },
  'bus-trouble': { kind: 'yes-no', choice: 'dont-know' },
  publish: { kind: 'consent', given: true },
} as const

function show(view: unknown, lang: string): HTMLElement {
  const main = document.createElement('main')
  Object.assign(main, { lang, dir: directionOf(lang) })
  document.body.replaceChildren(main)
  render(view, main)
  return main
}
freshPage()

const versionIn = (edition: string): ConsultationVersion => ({
  number: 3,
  consultation: inEdition(edition),
})
function questionsPage(
  edition: string,
  changes: Partial<AnswerPageModel> = {},
  paging: 'all' | 'question' = 'all',
) {
  const version = versionIn(edition)
  const [page] = journeyPages(version.consultation, answers, paging)
  if (!page) throw new Error('no page')
  return { ...answerPageModel(version, page), ...wholeExtras(version.consultation), ...changes }
}

const others = [
  {
    questionId: 'how-travel',
    answer: { kind: 'one-of', choice: 'car' },
    writtenAt: '2027-05-12T12:00:00Z',
  },
  { questionId: 'helps', answer: null, writtenAt: '2027-05-12T12:00:00Z' },
] as const
const nothing = () => undefined

/** Every page that is made of a consultation in an edition. */
const pagesOf = (edition: string): readonly (readonly [string, unknown])[] => {
  const consultation = inEdition(edition)
  const document = consultation.documents[0]!
  const checking = {
    consultation,
    answers,
    paging: 'question',
    backHref: '/',
    sending: 'submit',
    canKeep: true,
    closed: true,
    failed: true,
    trouble: 'Not sent.',
  } as const
  return [
    ['the overview', consultationOverviewView({ consultation, now: during })],
    [
      'the overview, closed',
      consultationOverviewView({ consultation, now: new Date('2027-06-12T12:00:00Z') }),
    ],
    [
      'the overview, before it opens',
      consultationOverviewView({ consultation, now: new Date('2027-04-12T12:00:00Z') }),
    ],
    ['reading', readingDocumentView({ consultation, document, now: during })],
    ['all the questions', allQuestionsView({ consultation, now: during })],
    ['a question', answerPageView(questionsPage(edition, {}, 'question'))],
    [
      'a question with everything to say',
      answerPageView(
        questionsPage(edition, {
          answers,
          others,
          otherVersion,
          problems: checkAll(consultation, {}).map(told),
          saved: { words: 'Not saved', failed: true },
          deviceKnown: false,
        }),
      ),
    ],
    [
      'the check',
      checkPageView(
        { ...checking, problems: checkAll(consultation, {}) },
        { onSend: nothing, onTakeAway: nothing },
      ),
    ],
  ]
}

/** Words with letters of one script, and the language they stand in. */
function* textsIn(main: HTMLElement): Generator<readonly [string, string]> {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text
    if (/\p{L}/u.test(data) && !parentElement?.closest('noscript'))
      yield [data.trim(), parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '']
  }
}

describe('a page in another language', () => {
  it.each(pagesOf('ar'))('marks each of its words with the language it is in: %s', (_, view) => {
    const texts = [...textsIn(show(view, 'ar'))]
    expect(texts.length).toBeGreaterThan(5)
    expect(
      texts.filter(([text, lang]) => /\p{Script=Arabic}/u.test(text) && lang !== 'ar'),
    ).toEqual([])
    expect(
      texts.filter(([text, lang]) => /\p{Script=Latin}/u.test(text) && !lang.startsWith('en')),
    ).toEqual([])
  })

  it.each(pagesOf('ar'))(
    'sets English from left to right where it stands, and nothing else: %s',
    (_, view) => {
      const main = show(view, 'ar')
      expect(
        [...main.querySelectorAll<HTMLElement>('[lang]')].filter(
          ({ lang, dir }) => dir !== directionOf(lang),
        ),
      ).toEqual([])
    },
  )

  it.each(pagesOf('ar'))('has nothing that axe finds, and no id twice: %s', async (_, view) => {
    show(view, 'ar')
    expect(await axeFindings()).toEqual([])
    expect(repeatedIds()).toEqual([])
  })

  it('begins in English, since all but the title is ours', () => {
    const consultation = inEdition('ar')
    const view = startPageView(
      {
        consultation,
        ownDevice: undefined,
        paging: 'question',
        missing: true,
        closed: false,
        canKeep: true,
      },
      { onDevice: nothing, onPaging: nothing, onStart: nothing, onFollow: nothing },
    )
    const texts = [...textsIn(show(view, 'en'))]
    expect(
      texts.filter(([text, lang]) => /\p{Script=Arabic}/u.test(text) !== (lang === 'ar')),
    ).toEqual([])
  })
})

describe('an edition in the same language', () => {
  it.each(pagesOf('easy-read'))('marks nothing but the names of other languages: %s', (_, view) => {
    const main = show(view, 'en-GB')
    expect(
      [...main.querySelectorAll('[lang]')]
        .filter((element) => !element.hasAttribute('data-form'))
        .map((element) => element.outerHTML)
        .filter((markup) => !/^<(?:p|div) class="notice/.test(markup)),
    ).toEqual([])
  })
  it('says its own words in the title', () => {
    expect(answerPageTitle(questionsPage('easy-read', {}, 'question'))).toBe(
      'How do you come to us? – Question 1 of 13 – Easy Read: the bus',
    )
  })
})

describe('this consultation in other forms', () => {
  const forms = (main: HTMLElement) =>
    [...main.querySelectorAll('.forms li')].map((item) =>
      item.textContent?.replaceAll(/\s+/g, ' ').trim(),
    )
  const links = (main: HTMLElement) =>
    [...main.querySelectorAll('.forms a')].map((link) => link.getAttribute('href'))

  it('leads from the overview to each, in the name that its readers know, and says what there is', () => {
    const main = show(
      consultationOverviewView({ consultation: busInEditions, now: during }),
      'en-GB',
    )
    expect(forms(main)).toEqual([
      'Easy Read',
      'العربية (the overview and 2 of 13 questions)',
      'Large print to read or print',
      'Ask for this in another way',
    ])
    expect(links(main)).toEqual(
      ['/in/easy-read', '/in/ar', '/large-print', '/another-way'].map(
        (path) => `/consultations/bus-to-the-clinic${path}`,
      ),
    )
    expect(main.querySelector('.forms [data-form=ar]')).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      hreflang: 'ar',
    })
  })

  it('leads from a question to the same question', () => {
    const main = show(answerPageView(questionsPage('ar', {}, 'question')), 'ar')
    expect(forms(main)).toEqual([
      'English, full version',
      'Easy Read',
      'Large print to read or print',
      'Ask for this in another way',
    ])
    expect(links(main).slice(0, 2)).toEqual([
      '/consultations/bus-to-the-clinic/questions/how-travel',
      '/consultations/bus-to-the-clinic/in/easy-read/questions/how-travel',
    ])
    expect(main.querySelector('.forms')?.textContent).toContain('Your answers stay as they are.')
  })

  it('says where a question is not there yet, and which form somebody wants', () => {
    const version = versionIn('standard')
    const page = journeyPages(version.consultation, {}, 'question').find(
      ({ id }) => id === 'minutes',
    )!
    const main = show(
      answerPageView({
        ...answerPageModel(version, page),
        ...wholeExtras(version.consultation),
        wantedEdition: 'easy-read',
      }),
      'en-GB',
    )
    expect(forms(main).slice(0, 2)).toEqual([
      'Easy Read (the one you asked for in your settings)',
      'العربية (this question is not in it yet)',
    ])
  })

  it('leads, before it opens, to nothing that is not open', () => {
    const main = show(
      consultationOverviewView({
        consultation: busInEditions,
        now: new Date('2027-04-12T12:00:00Z'),
      }),
      'en-GB',
    )
    expect(forms(main)).not.toContain('Large print to read or print')
  })
})
