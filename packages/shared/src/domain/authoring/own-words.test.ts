import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { arabicBus, busInEditions, easyBus } from '../consultation/bus-editions.fixture.ts'
import { checkConsultation } from './check-consultation.ts'
import { checkForPeople } from './check-for-people.ts'
import type { Edition } from '../consultation/edition.ts'
import { at } from '../core/loose-fields.ts'
import { ownWords, placeInEdition } from './own-words.ts'
import { partsOf } from './passages.ts'
import { readingReport } from './reading-report.ts'

const textsOf = (edition: Edition): readonly string[] =>
  partsOf(ownWords(busInEditions, edition))
    .flatMap((part) => part.passages)
    .map(({ text }) => text)
    .filter((text) => text !== '')

describe('ownWords', () => {
  it('are the words of the edition and no others, but for title and summary, which every edition shows', () => {
    expect(textsOf({ id: 'ar' })).toEqual([busConsultation.title, busConsultation.summary])
    expect(textsOf(arabicBus)).toEqual([
      'الحافلة إلى العيادة',
      'قد ننقل العيادة. لم يتقرر أي شيء.',
      'سنقول هنا ما قررناه.',
      'التنقل',
      'كيف تأتي إلينا؟',
      'بالحافلة',
      'بالسيارة',
      'بطريقة أخرى',
      'هل الحافلة مشكلة؟',
    ])
    expect(ownWords(busInEditions, arabicBus).lang).toBe('ar')
  })

  it('stand where they stand in the edition', () => {
    const edition: Edition = { ...easyBus, grace: 'Late is fine.' }
    const own = ownWords(busInEditions, edition)
    for (const { path, text } of partsOf(own).flatMap((part) => part.passages)) {
      const place = placeInEdition(
        { ...busInEditions, editions: [arabicBus, edition] },
        edition,
        path,
      )
      if (place)
        expect([place.slice(0, 2), place.slice(2).reduce<unknown>(at, edition)]).toEqual([
          ['editions', 1],
          text,
        ])
      else expect(['', busConsultation.summary]).toContain(text)
    }
  })
})

describe('the checks for people, on editions', () => {
  const withEdition = (more: Partial<Edition>) => ({
    ...busConsultation,
    editions: [{ ...easyBus, summary: 'We may move the clinic. Tell us what you think.', ...more }],
  })

  it('find nothing in the words that an edition leaves to the standard', () => {
    expect(checkForPeople({ ...busConsultation, editions: [{ id: 'easy-read' }] })).toEqual([])
  })

  it('stop publishing an edition that shuts somebody out, with the place in the edition', () => {
    const documents = [
      {
        id: 'plan',
        title: 'The plan',
        minutes: 2,
        blocks: [{ kind: 'paragraph' as const, text: '[Click here](/help).' }],
      },
    ]
    expect(
      checkConsultation(withEdition({ documents })).problems.map(
        ({ level, place }) => `${level}: ${place}`,
      ),
    ).toEqual(['error: editions › 1 (easy-read) › documents › 1 (plan) › blocks › 1 › text'])
  })

  it('read English words in English editions only', () => {
    const promise = 'See the box below.'
    expect(
      checkForPeople(withEdition({ promise })).flatMap(({ findings }) =>
        findings.map(({ path }) => path.join('.')),
      ),
    ).toEqual(['editions.0.promise'])
    expect(checkForPeople(withEdition({ id: 'cy', promise }))).toEqual([])
  })

  it('grade each English edition as a whole', () => {
    expect(readingReport(busInEditions)?.editions).toMatchObject([
      { title: 'Easy Read', path: ['editions', 0] },
    ])
  })
})
