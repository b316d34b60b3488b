import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaignTexts, type CampaignText } from './fixtures/campaign.fixture.ts'
import { groupLikeTexts, ownWordsIn, type LikeText } from './near-duplicates.ts'

const idsOf = (...kinds: readonly CampaignText['kind'][]) =>
  campaignTexts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
const textOf = (id: string): string => campaignTexts.find((one) => one.id === id)?.text ?? ''

/** The same numbers for the same seed, for texts that are made up. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Words by how often they are used: a few very often, as in any language. */
function wordsBy(roll: () => number, count: number): string[] {
  return Array.from({ length: count }, () => `w${Math.floor(900 * roll() ** 3)}`)
}

function edited(words: readonly string[], share: number, roll: () => number): string[] {
  return words.flatMap((word) => {
    if (roll() >= share) return [word]
    const what = roll()
    if (what < 0.5) return wordsBy(roll, 1)
    return what < 0.75 ? [] : [word, ...wordsBy(roll, 1)]
  })
}

interface Seeded {
  readonly texts: readonly LikeText[]
  readonly templateOf: ReadonlyMap<string, number>
}

/** Templates of 40 to 120 words, each with 3 to 20 variants of which every word is edited with the chance given, among texts like nothing. */
function seeded(seed: number, share: number): Seeded {
  const roll = dice(seed)
  const texts: LikeText[] = []
  const templateOf = new Map<string, number>()
  for (let template = 0; template < 12; template += 1) {
    const words = wordsBy(roll, 40 + Math.floor(80 * roll()))
    const variants = 3 + Math.floor(18 * roll())
    for (let variant = 0; variant < variants; variant += 1) {
      const id = `t${template}-${variant}`
      templateOf.set(id, template)
      texts.push({ id, text: edited(words, share, roll).join(' ') })
    }
  }
  for (let other = 0; other < 250; other += 1)
    texts.push({
      id: `o${other}`,
      text: wordsBy(roll, 20 + Math.floor(100 * roll())).join(' '),
    })
  return { texts, templateOf }
}

/** Of pairs: how many found were right, and how many right ones were found. */
function measure({ texts, templateOf }: Seeded): { precision: number; recall: number } {
  const groupOf = new Map<string, string>()
  for (const { ids, model } of groupLikeTexts(texts)) for (const id of ids) groupOf.set(id, model)
  let [found, right, wanted] = [0, 0, 0]
  texts.forEach(({ id: one }, index) => {
    for (const { id: other } of texts.slice(index + 1)) {
      const together = groupOf.has(one) && groupOf.get(one) === groupOf.get(other)
      const same = templateOf.has(one) && templateOf.get(one) === templateOf.get(other)
      if (together) found += 1
      if (same) wanted += 1
      if (together && same) right += 1
    }
  })
  return { precision: found === 0 ? 1 : right / found, recall: right / wanted }
}

describe('groupLikeTexts', () => {
  const groups = groupLikeTexts(campaignTexts)
  const groupWith = (id: string) => groups.find(({ ids }) => ids.includes(id))

  it('groups a letter with all its variants, also those with words of their own', () => {
    expect(groupWith('1')?.ids).toEqual([...idsOf('campaign', 'campaign_edited')].sort())
  })

  it('takes the letter most people sent unchanged for the model, and counts the copies', () => {
    expect(groupWith('1')).toMatchObject({ model: '1', identical: 6 })
  })

  it('leaves letters on the same subject in own words alone', () => {
    for (const id of idsOf('independent')) expect(groupWith(id), textOf(id)).toBeUndefined()
  })

  it('never makes a campaign of stock answers, however many send them', () => {
    for (const id of idsOf('short')) expect(groupWith(id)).toBeUndefined()
    const nothing = Array.from({ length: 400 }, (_, at) => ({ id: `n${at}`, text: 'Nothing.' }))
    expect(groupLikeTexts(nothing)).toEqual([])
  })

  it('finds a form that was typed in twice', () => {
    expect(groupWith('33')).toEqual({ model: '33', ids: ['33', '34'], identical: 2 })
  })

  it.each([
    { share: 0, precision: 0.99, recall: 0.99 },
    { share: 0.1, precision: 0.95, recall: 0.97 },
    { share: 0.2, precision: 0.95, recall: 0.9 },
  ])(
    'finds templates with $share of their words edited: precision $precision, recall $recall',
    ({ share, precision, recall }) => {
      const measured = [1, 2, 3, 4, 5, 6].map((seed) => measure(seeded(seed, share)))
      for (const one of measured) {
        expect(one.precision).toBeGreaterThanOrEqual(precision)
        expect(one.recall).toBeGreaterThanOrEqual(recall)
      }
    },
  )

  it('gives the same groups whatever order the texts come in', () => {
    const { texts } = seeded(7, 0.2)
    const expected = groupLikeTexts(texts)
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts], { minLength: texts.length }), (shuffled) => {
        expect(groupLikeTexts(shuffled)).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })

  it('puts nobody in two groups and loses nobody of a group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a ', 'b ', 'c ', 'd ', '.'), maxLength: 60 })),
        (texts) => {
          const named = texts.map((text, at) => ({ id: `${at}`, text }))
          const ids = groupLikeTexts(named).flatMap((group) => group.ids)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.every((id) => Number(id) < texts.length)).toBe(true)
        },
      ),
    )
  })

  it('takes 5,000 texts, half of them copies of one letter, in seconds', () => {
    const roll = dice(11)
    const letter = wordsBy(roll, 80)
    const texts = Array.from({ length: 5_000 }, (_, at) => ({
      id: `${at}`,
      text: (at % 2 === 0 ? edited(letter, at % 4 === 0 ? 0 : 0.1, roll) : wordsBy(roll, 60)).join(
        ' ',
      ),
    }))
    const started = performance.now()
    const [group] = groupLikeTexts(texts)
    expect(group?.ids.length).toBeGreaterThan(2_400)
    expect(group?.identical).toBe(1_250)
    expect(performance.now() - started).toBeLessThan(20_000)
  }, 40_000)

  it('has nothing to say of nothing, of one text, of marks alone', () => {
    expect(groupLikeTexts([])).toEqual([])
    expect(groupLikeTexts([{ id: 'a', text: textOf('1') }])).toEqual([])
    expect(
      groupLikeTexts([
        { id: 'a', text: '…' },
        { id: 'b', text: '…' },
      ]),
    ).toEqual([])
  })
})

describe('ownWordsIn', () => {
  const letter = textOf('1')

  it.each([
    ['2', []],
    ['4', []],
    ['6', []],
    ['14', ['I have used the day hospital since my stroke and the staff know me.']],
    [
      '15',
      [
        'My wife is my carer.',
        'On Wednesdays she has the only two hours in the week that are hers.',
        'Without them I do not know how we would go on.',
      ],
    ],
    ['17', ['Also the roof at Northgate leaks, I work there.']],
  ])('finds what letter %s adds', (id, own) => {
    expect(ownWordsIn(textOf(id), letter)).toEqual(own)
  })

  it('shows a changed sentence that turns the meaning round', () => {
    expect(ownWordsIn(textOf('16'), letter)).toEqual([
      'I support the move but only if a minibus is provided.',
    ])
  })

  it('shows one word that is new, and not one that is known', () => {
    expect(ownWordsIn('Riverside. Shame!', letter)).toEqual(['Shame!'])
  })
})
