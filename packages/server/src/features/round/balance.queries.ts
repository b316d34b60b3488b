import { asksSomething } from '@takepart/shared/domain/round/asks'
import type { Voiced } from '@takepart/shared/domain/round/balance'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { Round } from '@takepart/shared/domain/round/round'
import type { Stance } from '@takepart/shared/domain/round/stance'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

interface Row {
  readonly number: number
  readonly inReplyTo: number | null
  readonly source: ContributionSource
  readonly voice: string | null
  readonly stance: Stance | null
  readonly self: string | null
  readonly body: string
  readonly shownAt: Date
}

/** The most that a balance is measured over: the newest. */
export const mostMeasured = 20_000

/** What is shown of a round, for measuring: whether it asks something is worked out here, and the words stay here. */
export async function listVoiced(db: Db, roundId: string): Promise<readonly Voiced[]> {
  const { rows } = await sql<Row>`
    select number, answered_number as "inReplyTo", source, voice_id::text as voice, stance, self, body, shown_at as "shownAt"
    from contribution_shown where round_id = ${roundId} and words = 'said' order by number desc limit ${mostMeasured}`.execute(
    db,
  )
  return rows.map(({ number, inReplyTo, source, voice, stance, self, body, shownAt }) => ({
    number,
    ...(inReplyTo === null ? {} : { inReplyTo }),
    source,
    ...(voice === null ? {} : { voice }),
    ...(stance === null ? {} : { stance }),
    ...(self === null ? {} : { self }),
    asks: asksSomething(body),
    shownAt: shownAt.toISOString(),
  }))
}

export interface DeskRound {
  readonly id: string
  readonly round: Pick<Round, 'slug' | 'title' | 'opensAt' | 'closesAt' | 'summary'>
  readonly contributions: number
}

/** Every round that was not taken back, those that close last first; at most 200. */
export async function listDeskRounds(db: Db): Promise<readonly DeskRound[]> {
  const { rows } = await sql<DeskRound>`
    select r.id, r.document as round,
      (select count(*)::integer from contribution_shown s where s.round_id = r.id and s.words = 'said') as contributions
    from round r where r.retracted_at is null order by r.closes_at desc, r.id limit 200`.execute(db)
  return rows
}

export async function findDeskRound(db: Db, id: string): Promise<DeskRound['round'] | undefined> {
  const row = await db
    .selectFrom('round')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.document
}
