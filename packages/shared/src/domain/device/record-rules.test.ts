import { describe, expect, it } from 'vitest'
import { draft, receipt, records, requests } from '../../views/test-support/records.ts'
import type { DeviceRecord } from './draft.ts'
import { isOfKind, kindNamed, movedHere, withRevision, type KeptRecord } from './record.ts'
import { isSendableKind, rulesFor } from './record-rules.ts'
import type { RequestRecord } from './request-record.ts'

const ofResponse = rulesFor('response')
const ofRequest = rulesFor('support-request')
const every: readonly KeptRecord[] = [...Object.values(records), ...Object.values(requests)]

describe('kindNamed', () => {
  it.each(every.map((record) => [record.kind, record.state, record] as const))(
    'tells a %s (%s) from what it holds when an earlier release named no kind',
    (kind, _, { kind: _named, ...unnamed }) => {
      expect(kindNamed({ ...unnamed })).toBe(kind)
    },
  )

  it.each([
    ['a kind that is named is never guessed again', { kind: 'petition', draft: { answers: {} } }],
  ])('%s', (_, record) => {
    expect(kindNamed(record)).toBe('petition')
  })

  it.each([[{}], [{ draft: null }], [{ draft: 'answers' }]])('is content with %j', (record) => {
    expect(kindNamed(record)).toBe('support-request')
  })
})

describe('isSendableKind', () => {
  it.each([
    ['response', true],
    ['support-request', true],
    ['petition', false],
    ['toString', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (kind, is) => {
    expect(isSendableKind(kind)).toBe(is)
  })
})

describe('isOfKind', () => {
  it('tells records apart by the kind they name', () => {
    expect(every.filter((record) => isOfKind(record, 'response'))).toEqual(Object.values(records))
    expect(every.filter((record) => isOfKind(record, 'support-request'))).toEqual(
      Object.values(requests),
    )
  })
})

describe('withRevision and movedHere', () => {
  it.each(every.map((record) => [record.kind, record.state, record] as const))(
    'change nothing else of a %s (%s)',
    (_kind, _state, record) => {
      expect(withRevision(record, 7)).toEqual({
        ...record,
        draft: { ...record.draft, revision: 7 },
      })
      expect(movedHere(record, false)).toEqual({
        ...record,
        draft: { ...record.draft, revision: 0, ownDevice: false },
      })
    },
  )
})

describe('what may be queued', () => {
  it.each([
    ['draft', 'submit', true],
    ['draft', 'withdraw', false],
    ['draft of a change', 'change', true],
    ['draft of a change', 'withdraw', true],
    ['waiting', 'submit', false],
    ['change waiting', 'withdraw', false],
    ['received', 'submit', false],
    ['received', 'withdraw', true],
    ['withdrawn', 'withdraw', false],
    ['refused', 'submit', false],
    ['change refused', 'withdraw', true],
  ] as const)('a response that is %s, with a command to %s: %s', (name, what, may) => {
    const command = {
      submit: records.waiting.command,
      change: records['change waiting'].command,
      withdraw: records['withdrawal waiting'].command,
    }[what]
    expect(ofResponse.mayQueue(records[name], command)).toBe(may)
  })

  it.each([
    ['draft', true],
    ['waiting', false],
    ['received', false],
    ['refused', false],
  ] as const)('a request that is %s: %s', (state, may) => {
    expect(ofRequest.mayQueue(requests[state], requests.waiting.command)).toBe(may)
  })
})

describe('what is reopened', () => {
  it.each([
    ['received', false, 'draft'],
    ['refused', true, 'draft'],
    ['waiting', false, 'draft'],
    ['waiting', true, 'not-a-draft'],
    ['withdrawn', false, 'not-a-draft'],
    ['erased', false, 'not-a-draft'],
    ['withdrawal refused', false, 'received'],
    ['withdrawal waiting', false, 'received'],
  ] as const)('a response that is %s (tried: %s) becomes %s', (name, tried, state) => {
    const reopened = ofResponse.reopened(records[name], tried)
    expect(reopened === 'not-a-draft' ? reopened : reopened.state).toBe(state)
  })

  it.each([
    ['response-withdrawn', 'withdrawn'],
    ['response-erased', 'erased'],
  ] as const)('takes what turns out to be %s for %s', (code, state) => {
    const late: DeviceRecord = { ...records['change refused'], problems: [{ code }] }
    expect(ofResponse.reopened(late, true)).toMatchObject({
      state: 'received',
      receipt: { state },
    })
  })

  it.each(Object.values(requests))('never a request ($state)', (record) => {
    expect(ofRequest.reopened(record, false)).toBe('not-a-draft')
  })
})

describe('what is adopted', () => {
  it.each([
    ['draft', 'draft', 'draft'],
    ['draft', 'received', 'received'],
    ['waiting', 'received', 'not-a-draft'],
    ['received', 'draft', 'not-a-draft'],
    ['refused', 'received', 'received'],
  ] as const)('a response that is %s here and %s there: %s', (here, there, state) => {
    const both = ofResponse.adopted(records[here], records[there])
    expect(both === 'not-a-draft' ? both : both.state).toBe(state)
  })

  it('keeps what was received here over what was received there before', () => {
    const later: DeviceRecord = { ...records.received, receipt: receipt({ revision: 2 }) }
    expect(ofResponse.adopted(later, records.received)).toEqual(later)
    expect(ofResponse.adopted(records.received, later)).toMatchObject({ receipt: { revision: 2 } })
  })

  it.each([
    [1, 'draft', true],
    [0, 'draft', false],
    [2, 'draft', false],
    [1, 'waiting', true],
    [0, 'waiting', false],
  ] as const)('a request made of revision %i (%s) of the draft here: %s', (revision, state, is) => {
    const there: RequestRecord = withRevision(requests[state], revision)
    expect(ofRequest.adopted(requests.draft, there)).toEqual(is ? there : 'not-a-draft')
  })

  it.each([
    ['waiting', 'draft', false],
    ['waiting', 'received', true],
    ['refused', 'waiting', false],
    ['received', 'received', true],
  ] as const)('a request that is %s here and %s there: %s', (here, there, is) => {
    expect(ofRequest.adopted(requests[here], requests[there])).toEqual(
      is ? requests[there] : 'not-a-draft',
    )
  })
})

describe('what is kept once sent', () => {
  it('is the whole draft of a response, and no longer a change once it is received', () => {
    const changing = draft({ changes: { baseRevision: 1 } })
    expect(ofResponse.sent(changing, records['change waiting'].command)).toEqual(changing)
    expect(ofResponse.received(changing).changes).toBeUndefined()
  })

  it('is what was asked for, of a request, and not what was typed and left', () => {
    const { command } = requests.waiting
    const sent = ofRequest.sent(requests.draft.draft, command)
    expect(sent).toEqual({ ...requests.waiting.draft, changedAt: command.input.completedAt })
    expect(ofRequest.received(sent)).toBe(sent)
  })
})

describe('drafts of two tabs', () => {
  it('are merged, answer by answer, of a response; it is a change when the store says so', () => {
    const mine = draft({ answers: { why: { kind: 'long-text', text: 'Mine' } } })
    const theirs = draft({ changes: { baseRevision: 3 }, answers: {} })
    expect(ofResponse.merge(ofResponse.baseOf(theirs), mine, theirs)).toMatchObject({
      answers: mine.answers,
      changes: { baseRevision: 3 },
    })
  })

  it('are one piece each, of a request', () => {
    const { draft: written } = requests.draft
    expect(ofRequest.merge(ofRequest.baseOf(written), written, written)).toBe('not-a-draft')
  })
})

describe('a receipt', () => {
  const other = '00000000-0000-4000-8000-000000000009'

  it('is for the command that names the same id only', () => {
    expect(ofResponse.isFor(records.waiting.command, receipt())).toBe(true)
    const elsewhere = { ...receipt(), responseId: other as typeof records.draft.draft.id }
    expect(ofResponse.isFor(records.waiting.command, elsewhere)).toBe(false)
    const { receipt: asked } = requests.received
    expect(ofRequest.isFor(requests.waiting.command, asked)).toBe(true)
    const another = { ...asked, requestId: other as typeof asked.requestId }
    expect(ofRequest.isFor(requests.waiting.command, another)).toBe(false)
  })

  it.each([
    ['2027-02-14T16:59:59Z', false],
    ['2027-02-14T17:00:00Z', true],
  ])('is over at %s: %s', (now, is) => {
    const closesAt = '2027-02-14T17:00:00Z'
    expect(ofResponse.isOver(receipt({ closesAt }), new Date(now))).toBe(is)
    expect(ofRequest.isOver({ ...requests.received.receipt, closesAt }, new Date(now))).toBe(is)
  })
})
