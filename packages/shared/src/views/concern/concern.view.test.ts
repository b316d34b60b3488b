import { describe, expect, it } from 'vitest'
import {
  concernSubjects,
  handOffs,
  standingOf,
  type ConcernEvent,
  type ConcernSubject,
} from '../../domain/moderation/concern.ts'
import { firstUrgentWords } from '../../domain/moderation/first-urgent-words.ts'
import { findUrgentWords } from '../../domain/moderation/urgent-words.ts'
import {
  concernProblemWords,
  eventWords,
  handOffWords,
  knownOfWriter,
  listProblemWords,
  wordsOfEvent,
} from '../../words/concern.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import {
  nothingActed,
  type ActingState,
  type ConcernModel,
  type LaneModel,
  type WordListModel,
} from './concern-model.ts'
import { concernPageView } from './concern-page.view.ts'
import { laneView } from './lane.view.ts'
import { asSaved, linesOf, listOf, wordListView } from './word-list.view.ts'

const at = (minutes: number): string =>
  new Date(Date.parse('2027-03-10T10:05:00Z') + minutes * 60_000).toISOString()
const raised: ConcernEvent = { kind: 'raised', at: at(0), by: { kind: 'writer' }, severity: 'now' }
const taken: ConcernEvent = { kind: 'taken', at: at(5), by: 'kit' }
const people = { kit: 'Kit Osei', ros: 'Ros Amery' }

const every: readonly ConcernEvent[] = [
  raised,
  {
    kind: 'raised-again',
    at: at(1),
    by: { kind: 'staff', staffId: 'ros', why: 'Worried' },
    severity: 'now',
  },
  { kind: 'escalated', at: at(30) },
  { kind: 'taken', at: at(31), by: 'ros' },
  { kind: 'given', at: at(32), by: 'ros', to: 'kit' },
  {
    kind: 'severity-changed',
    at: at(33),
    by: 'kit',
    severity: 'today',
    why: 'Safe with her sister',
  },
  { kind: 'acknowledged', at: at(34), by: 'kit', how: 'By telephone' },
  { kind: 'passed-on', at: at(35), by: 'kit', to: 'pals', what: 'They ring before noon' },
  { kind: 'confirmed', at: at(36), by: 'kit', what: 'PALS has it' },
  { kind: 'withdrawn', at: at(37) },
]

const concern = (
  events: readonly ConcernEvent[] = [raised],
  changes: Partial<ConcernModel> = {},
): ConcernModel => ({
  id: 'c1',
  now: at(10),
  me: 'kit',
  people,
  subject: 'message',
  place: '/rounds/clinics',
  standing: standingOf({ events }),
  events,
  words: [{ text: 'I want to end it all' }],
  reach: '01632 960 001',
  looks: [{ by: 'kit', at: at(10) }],
  colleagues: [
    { id: 'kit', name: 'Kit Osei' },
    { id: 'ros', name: 'Ros Amery' },
  ],
  ...changes,
})

const page = (model: ConcernModel, state: Partial<ActingState> = {}) =>
  wordsOf(concernPageView(model, { ...nothingActed, ...state }))

describe('an urgent concern', () => {
  it('says how urgent it is, how long there is, who has it, and that the look is logged', () => {
    const shown = page(concern())
    for (const words of [
      'Urgent concern: immediate danger',
      'Nobody has taken this yet',
      '20 minutes left, until 10:35 am. Then more people are told.',
      'Owner Nobody',
      'The writer sent “I need help now”, Wednesday 10 March 2027 at 10:05 am',
      'Your look at this page is in the log.',
      'I want to end it all',
      '01632 960 001',
      'Kit Osei, Wednesday 10 March 2027 at 10:15 am',
    ])
      expect(shown).toContain(words)
  })

  it.each(concernSubjects)('tells what can be known of the writer of a %s', (subject) => {
    const shown = page(concern([raised], { subject }))
    for (const sentence of knownOfWriter[subject]) expect(shown).toContain(sentence)
  })

  it('says that a response is anonymous, and offers no way to reach its writer', () => {
    const shown = page(concern([raised], { subject: 'response', reach: null }))
    expect(shown).toContain('nobody can find out from Takepart')
    expect(shown).not.toContain('How they can be reached')
    expect(page(concern([raised], { reach: null }))).toContain('They left no way to reach them.')
  })

  it('can be taken by anybody on duty, and only its owner records what was done', () => {
    expect(page(concern())).toContain('Take it')
    expect(page(concern())).not.toContain('Record this')
    const mine = page(concern([raised, taken]))
    expect(mine).toContain('Owner You')
    expect(mine).toContain('Record this')
    expect(mine).not.toContain('Take it')
    const theirs = page(concern([raised, taken], { me: 'ros' }))
    expect(theirs).toContain('Owner Kit Osei')
    expect(theirs).toContain('Take it')
  })

  it('offers colleagues other than its owner', () => {
    const names = (model: ConcernModel) =>
      [...rendered(concernPageView(model)).matchAll(/<option[^>]*value="(kit|ros)"/g)].map(
        ([, name]) => name,
      )
    expect(names(concern([raised, taken]))).toEqual(['ros'])
    expect(names(concern())).toEqual(['kit', 'ros'])
    expect(names(concern([raised, taken], { colleagues: [] }))).toEqual([])
  })

  it('confirms only what was passed on, and names every team', () => {
    expect(page(concern([raised, taken]))).not.toContain('Those I passed it on to have it')
    const passed = concern(every)
    expect(page(passed)).toContain('Those I passed it on to have it')
    const shown = page(passed, { kind: 'pass-on' })
    for (const team of handOffs) expect(shown).toContain(handOffWords[team])
  })

  it('tells everything that happened in order, with what people wrote down', () => {
    const shown = page(concern(every))
    let from = 0
    for (const event of every) {
      const line = eventWords(event, (id) => people[id as 'kit'] ?? 'Somebody')
      const found = shown.indexOf(line, from)
      expect(found, line).toBeGreaterThan(-1)
      from = found
      const written = wordsOfEvent(event)
      if (written !== undefined) expect(shown).toContain(`“${written}”`)
    }
    expect(shown).toContain('The clock has passed 1 time')
    expect(shown).toContain('They know we have it')
    expect(shown).toContain('The writer took their words back')
    expect(shown).toContain('PALS (patient advice and liaison service) They have it')
  })

  it('lets nobody do anything once it is closed', () => {
    const closed: ConcernEvent = {
      kind: 'closed',
      at: at(60),
      by: 'kit',
      how: 'done',
      what: 'Rang',
    }
    const shown = page(concern([raised, taken, closed], { words: null }))
    expect(shown).toContain('It opens again by itself if it is noticed again.')
    expect(shown).toContain('The copy of the words was erased')
    expect(shown).not.toContain('Record this')
    expect(shown).not.toContain('Give it to a colleague')
  })

  it('says what is wrong at the field and above the page', () => {
    const text = concernProblemWords['what-missing']
    const markup = rendered(
      concernPageView(concern([raised, taken]), {
        ...nothingActed,
        kind: 'close',
        problems: [{ href: '#what', text }],
      }),
    )
    expect(markup.match(new RegExp(text, 'g'))).toHaveLength(2)
  })

  it('shows what somebody wrote as words', () => {
    const markup = rendered(
      concernPageView(concern([raised], { words: [{ heading: '<i>', text: '<img src=x>' }] })),
    )
    expect(markup).not.toMatch(/<img|<i>/)
  })
})

describe('the lane', () => {
  const lane = (changes: Partial<LaneModel> = {}): LaneModel => ({
    now: at(10),
    me: 'kit',
    people,
    items: [
      { id: 'c1', subject: 'message', place: null, standing: standingOf({ events: [raised] }) },
      {
        id: 'c2',
        subject: 'response' as ConcernSubject,
        place: null,
        standing: standingOf({
          events: [
            { ...raised, by: { kind: 'word-list', phrase: 'wrong tablets' }, severity: 'today' },
            { ...taken, by: 'ros' },
          ],
        }),
      },
    ],
    closed: [{ id: 'c3', severity: 'week', closedAt: at(0), how: 'false-alarm', by: 'ros' }],
    ...changes,
  })

  it('has each with its clock and its owner, and leads to the words, which log the look', () => {
    const shown = wordsOf(laneView(lane()))
    expect(shown).toContain('Nobody has taken this yet How urgent Immediate danger')
    expect(shown).toContain('A text answer in a response, found by the word list: “wrong tablets”')
    expect(shown).toContain('Owner Ros Amery')
    expect(shown).toContain('Opening it is logged with your name.')
    expect(shown).toContain('Ros Amery: false alarm')
    expect(linksOf(laneView(lane()))).toEqual(
      expect.arrayContaining(['/desk/concerns/c1', '/desk/concerns/c2', '/desk/concerns/words']),
    )
  })

  it('says how late what nobody took in time is', () => {
    expect(wordsOf(laneView(lane({ now: at(95) })))).toContain('65 minutes late.')
  })

  it('is good news when it is empty', () => {
    expect(wordsOf(laneView(lane({ items: [], closed: [] })))).toContain(
      'There is no open concern.',
    )
  })
})

describe('the word list', () => {
  const model: WordListModel = {
    now: at(0),
    people,
    number: 0,
    savedBy: null,
    savedAt: null,
    list: firstUrgentWords,
    measure: { raised: 9, right: 6, falseAlarms: 3, open: 0, missed: 1 },
    phrases: [{ phrase: 'kill him', falseAlarms: 2, raised: 3 }],
  }

  it('says how well the list does, and which phrases are often wrong', () => {
    const shown = wordsOf(wordListView(model))
    expect(shown).toContain(
      'The list raised 9: 6 were right, 3 were false alarms, 0 are still open. It missed 1, which its writer or a moderator raised.',
    )
    expect(shown).toMatch(/kill him.* 2 .* 3/)
    expect(shown).toContain('This is the list that Takepart brings.')
    const saved = { ...model, number: 2, savedBy: 'ros', savedAt: at(0) }
    expect(wordsOf(wordListView(saved))).toContain('Ros Amery saved this list on Wednesday')
    const none = { raised: 0, right: 0, falseAlarms: 0, open: 0, missed: 0 }
    expect(wordsOf(wordListView({ ...model, measure: none }))).toContain('raised nothing')
  })

  it('is the same list after being written line by line', () => {
    const again = listOf(linesOf(firstUrgentWords))
    expect(again.leaveAlone).toEqual(firstUrgentWords.leaveAlone)
    const inOrder = ({ phrases }: typeof again) => phrases.map((one) => JSON.stringify(one)).sort()
    expect(inOrder(again)).toEqual(inOrder(firstUrgentWords))
  })

  it('takes no empty line for a phrase', () => {
    const lines = {
      now: ' want to die \n\n \n',
      today: '',
      week: '\n',
      leaveAlone: ' \nkilling me',
    }
    expect(listOf(lines)).toEqual({
      phrases: [{ words: 'want to die', severity: 'now' }],
      leaveAlone: ['killing me'],
    })
  })

  it('shows what it would find in words that somebody tries', () => {
    const trying = 'I want to die'
    const hits = findUrgentWords(trying, firstUrgentWords)
    const state = { ...asSaved(model), trying, hits }
    expect(wordsOf(wordListView(model, state))).toContain('“want to die”: immediate danger')
    const calm = { ...state, trying: 'This parking is killing me', hits: [] }
    expect(wordsOf(wordListView(model, calm))).toContain('The list finds nothing in this.')
  })

  it.each([
    [{ code: 'phrases-too-many', most: 500 }, '500'],
    [{ code: 'phrase-empty', phrase: '*' }, '“*”'],
    [{ code: 'phrase-too-long', phrase: 'a b', most: 8 }, '8 words'],
    [{ code: 'phrase-too-short', phrase: 'to' }, 'three letters'],
    [{ code: 'phrase-twice', phrase: 'kms' }, 'twice'],
    [{ code: 'phrase-never-found', phrase: 'kill the', by: 'kill the' }, 'left alone'],
  ] as const)('says what to do about %o', (problem, words) => {
    expect(listProblemWords(problem)).toContain(words)
  })
})
