import { hasClosed } from '../consultation/consultation.ts'
import type { Receipt } from '../response/response.ts'
import { goneBefore, mergeDrafts, type DeviceRecord, type Draft } from './draft.ts'
import type { NotADraft } from './record.ts'
import type { RecordRules } from './record-rules.ts'

export const responseRules: RecordRules<'response'> = {
  // Whether it changes a received response is the record's to say: a page left open since before sending knows nothing of it.
  merge: (base, mine, theirs) => ({ ...mergeDrafts(base, mine, theirs), changes: theirs.changes }),
  baseOf: ({ answers }) => answers,
  /** A withdrawal starts from anything the server has received and nothing waits for. */
  mayQueue: ({ receipt, state }, command) =>
    command.kind === 'response.withdraw'
      ? receipt?.state === 'received' && state !== 'waiting'
      : state === 'draft',
  sent: (draft) => draft,
  received: (draft) => ({ ...draft, changes: undefined }),
  reopened,
  adopted,
  isOver: hasClosed,
  isFor: ({ input }, receipt) =>
    Boolean(receipt.reference) && receipt.responseId === input.responseId,
  notUnderstood: { code: 'response-not-understood' },
  hasOwnLimit: false,
}

/**
 * A refused response is a draft again; so is a waiting one, unless it may have reached the server (`tried`): its words
 * are frozen then. A received one becomes a draft of its change. A withdrawal that did not happen leaves a received
 * response; what turns out to have been withdrawn or erased before is that from now on.
 */
function reopened(record: DeviceRecord, tried: boolean): DeviceRecord | NotADraft {
  const { kind, draft, receipt } = record
  if (record.state === 'waiting' && tried) return 'not-a-draft'
  if (record.state === 'received')
    return record.receipt.state === 'received' ? changing(draft, record.receipt) : 'not-a-draft'
  const gone = goneBefore(record)
  if (receipt && gone)
    return {
      kind,
      draft: { ...draft, changes: undefined },
      receipt: { ...receipt, state: gone },
      state: 'received',
    }
  const wasWithdrawal = record.state !== 'draft' && record.command.kind === 'response.withdraw'
  return wasWithdrawal && receipt
    ? { kind, draft, receipt, state: 'received' }
    : { kind, draft, receipt, state: 'draft' }
}

const changing = (draft: Draft, receipt: Receipt): DeviceRecord => ({
  kind: 'response',
  draft: { ...draft, changes: { baseRevision: receipt.revision } },
  receipt,
  state: 'draft',
})

/**
 * Words that are on this device are never replaced: where the two differ, one of them is kept in `others`. Refused when
 * this device knows as much or more.
 */
function adopted(here: DeviceRecord, record: DeviceRecord): DeviceRecord | NotADraft {
  const isNewer =
    record.state === 'received' && record.receipt.revision > (here.receipt?.revision ?? 0)
  if (isNewer && here.state !== 'waiting')
    return { ...record, draft: mergeDrafts({}, record.draft, here.draft) }
  if (here.state === 'received' && record.state === 'received') return here
  if (here.state === 'draft' && record.state === 'draft')
    return { ...here, draft: mergeDrafts({}, here.draft, record.draft) }
  return 'not-a-draft'
}
