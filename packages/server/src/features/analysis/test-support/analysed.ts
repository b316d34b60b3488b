import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { makeReference } from '../../../reference.ts'
import { systemRandom } from '../../../context.ts'
import { publish, smallConsultation } from '../../../test-support/sample-response.ts'
import type { TestDatabase } from '../../../test-support/test-database.ts'
import { sql } from 'kysely'

export const analyst = (changes: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  staffId: '11111111-1111-4111-8111-111111111111',
  name: 'Ros Amery',
  roles: ['analyst'],
  sessionId: 'session',
  teams: 'every',
  ...changes,
})

/** A consultation with an address of its own, published as version 1. */
export async function consultationIn(
  { calls }: TestDatabase,
  changes: Partial<Consultation> = {},
): Promise<Consultation> {
  const consultation = smallConsultation({ slug: `c-${randomUUID().slice(0, 8)}`, ...changes })
  await publish(calls, consultation)
  return consultation
}

export interface StoredFacts {
  readonly late?: boolean
  readonly version?: number
  readonly receivedAt?: string
}

/** Stores a response as it would be after being accepted, and returns its id. */
export async function storeResponse(
  { calls }: TestDatabase,
  consultation: Consultation,
  answers: Answers,
  facts: StoredFacts = {},
): Promise<string> {
  const id = randomUUID()
  const hash = Buffer.from(systemRandom(32))
  const at = facts.receivedAt ?? '2027-02-01T10:00:00Z'
  await sql`insert into response (id, consultation_id, version, edition, reference, code_hash, revision, state, late, answers,
      content_hash, first_hash, completed_at, received_at)
    values (${id}, ${consultation.id}, ${facts.version ?? 1}, 'standard', ${makeReference(systemRandom)}, ${hash}, 1, 'received',
      ${facts.late ?? false}, ${JSON.stringify(answers)}::jsonb, ${hash}, ${hash}, ${at}, ${at})`.execute(
    calls,
  )
  return id
}

export const howAnswer = (choice: string): Answers => ({ how: { kind: 'one-of', choice } })
