import { describe, expect, it } from 'vitest'
import {
  mostTakeable,
  orderOfQuestions,
  turnsToLongestWait,
} from '../../domain/round/questions/order-of-questions.ts'
import { ownQuestion } from '../../domain/round/questions/own-question.ts'
import { reasonsNotAnswered, reasonsToGive } from '../../domain/round/questions/question.ts'
import { questionProblemWords, questionsDeskWords } from '../../words/questions-desk.ts'
import { questionWords } from '../../words/questions.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { isNews, liveView, newsWords, type LiveModel } from './live.view.ts'
import { ownQuestionView } from './own-question.view.ts'
import { questionsDeskState, type QuestionsDeskModel } from './questions-desk-model.ts'
import { questionsDeskView } from './questions-desk.view.ts'
import { countsOf, questionsPageView } from './questions-page.view.ts'
import { everyState, questionsRound, shownQuestions, shownWords } from './questions.fixture.ts'
import { transcriptView } from './transcript-page.view.ts'

const now = new Date('2027-03-10T13:00:00Z')
const page = (changes: Parameters<typeof shownQuestions>[0] = {}, at = now) =>
  questionsPageView({ round: questionsRound, now: at, shown: shownQuestions(changes) })

/** Where these words stand, each after the one before. */
function expectInOrder(text: string, words: readonly string[]): void {
  const places = words.map((one) => text.indexOf(one))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the page of live questions', () => {
  it('shows each question where it stands, the line in its order, joined ones with theirs', () => {
    const text = wordsOf(page())
    const line = orderOfQuestions(everyState)
    expect(line).toEqual([5, 6])
    expectInOrder(text, [
      '6 questions: 2 answered, 1 with a reason why not, 3 to come.',
      'Being answered now',
      'Is there a lift?',
      'Sunil Dray',
      'Writing an answer since 11 March 2027 at 12:30 pm',
      'Next, in this order',
      'What does it cost?',
      'Why is it so far',
      'Answered: 1',
      'Is there a bus?',
      'Read the other question like it',
      'Does the bus still go?',
      'answered 12:20 pm',
      'At half past nine.',
      'Not answered, and why: 1',
      'When is my appointment?',
      'Ring the ward at 9.',
    ])
    expect(text).toContain('wanted by about 20 people')
    expect(text).toContain('Tell me.')
  })

  it('has one id for each question and answer, and every name on a control once', () => {
    const markup = rendered(page())
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('asks for questions while it is open, and says why not afterwards', () => {
    expect(linksOf(page())).toContain('/rounds/one-clinic-or-rooms/say')
    const after = page({}, new Date('2027-03-21T12:00:00Z'))
    expect(linksOf(after)).not.toContain('/rounds/one-clinic-or-rooms/say')
    expect(wordsOf(after)).toContain(questionWords.askingOver)
    const finished = page(
      { finishedAt: '2027-03-21T13:00:00.000Z' },
      new Date('2027-03-22T12:00:00Z'),
    )
    expect(linksOf(finished)).toContain('/rounds/one-clinic-or-rooms/transcript')
    expect(rendered(finished)).toContain('data-live="false"')
  })

  it('shows neither the words nor a place in the line of what cannot be read', () => {
    const gone = { kind: 'changing' } as const
    const questions = everyState.map((one) =>
      one.number === 5 ? { ...one, asked: { ...one.asked, words: gone } } : one,
    )
    const text = wordsOf(page({ questions }))
    expect(text).not.toContain('What does it cost?')
    expect(countsOf(questions)).toEqual({ all: 5, answered: 2, notAnswered: 1, toCome: 2 })
  })

  it('marks what a moderator took out, in a heading too', () => {
    const asked = shownWords(9, 'Will [name removed] come?', {
      words: { removed: [{ start: 5, end: 19, reason: 'a name' }] },
    })
    const questions = [{ ...everyState[4]!, asked }]
    expect(rendered(page({ questions }))).toContain('<em class="removed">[name removed]</em>')
  })
})

describe('the order in words', () => {
  it('has the numbers of the rule', () => {
    expect(turnsToLongestWait).toBe(3)
    expect(questionWords.order).toContain('Every third turn')
    expect(questionWords.order).toContain(`one of the first ${mostTakeable},`)
    expect(questionWords.order).toContain('fewer than 8 count as none')
  })
})

describe('the transcript', () => {
  it('has every question in the order in which it came, with its end', () => {
    const ended = everyState.filter(({ state }) => !['waiting', 'being-answered'].includes(state))
    const shown = {
      ...shownQuestions({ questions: ended }),
      finishedAt: '2027-03-21T13:00:00.000Z',
    }
    expectInOrder(wordsOf(transcriptView({ round: questionsRound, shown })), [
      'Is there a bus?',
      'At half past nine.',
      'When is my appointment?',
      questionWords.reasons['one-person'],
      'Does the bus still go?',
      'Joined with question 1',
    ])
  })
})

describe('what became of one’s own question', () => {
  it.each([
    [1, ['has been answered', 'At half past nine.', 'joined another question with yours']],
    [2, ['are writing an answer to your question']],
    [3, [questionWords.reasons['one-person'], 'Ring the ward at 9.']],
    [4, ['joined your question with theirs', 'Is there a bus?', 'At half past nine.']],
    [5, ['waits in the line']],
  ])('is said of question %s', (number, words) => {
    const text = wordsOf(
      ownQuestionView(ownQuestion(everyState, number), 'one-clinic-or-rooms') as never,
    )
    for (const one of words) expect(text).toContain(one)
  })

  it('is nothing while it is not shown', () => {
    expect(ownQuestion(everyState, undefined)).toBeUndefined()
    expect(ownQuestion(everyState, 99)).toBeUndefined()
  })
})

describe('how much is new', () => {
  const none = { answers: 0, asked: 0, others: 0, missed: false }
  const live = (changes: Partial<LiveModel>): string => {
    const nothing = () => undefined
    const model = { state: 'live', since: now.toISOString(), news: none, trouble: '' } as const
    return wordsOf(
      liveView({ ...model, ...changes }, { onPause: nothing, onGoOn: nothing, onShow: nothing }),
    )
  }

  it.each([
    [{ ...none, answers: 3 }, '3 new answers'],
    [{ ...none, answers: 1, asked: 2, others: 1 }, '1 new answer, 2 new questions, 1 other change'],
    [{ ...none, missed: true }, 'Much has happened while you were away'],
  ])('is a count %#', (news, words) => {
    expect(newsWords(news)).toBe(words)
    expect(live({ news })).toContain(words)
  })

  it('is offered and can be paused, with the state in words', () => {
    expect(isNews(none)).toBe(false)
    expect(live({})).not.toContain('Show')
    expect(live({ news: { ...none, answers: 3 } })).toContain('Show 3 new')
    expect(live({ state: 'lost' })).toContain('Connection lost at 1 pm.')
    expect(live({ state: 'paused' })).toContain('Paused by you at 1 pm. Go on')
  })
})

describe('the desk of live questions', () => {
  const model = (changes: Partial<QuestionsDeskModel> = {}): QuestionsDeskModel => ({
    round: questionsRound,
    now: now.toISOString(),
    shown: shownQuestions(),
    unread: 0,
    mayJoin: true,
    ...changes,
  })

  it('offers what the rule allows, and says what stands in the way of finishing', () => {
    const text = wordsOf(questionsDeskView(model({ unread: 2 })))
    expect(text.match(/Take it/g)).toHaveLength(2)
    expect(text).toContain('Sunil Dray answers')
    expect(text).toContain('Part them again')
    expect(text).toContain('People can still ask, until Saturday 20 March 2027 at 5 pm.')
    expect(text).toContain('2 contributions wait for a moderator.')
    expect(text).toContain('3 questions have neither an answer nor a reason.')
    expect(text).not.toContain('Finish for good')
    expect(wordsOf(questionsDeskView(model({ mayJoin: false })))).not.toContain('Join it')
  })

  it('offers to finish when nothing is open, and asks once more', () => {
    const over = model({
      now: '2027-03-20T18:00:00.000Z',
      shown: shownQuestions({
        questions: everyState.filter(({ number }) => [1, 3, 4].includes(number)),
      }),
    })
    expect(wordsOf(questionsDeskView(over))).toContain('Finish for good')
    const asked = { ...questionsDeskState(over), finishing: true }
    expect(wordsOf(questionsDeskView(over, asked))).toContain('Yes, finish')
    const finished = { ...over, shown: { ...over.shown, finishedAt: '2027-03-20T18:00:00.000Z' } }
    expect(wordsOf(questionsDeskView(finished))).toContain('Nothing here changes any more.')
  })

  it('says problems at their field and above', () => {
    const problems = [{ href: '#answer-2', text: 'Enter the answer' }]
    const text = wordsOf(questionsDeskView(model(), { ...questionsDeskState(model()), problems }))
    expect(text.match(/Enter the answer/g)).toHaveLength(2)
  })
})

describe('words of questions', () => {
  it('are there for every reason and every problem', () => {
    for (const why of reasonsNotAnswered) expect(questionWords.reasons[why]).toMatch(/\.$/)
    for (const why of reasonsToGive) expect(questionsDeskWords.reasons[why]).toMatch(/^[A-Z]/)
    expect(questionProblemWords({ code: 'answer-too-long', most: 4_000, over: 1 })).toBe(
      'Shorten the answer by 1 character, to 4,000 or fewer',
    )
    expect(questionProblemWords({ code: 'questions-open', numbers: [3] })).toContain(
      '1 question has',
    )
  })
})
