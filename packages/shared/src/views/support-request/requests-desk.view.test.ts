import { describe, expect, it } from 'vitest'
import { wordsOf } from '../test-support/rendered.ts'
import { nothingClosed, requestsDeskView, type OpenRequest } from './requests-desk.view.ts'

const request: OpenRequest = {
  id: 'r1',
  reference: 'BCDF-1234',
  title: 'Waiting rooms',
  needs: ['Large print', 'Another language: Polish'],
  reachBy: 'phone',
  reachTo: '01632 960 001',
  called: null,
  suits: null,
  remember: false,
  inTime: true,
  receivedOn: '2027-02-01',
  dueOn: '2027-02-08',
  isLate: false,
}

describe('requestsDeskView', () => {
  it('says that nobody waits', () => {
    expect(wordsOf(requestsDeskView({ requests: [] }))).toContain('Nobody waits')
  })

  it('says what was asked, until when, and how to reach the person', () => {
    const words = wordsOf(requestsDeskView({ requests: [request] }))
    expect(words).toContain('Large print, Another language: Polish')
    expect(words).toContain('Reply by 8 February 2027')
    expect(words).toContain('Ring')
    expect(words).toContain('01632 960 001')
    expect(words).not.toContain('When it suits them')
    expect(words).not.toContain('Asked after the consultation had closed')
  })

  it('says what is late in words', () => {
    const words = wordsOf(
      requestsDeskView({ requests: [{ ...request, isLate: true, inTime: false }] }),
    )
    expect(words).toContain('Late: the reply was due by 8 February 2027')
    expect(words).toContain('Asked after the consultation had closed')
  })

  it('asks what became of the one that is being closed, and says beside the field what is wrong', () => {
    const other = { ...request, id: 'r2', reference: 'CDFG-2345' }
    const problem = { field: 'note', words: 'Say why it could not be met' } as const
    const words = wordsOf(
      requestsDeskView(
        { requests: [request, other] },
        { ...nothingClosed, closing: 'r1', outcome: 'not-met', problem },
      ),
    )
    expect(words.match(/What became of it/g)).toHaveLength(1)
    expect(words.match(/Say why it could not be met/g)).toHaveLength(2)
    expect(words.match(/Close this request/g)).toHaveLength(1)
  })
})
