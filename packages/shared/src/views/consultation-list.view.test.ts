import { describe, expect, it } from 'vitest'
import { consultationListView } from './consultation-list.view.ts'
import { after, before, concluded, consultation, during } from './test-support/documents.ts'
import { linksOf, wordsOf } from './test-support/rendered.ts'

const list = (now: Date) => consultationListView({ consultations: [consultation, concluded], search: '', now })

describe('the list of consultations', () => {
  it.each([
    [before, 'Opening soon The bus to the clinic'],
    [during, 'Open now The bus to the clinic'],
    [after, 'Closed: we are reading what people said The bus to the clinic'],
  ])('at %s puts a consultation where it stands', (now, words) => expect(wordsOf(list(now))).toContain(words))

  it('says until when, how long that is, and how long it takes', () => {
    expect(wordsOf(list(during))).toContain('Closes Monday 31 May 2027 at 5 pm · 2 weeks left · takes about 10 minutes')
  })

  it('leads straight to what was decided', () => {
    expect(linksOf(list(after))).toEqual(['/consultations/bus-to-the-clinic', '/consultations/concluded/outcome'])
  })

  it('leaves out groups that have no consultation', () => expect(wordsOf(list(during))).not.toContain('Opening soon'))

  it('says what was searched for, how much was found, and the way back', () => {
    const search = (consultations: readonly typeof consultation[]) => consultationListView({ consultations, search: 'bus', now: during })
    expect(wordsOf(search([consultation]))).toContain('1 consultation mentions “bus”.')
    expect(wordsOf(search([consultation, concluded]))).toContain('2 consultations mention “bus”.')
    expect(wordsOf(search([]))).toContain('No consultation mentions “bus”.')
    expect(linksOf(search([]))).toContain('/')
  })
})
