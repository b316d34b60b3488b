import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { tidyText } from '@takepart/shared/domain/core/text'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { closeRequest, listRequests, type TrackedRequest } from './support-request.queries.ts'

export interface AskedToClose {
  /** Its id, or its reference as staff read it on the telephone. */
  readonly name: string
  readonly state: 'met' | 'not-met'
  /** For staff; why not, where it is not met. */
  readonly note: string | undefined
}

export type Closed =
  | { readonly outcome: 'closed'; readonly request: TrackedRequest }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'refused'; readonly words: string }

export const longestNote = 2_000

/** Says of a request that it was met, or why not. It may be said anew, as after a review: the last word counts. */
export async function closeSupportRequest(
  db: Kysely<Schema>,
  { name, state, note }: AskedToClose,
  now: Date,
): Promise<Closed> {
  const [request] = await listRequests(db, { name: normaliseReference(name) ?? name.toLowerCase() })
  if (request === undefined) return { outcome: 'unknown' }
  const words = tidyText(note ?? '')
  if (state === 'not-met' && words === '')
    return {
      outcome: 'refused',
      words: 'Say why it was not met, for the people who review this: --note "…"',
    }
  if (words.length > longestNote)
    return { outcome: 'refused', words: `Use ${longestNote} characters or fewer in the note` }
  const closed = await closeRequest(db, request.id, {
    state,
    on: dayOfMoment(now),
    note: words === '' ? null : words,
  })
  return closed
    ? { outcome: 'closed', request }
    : {
        outcome: 'refused',
        words: `It was closed on ${request.closedOn ?? 'an earlier day'} and its details are erased`,
      }
}
