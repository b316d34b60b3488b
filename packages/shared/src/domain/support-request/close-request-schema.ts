import * as z from 'zod/mini'
import { oneOf, strict, typedText, uuid } from '../core/schema-parts.ts'

/** What the desk asks of the server about a request for a format or for support. */
export const closeRequestSchema = strict({
  request: uuid,
  state: oneOf(['met', 'not-met']),
  note: typedText(2_100),
})

/** `gone`: there is no open request of this id, or it is not this person's to close (S04). */
export const requestClosedSchema = z.discriminatedUnion('ok', [
  strict({ ok: z.literal(true) }),
  strict({ ok: z.literal(false), problem: z.literal(['no-reason', 'note-long', 'gone']) }),
])
