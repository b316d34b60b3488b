import type { Actor } from '@takepart/shared/domain/account/actor'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** What was done: ids and verbs only, never a word of what anybody wrote (S55). */
export interface Act {
  /** Noun and verb, as `consultation.publish`: an action of domain/account/actions.ts where there is one. */
  readonly verb: string
  readonly thing: { readonly kind: string; readonly id: string }
  /** Names from a fixed list, as roles are; at most 200 of a to z, digits, spaces and , : . - */
  readonly detail?: string
}

/** Who did it, as the log names them. `command-line` is whoever may run commands on the server. */
export type AuditActor = Actor | { readonly kind: 'command-line' }

/**
 * Adds an entry to the audit log. Call it last in the transaction of the act itself: either both are there or neither,
 * and entries are made one after the other, so the next writer waits for the end of the transaction.
 */
export async function recordAct(
  db: Db,
  actor: AuditActor,
  { at, verb, thing, detail = '' }: Act & { readonly at: Date },
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({ at, actor: nameOf(actor), verb, thing: `${thing.kind}:${thing.id}`, detail })
    .execute()
}

function nameOf(actor: AuditActor): string {
  if (actor.kind === 'staff') return `staff:${actor.staffId}`
  return actor.kind === 'job' ? `job:${actor.name}` : actor.kind
}

export interface AuditEntry {
  readonly number: number
  readonly at: Date
  readonly actor: string
  readonly verb: string
  readonly thing: string
  readonly detail: string
}

export interface ChainedEntry extends AuditEntry {
  /** To the microsecond, in UTC, as it was hashed: a JavaScript date keeps milliseconds. */
  readonly atText: string
  readonly previousHash: Buffer
  readonly hash: Buffer
}

/** The oldest first, at most `most`, all after entry `after`. */
export async function readChain(
  db: Db,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly ChainedEntry[]> {
  return db
    .selectFrom('audit_entry')
    .select((eb) => [
      'number',
      'at',
      'actor',
      'verb',
      'thing',
      'detail',
      'previous_hash as previousHash',
      'hash',
      eb
        .fn<string>('to_char', [
          eb.fn('timezone', [eb.val('UTC'), 'at']),
          eb.val('YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        ])
        .as('atText'),
    ])
    .where('number', '>', after)
    .orderBy('number')
    .limit(most)
    .execute()
}
