import { isDeepStrictEqual } from 'node:util'
import { readJsonBody, UnreadableBody } from './json-body.ts'

/** What may stand behind the `?` of a call by GET: its input, and the last event that a stream was given. */
const known: ReadonlySet<string> = new Set(['input', 'lastEventId'])

/**
 * Throws {@link UnreadableBody} when a call by GET carries what our client never sends: another parameter (a batch above all: with
 * one, a limit on requests would be no limit on calls), one twice, or an input that a body could not be either.
 */
export function checkQuery(query: unknown): void {
  for (const [name, value] of Object.entries(query as Readonly<Record<string, unknown>>)) {
    if (!known.has(name) || typeof value !== 'string') throw new UnreadableBody()
  }
  const { input } = query as { readonly input?: string }
  if (input === undefined) return
  // In a body, marks that cannot be stored are left out. Here they are refused: nobody types into an address.
  if (!isDeepStrictEqual(readJsonBody(Buffer.from(input)), JSON.parse(input)))
    throw new UnreadableBody()
}
