import { describe, expect, it } from 'vitest'
import { arabicBus, busInEditions, easyBus } from '../consultation/bus-editions.fixture.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { editionsLeftBehind } from './editions-left-behind.ts'

const [travel, ...others] = busInEditions.sections
const withTitle = (title: string): Consultation => ({
  ...busInEditions,
  sections: [
    {
      ...travel!,
      questions: travel!.questions.map((one) =>
        one.id === 'how-travel' ? { ...one, title } : one,
      ),
    },
    ...others,
  ],
})
const placesIn = (now: Consultation) =>
  editionsLeftBehind(busInEditions, now).map(({ place }) => place)

describe('editionsLeftBehind', () => {
  it('finds nothing where nothing changed', () => expect(placesIn(busInEditions)).toEqual([]))

  it('names a question whose words changed, in each edition that has it', () => {
    expect(editionsLeftBehind(busInEditions, withTitle('How do you get here?'))).toEqual(
      [
        'editions › 1 (easy-read) › sections › 1 (travel) › questions › 1 (how-travel)',
        'editions › 2 (ar) › sections › 1 (travel) › questions › 1 (how-travel)',
      ].map((place) => ({
        place,
        level: 'warning',
        words: expect.stringContaining('See whether both still agree'),
      })),
    )
  })

  it('names nothing of an edition that changed too, is new, or is gone', () => {
    const [section] = arabicBus.sections ?? []
    const changed = {
      ...arabicBus,
      sections: [
        {
          ...section!,
          questions: section!.questions!.map((one) => ({ ...one, title: 'سؤال آخر' })),
        },
      ],
    }
    expect(
      placesIn({
        ...withTitle('How do you get here?'),
        editions: [changed, { ...easyBus, id: 'audio' }],
      }),
    ).toEqual([])
  })

  it.each([
    [
      'the summary',
      { summary: 'New.' },
      ['editions › 1 (easy-read) › summary', 'editions › 2 (ar) › summary'],
    ],
    [
      'the promise',
      { promise: { by: '2027-07-31', text: 'New.' } },
      ['editions › 2 (ar) › promise'],
    ],
    [
      'the day of the promise alone',
      { promise: { ...busInEditions.promise, by: '2027-08-01' } },
      [],
    ],
    [
      'a document',
      { documents: [{ ...busInEditions.documents[0]!, title: 'New' }] },
      ['editions › 1 (easy-read) › documents › 1 (plan)'],
    ],
    [
      'the title of a section',
      { sections: [{ ...travel!, title: 'New' }, ...others] },
      [
        'editions › 1 (easy-read) › sections › 1 (travel) › title',
        'editions › 2 (ar) › sections › 1 (travel) › title',
      ],
    ],
  ])('looks at %s', (_, change, places) =>
    expect(placesIn({ ...busInEditions, ...change })).toEqual(places),
  )
})
