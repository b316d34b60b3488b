import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hateCheckCases } from './fixtures/hatecheck.fixture.ts'
import { urgentVectors, type UrgentVector } from './fixtures/urgent-words.fixture.ts'
import { firstUrgentWords } from './first-urgent-words.ts'
import {
  checkWordList,
  findUrgentWords,
  suggestedSeverity,
  urgentListLimits,
  type UrgentWordList,
} from './urgent-words.ts'

const list = (phrases: readonly string[], leaveAlone: readonly string[] = []): UrgentWordList => ({
  phrases: phrases.map((words) => ({ words, severity: 'now' })),
  leaveAlone,
})
const hits = (text: string, phrases: readonly string[], leaveAlone: readonly string[] = []) =>
  findUrgentWords(text, list(phrases, leaveAlone)).map(({ start, end }) => text.slice(start, end))
const suggests = ({ text }: { readonly text: string }): boolean =>
  findUrgentWords(text, firstUrgentWords).length > 0
const inLane = (lane: UrgentVector['lane']) => urgentVectors.filter((one) => one.lane === lane)

describe('findUrgentWords', () => {
  it.each([
    ['I feel like KILLING Myself.', ['killing myself'], ['KILLING Myself']],
    ["I don't want to be here", ['dont want to be here'], ["don't want to be here"]],
    ['I don’t want to be here', ["don't want to be here"], ['don’t want to be here']],
    ['feeling suicidal again', ['suicid*'], ['suicidal']],
    ['he will take his very own life', ['take … own life'], ['take his very own life']],
    ['take it as you like and then own life', ['take … own life'], []],
    ['self-harm and self harm', ['self harm'], ['self-harm', 'self harm']],
    ['I am stable, in the stable', ['stab'], []],
    ['k\u200bill my\u200bself', ['kill myself'], ['k\u200bill my\u200bself']],
    ['kílling myself', ['killing myself'], ['kílling myself']],
    ['Rwy’n meddwl am ladd fy hun.', ['ladd fy hun'], ['ladd fy hun']],
    ['', ['kill myself'], []],
    ['kill', ['kill myself'], []],
  ])('in “%s” finds of %j: %j', (text, phrases, expected) => {
    expect(hits(text, phrases)).toEqual(expected)
  })

  it.each([
    ['Keep the suicide prevention training', ['suicid*'], ['suicide prevention'], []],
    [
      'suicide prevention failed and I am suicidal',
      ['suicid*'],
      ['suicide prevention'],
      ['suicidal'],
    ],
    ['this parking is killing me', ['killing me'], ['parking is killing me'], []],
    ['this parking is killing me', ['kill*'], ['killing me'], []],
  ])('in “%s” leaves alone what the list says', (text, phrases, alone, expected) => {
    expect(hits(text, phrases, alone)).toEqual(expected)
  })

  it('tells one place once, by its most urgent phrase', () => {
    const both: UrgentWordList = {
      phrases: [
        { words: 'hurt', severity: 'week' },
        { words: 'hurt myself', severity: 'now' },
      ],
      leaveAlone: [],
    }
    expect(findUrgentWords('I hurt myself', both)).toEqual([
      { words: 'hurt myself', severity: 'now', start: 2, end: 13 },
    ])
  })

  it('suggests the severity of the most urgent phrase, and none where there is none', () => {
    const phrase = { words: 'x', start: 0, end: 1 }
    expect(
      suggestedSeverity([
        { ...phrase, severity: 'week' },
        { ...phrase, severity: 'today' },
      ]),
    ).toBe('today')
    expect(suggestedSeverity([])).toBeUndefined()
  })

  it('points where it says, for any text and any list', () => {
    const word = fc.constantFrom('kill', 'my', 'self', 'the', 'plan', '…', 'su*', "don't")
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(phrase, fc.array(phrase), fc.array(phrase), (text, phrases, alone) => {
        let last = 0
        for (const { start, end } of findUrgentWords(text, list(phrases, alone))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })

  it('reads a text of 64 kB with a full list in seconds, on a busy machine too', () => {
    const full = list(Array.from({ length: urgentListLimits.phrases }, (_, at) => `p${at} … end`))
    const text = Array.from({ length: 12_000 }, (_, at) => `p${at % 1_000}`).join(' ')
    const started = performance.now()
    expect(findUrgentWords(`${text} end`, full)).toHaveLength(0)
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})

describe('firstUrgentWords', () => {
  it('is a list that may be kept', () => {
    expect(checkWordList(firstUrgentWords)).toEqual([])
  })

  it('suggests a look at nine in ten texts in which somebody needs help', () => {
    const urgent = inLane('urgent')
    expect(urgent.filter(suggests).length / urgent.length).toBeGreaterThanOrEqual(0.9)
  })

  it('raises no figure of speech, no topic, nothing that is long past', () => {
    expect(inLane('not urgent').filter(suggests)).toEqual([])
    expect(suggests({ text: 'this parking is killing me' })).toBe(false)
  })

  it('raises at most one in ten of angry texts about groups of people: they are for a moderator', () => {
    expect(hateCheckCases.filter(suggests).length / hateCheckCases.length).toBeLessThanOrEqual(0.1)
  })

  it('misses what has no word of the list in it: a person still reads', () => {
    const unseen = [
      'ready to go now, I have said what I had to say to everyone',
      'My neighbour has bruises again and will not say why.',
    ]
    expect(unseen.filter((text) => suggests({ text }))).toEqual([])
  })
})

describe('checkWordList', () => {
  it.each([
    [list(['…']), ['phrase-empty']],
    [list(['', '!']), ['phrase-empty', 'phrase-empty', 'phrase-twice']],
    [list(['ab']), ['phrase-too-short']],
    [list(['a*']), ['phrase-too-short']],
    [list(['one two three four five six seven eight']), []],
    [list(['one two three four five six seven eight nine']), ['phrase-too-long']],
    [list(['x'.repeat(81)]), ['phrase-too-long']],
    [list(["don't go", 'DONT GO']), ['phrase-twice']],
    [list(['killing me'], ['killing me']), ['phrase-never-found']],
    [list(['parking is killing me'], ['killing me']), ['phrase-never-found']],
    [list(['kill*'], ['killing me']), []],
    [list(Array.from({ length: 501 }, (_, at) => `word${at}`)), ['phrases-too-many']],
  ])('of %j says %j', (words, codes) => {
    expect(checkWordList(words).map(({ code }) => code)).toEqual(codes)
  })
})
