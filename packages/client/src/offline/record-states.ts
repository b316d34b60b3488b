import type {
  CommandOf,
  DeliveryOf,
  NotADraft,
  RecordOf,
  SendableKind,
} from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'

/** The one step to waiting. */
export function queued<K extends SendableKind>(
  record: RecordOf<K>,
  command: CommandOf<K>,
  queuedAt: string,
): RecordOf<K> | NotADraft {
  const { kind, draft, receipt } = record
  const { mayQueue, sent } = rulesFor(kind)
  return mayQueue(record, command)
    ? { kind, draft: sent(draft, command), receipt, state: 'waiting', command, queuedAt }
    : 'not-a-draft'
}

/** What the server said becomes the record's state. The words stay, also in a refused one. */
export function settled<K extends SendableKind>(
  record: RecordOf<K>,
  delivery: DeliveryOf<K>,
  at: string,
): RecordOf<K> | NotADraft {
  if (record.state !== 'waiting') return 'not-a-draft'
  const { kind, draft, receipt, command } = record
  return delivery.outcome === 'accepted'
    ? {
        kind,
        draft: rulesFor(kind).received(draft),
        receipt: delivery.receipt,
        state: 'received',
      }
    : {
        kind,
        draft,
        receipt,
        state: 'refused',
        command,
        problems: delivery.problems,
        refusedAt: at,
      }
}

/** The same command, saying when this attempt was made. The server only ever compares it with the device's other times. */
export const stamped = <K extends SendableKind>(
  command: CommandOf<K>,
  sentAt: string,
): CommandOf<K> => ({ ...command, input: { ...command.input, sentAt } })
