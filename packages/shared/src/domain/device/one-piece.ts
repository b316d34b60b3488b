import type { NotADraft, RecordOf, SendableKind } from './record.ts'

/**
 * Rules of what is written and sent in one piece, and never changes once it is sent: what is written anew is another
 * record.
 */
export const onePiece = {
  merge: (): NotADraft => 'not-a-draft',
  baseOf: (): undefined => undefined,
  mayQueue: ({ state }: { readonly state: string }): boolean => state === 'draft',
  received: <Sent>(sent: Sent): Sent => sent,
  reopened: (): NotADraft => 'not-a-draft',
  /**
   * A draft takes what was made of that revision of it. Of what was sent, that it was received is the last there is to know.
   */
  adopted: <K extends SendableKind>(
    here: RecordOf<K>,
    record: RecordOf<K>,
  ): RecordOf<K> | NotADraft => {
    const isNext =
      here.state === 'draft'
        ? record.draft.revision === here.draft.revision
        : record.state === 'received'
    return isNext ? record : 'not-a-draft'
  },
}
