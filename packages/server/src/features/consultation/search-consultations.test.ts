import type { Consultation } from '@takepart/shared/domain/consultation'
import { describe, expect, it } from 'vitest'
import { searchConsultations, tidySearch } from './search-consultations.ts'

const about = (title: string, more: object = {}): Consultation =>
  ({ title, summary: '', trust: { name: 'Alder Vale' }, documents: [], sections: [], ...more }) as unknown as Consultation

const clinics = about('Evening clinics', { sections: [{ id: 'travel', title: 'Getting there', introduction: [{ kind: 'easy', picture: 'tram-stop', sentences: ['Buses stop here.'] }], questions: [{ id: 'bus', kind: 'one-of', title: 'How far is the café?' }] }] })
const beds = about('Beds for older people', { summary: 'What may change at **Rowan House**' })
const all = [clinics, beds]

describe('searchConsultations', () => {
  it.each([
    ['evening', [clinics]],
    ['EVENING', [clinics]],
    ['cafe', [clinics]],
    ['CAFÉ far', [clinics]],
    ['rowan', [beds]],
    ['older evening', []],
    ['alder', all],
    ['one-of', []],
    ['travel', []],
    ['tram', []],
    ['buses', [clinics]],
    ['getting', [clinics]],
    ['.*', []],
  ])('finds what mentions %j', (search, found) => {
    expect(searchConsultations(all, search)).toEqual(found)
  })
})

describe('tidySearch', () => {
  it.each([
    ['  evening \t clinics\n', 'evening clinics'],
    ['a\u0000b', 'a b'],
    [' \u200B ', ''],
    ['x'.repeat(500), 'x'.repeat(100)],
  ])('tidies %j', (typed, tidy) => {
    expect(tidySearch(typed)).toBe(tidy)
  })
})
