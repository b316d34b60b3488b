import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../core/working-days.ts'
import { clinicRound } from './round.fixture.ts'
import { startersOn, textOfStarter } from './starter.ts'

const { starters } = clinicRound()
const leads = (day: string) => startersOn(starters, day)[0]?.id

describe('paired starters', () => {
  it('take turns at leading, a day at a time', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => leads(daysAfter('2027-03-01', days)))
    for (const [day, lead] of week.entries()) expect(lead).toBe(week[day % 2])
    expect(new Set(week).size).toBe(2)
  })

  it('lead as often as each other over any two days in a row, before 2026 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 40_000 }), (days) => {
        const day = daysAfter('2026-01-01', days)
        expect(new Set([leads(day), leads(daysAfter(day, 1))]).size).toBe(2)
        expect(startersOn(starters, day)).toHaveLength(2)
      }),
    )
  })

  it('are as they are when there is one, or none', () => {
    expect(startersOn([], '2027-03-01')).toEqual([])
    expect(startersOn(starters.slice(1), '2027-03-02')).toEqual(starters.slice(1))
  })

  it('have one text to be quoted from', () => {
    expect(textOfStarter({ paragraphs: ['One.', 'Two.'] })).toBe('One.\n\nTwo.')
  })
})
