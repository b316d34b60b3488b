import { describe, expect, it } from 'vitest'
import { consultationListTitle, consultationListView } from './consultation-list.view.ts'
import {
  after,
  before,
  concluded,
  consultation,
  during,
  onOnePage,
} from '../test-support/documents.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'

const list = (now: Date) =>
  consultationListView({
    consultations: [consultation, concluded],
    ...onOnePage(2),
    search: '',
    now,
  })

describe('the list of consultations', () => {
  it.each([
    [before, 'Opening soon The bus to the clinic'],
    [during, 'Open now The bus to the clinic'],
    [after, 'Closed: we are reading what people said The bus to the clinic'],
  ])('at %s puts a consultation where it stands', (now, words) =>
    expect(wordsOf(list(now))).toContain(words),
  )

  it('says until when, how long that is, and how long it takes', () => {
    expect(wordsOf(list(during))).toContain(
      'Closes Monday 31 May 2027 at 5 pm · 2 weeks left · takes about 10 minutes',
    )
  })

  it('leads straight to what was decided', () => {
    expect(linksOf(list(after))).toEqual([
      '/consultations/bus-to-the-clinic',
      '/consultations/concluded/outcome',
    ])
  })

  it('leaves out groups that have no consultation', () =>
    expect(wordsOf(list(during))).not.toContain('Opening soon'))

  it('says what was searched for, how much was found, and the way back', () => {
    const search = (consultations: readonly (typeof consultation)[]) =>
      consultationListView({
        consultations,
        ...onOnePage(consultations.length),
        search: 'bus',
        now: during,
      })
    expect(wordsOf(search([consultation]))).toContain('1 consultation mentions “bus”.')
    expect(wordsOf(search([consultation, concluded]))).toContain('2 consultations mention “bus”.')
    expect(wordsOf(search([]))).toContain('No consultation mentions “bus”.')
    expect(linksOf(search([]))).toContain('/')
  })

  describe('that is longer than a page', () => {
    const page = (number: number, search = '') => ({
      consultations: [consultation],
      total: 120,
      page: number,
      pages: 3,
      search,
      now: during,
    })
    const turns = (number: number, search?: string) =>
      linksOf(consultationListView(page(number, search))).filter((href) => /^\/(\?|$)/.test(href))

    it('says in its title which page it is', () => {
      expect(consultationListTitle(page(2))).toBe('Consultations (page 2 of 3)')
      expect(consultationListTitle(page(1, 'bus'))).toBe('Consultations about “bus” (page 1 of 3)')
      expect(consultationListTitle({ ...page(1), pages: 1 })).toBe('Consultations')
    })

    it('leads to the pages beside it, by ordinary links', () => {
      expect(turns(1)).toEqual(['/?page=2'])
      expect(turns(2)).toEqual(['/', '/?page=3'])
      expect(turns(3)).toEqual(['/?page=2'])
      expect(wordsOf(consultationListView(page(2)))).toContain(
        'Page 2 of 3. There are 120 consultations in all.',
      )
    })

    it('goes on searching for the same words', () => {
      expect(turns(2, 'bus & train').map((href) => href.replaceAll('&amp;', '&'))).toEqual([
        '/',
        '/?search=bus%20%26%20train',
        '/?search=bus%20%26%20train&page=3',
      ])
    })

    it('says how many were found on all pages', () =>
      expect(wordsOf(consultationListView(page(2, 'bus')))).toContain(
        '120 consultations mention “bus”.',
      ))
  })
})
