import {
  wasTakenBack,
  type Command,
  type Delivery,
  type DeviceRecord,
  type Draft,
  type ResponseCommand,
} from '@takepart/shared/domain/device/draft'
import type { KeptRecord } from '@takepart/shared/domain/device/request-record'
import type { Receipt } from '@takepart/shared/domain/response/response'

/** A step a record cannot take from where it is. */
export type NotADraft = 'not-a-draft'

/** The one step from draft to waiting; a withdrawal starts from anything the server has received and nothing waits for. */
export function queued(
  record: DeviceRecord,
  command: ResponseCommand,
  queuedAt: string,
): DeviceRecord | NotADraft {
  const { draft, receipt, state } = record
  const mayGo =
    command.kind === 'response.withdraw'
      ? receipt?.state === 'received' && state !== 'waiting'
      : state === 'draft'
  return mayGo ? { draft, receipt, state: 'waiting', command, queuedAt } : 'not-a-draft'
}

/**
 * What the server said becomes the record's state. The words stay, also in a refused one. A receipt that is accepted is of
 * the command's own kind: whoever sends has seen to that.
 */
export function settled(
  record: KeptRecord,
  delivery: Delivery,
  at: string,
): KeptRecord | NotADraft {
  if (record.state !== 'waiting') return 'not-a-draft'
  const { draft, receipt, command } = record
  return (
    delivery.outcome === 'accepted'
      ? { draft: { ...draft, changes: undefined }, receipt: delivery.receipt, state: 'received' }
      : { draft, receipt, state: 'refused', command, problems: delivery.problems, refusedAt: at }
  ) as KeptRecord
}

/**
 * Back to what can be worked on. A refused response is a draft again; so is a waiting one, unless it may have reached
 * the server (`tried`): its words are frozen then. A received one becomes a draft of its change. A withdrawal that did
 * not happen leaves a received response; what turns out to have been taken back before is that from now on.
 */
export function reopened(record: DeviceRecord, tried: boolean): DeviceRecord | NotADraft {
  const { draft, receipt } = record
  if (record.state === 'waiting' && tried) return 'not-a-draft'
  if (record.state === 'received')
    return record.receipt.state === 'received' ? changing(draft, record.receipt) : 'not-a-draft'
  if (receipt && wasTakenBack(record))
    return {
      draft: { ...draft, changes: undefined },
      receipt: { ...receipt, state: 'withdrawn' },
      state: 'received',
    }
  const wasWithdrawal = record.state !== 'draft' && record.command.kind === 'response.withdraw'
  return wasWithdrawal && receipt
    ? { draft, receipt, state: 'received' }
    : { draft, receipt, state: 'draft' }
}

const changing = (draft: Draft, receipt: Receipt): DeviceRecord => ({
  draft: { ...draft, changes: { baseRevision: receipt.revision } },
  receipt,
  state: 'draft',
})

/** The same command, saying when this attempt was made. The server only ever compares it with the device's other times. */
export const stamped = (command: Command, sentAt: string): Command =>
  ({ ...command, input: { ...command.input, sentAt } }) as Command
