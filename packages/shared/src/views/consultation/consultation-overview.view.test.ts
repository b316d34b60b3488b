import { describe, expect, it } from 'vitest'
import { consultationOverviewView } from './consultation-overview.view.ts'
import { after, before, concluded, consultation, during } from '../test-support/documents.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'

const at = (now: Date) => consultationOverviewView({ consultation, now })
const start = '/consultations/bus-to-the-clinic/answer'

describe('the overview of a consultation', () => {
  it('while open: says until when and where to start', () => {
    expect(wordsOf(at(during))).toContain(
      'Consultation · Example Trust The bus to the clinic Open until Monday 31 May 2027 at 5 pm · 2 weeks left',
    )
    expect(wordsOf(at(during))).toContain('Closes Monday 31 May 2027 at 5 pm 2 weeks left')
    expect(linksOf(at(during))).toContain(start)
  })

  it('before opening: says from when, and leads to nothing that is not open', () => {
    expect(wordsOf(at(before))).toContain(
      'You can read and answer from Saturday 1 May 2027 at 9 am until Monday 31 May 2027 at 5 pm.',
    )
    expect(linksOf(at(before)).filter((href) => href.startsWith('/consultations'))).toEqual([
      '/consultations/bus-to-the-clinic/another-way',
    ])
  })

  it('after closing: says by when the decision comes, and where a finished response is', () => {
    expect(wordsOf(at(after))).toContain(
      'We will publish our decision, and the reasons, by 31 July 2027.',
    )
    expect(linksOf(at(after))).toContain('/my-responses')
    expect(linksOf(at(after))).not.toContain(start)
  })

  it('says from the day after that a promise is missed, and promises it no longer', () => {
    const lastDay = wordsOf(at(new Date('2027-07-31T22:59:00Z')))
    expect(lastDay).toContain('We will publish our decision')
    const missed = wordsOf(at(new Date('2027-07-31T23:00:00Z')))
    expect(missed).toContain('We promised our decision by 31 July 2027. It is late.')
    expect(missed).not.toContain('We will publish our decision')
  })

  it('with a decision: leads to it', () => {
    const template = consultationOverviewView({ consultation: concluded, now: after })
    expect(linksOf(template)).toContain('/consultations/concluded/outcome')
    expect(wordsOf(template)).toContain('Responses 1,214')
    expect(linksOf(template)).not.toContain('/consultations/concluded/answer')
  })

  it('says what was changed after publishing, the newest first', () => {
    const changes = [
      { on: '2027-05-03', text: 'We put a **price** right.' },
      { on: '2027-05-20', text: 'It closes later.' },
    ]
    const words = wordsOf(
      consultationOverviewView({ consultation: { ...consultation, changes }, now: during }),
    )
    expect(words).toContain(
      'What has changed since it was published 20 May 2027 : It closes later. 3 May 2027 : We put a price right.',
    )
    expect(wordsOf(at(during))).not.toContain('What has changed')
  })

  it('lists what to read with its minutes, and who to talk to', () => {
    expect(wordsOf(at(during))).toContain('Why we ask 2 minutes')
    expect(linksOf(at(during))).toContain('/consultations/bus-to-the-clinic/read/plan')
    expect(linksOf(at(during))).toContain('tel:01632960001')
  })
})
