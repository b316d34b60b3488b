import { describe, expect, it } from 'vitest'
import { decide, type LedgerRow } from './ledger-step.ts'
import { decisionKinds, readDecision, type TypedDecision } from './typed-decision.ts'

const empty: TypedDecision = {
  chosen: ['a'],
  kind: '',
  into: '',
  because: '',
  behalf: '',
  reason: '',
}

describe('readDecision', () => {
  it.each<[Partial<TypedDecision>, object]>([
    [{ chosen: [] }, { missing: 'chosen' }],
    [{ chosen: [], kind: 'accept-late' }, { missing: 'chosen' }],
    [{}, { missing: 'kind' }],
    [{ kind: 'accept-late' }, { decision: { kind: 'accept-late' } }],
    [{ kind: 'refuse-late' }, { missing: 'reason' }],
    [{ kind: 'refuse-late', reason: ' \n' }, { missing: 'reason' }],
    [{ kind: 'refuse-late', reason: 'Begun late' }, { decision: { kind: 'refuse-late' } }],
    [{ kind: 'exclude', reason: 'A test' }, { missing: 'because' }],
    [{ kind: 'exclude', because: 'test' }, { missing: 'reason' }],
    [
      { kind: 'exclude', because: 'test', reason: 'Ours' },
      { decision: { kind: 'exclude', because: 'test' } },
    ],
    [{ kind: 'answer-for' }, { missing: 'behalf' }],
    [
      { kind: 'answer-for', behalf: 'organisation' },
      { decision: { kind: 'answer-for', behalf: 'organisation' } },
    ],
    [{ kind: 'merge' }, { missing: 'into' }],
    [{ kind: 'merge', into: 'the other one' }, { missing: 'into' }],
    [{ kind: 'merge', into: ' ktrm 4821 ' }, { mergeInto: 'KTRM-4821' }],
  ])('%j', (typed, read) => {
    expect(readDecision({ ...empty, ...typed })).toEqual(read)
  })

  it('never lets through what the rule then refuses for want of a reason', () => {
    const late: LedgerRow = {
      id: 'a',
      reference: 'KTRM-4821',
      facts: {
        way: 'website',
        behalf: 'self',
        late: true,
        lateDecision: null,
        blank: false,
        mergedInto: null,
        campaign: null,
        campaignForm: null,
        excluded: null,
        withdrawn: false,
        erased: false,
      },
    }
    const typed = decisionKinds.flatMap((kind) =>
      ['', 'Because.'].map((reason) => ({
        ...empty,
        kind,
        because: 'test' as const,
        behalf: 'person' as const,
        reason,
      })),
    )
    const refused = typed.filter((one) => {
      const read = readDecision(one)
      return (
        'decision' in read && !decide(read.decision, one.reason, [late], { targets: new Set() }).ok
      )
    })
    expect(refused).toEqual([])
  })
})
