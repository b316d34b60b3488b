import type {
  Campaign,
  LedgerCounts,
  LineCount,
} from '@takepart/shared/domain/analysis/ledger/ledger'
import type { LedgerFacts, Line } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import type { LedgerMove, LedgerRow } from '@takepart/shared/domain/analysis/ledger/ledger-step'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Everything the ledger is made of, as it is at one moment. What came in is counted from the responses, not from the lines. */
export async function countLedger(db: Db, consultationId: string): Promise<LedgerCounts> {
  const { rows: lines } = await sql<LineCount>`
    select line, way, behalf, excluded as reason, campaign, count(*)::integer as count from response_ledger
    where consultation_id = ${consultationId}::uuid group by line, way, behalf, excluded, campaign`.execute(
    db,
  )
  const {
    rows: [totals],
  } = await sql<{ cameIn: number; mergedInto: number }>`
    select (select count(*)::integer from response where consultation_id = ${consultationId}::uuid) as "cameIn",
      (select count(distinct merged_into)::integer from response_ledger
        where consultation_id = ${consultationId}::uuid and line = 'duplicate') as "mergedInto"`.execute(
    db,
  )
  return {
    cameIn: totals?.cameIn ?? 0,
    mergedInto: totals?.mergedInto ?? 0,
    lines,
    campaigns: await campaignsOf(db, consultationId),
  }
}

export async function campaignsOf(db: Db, consultationId: string): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`
    select id, name, count_as as "countAs" from campaign where consultation_id = ${consultationId}::uuid
    order by found_at, id limit 200`.execute(db)
  return rows
}

const facts = sql`json_build_object('way', l.way, 'behalf', l.behalf, 'late', l.late, 'lateDecision', l.late_decision, 'blank', l.blank,
  'mergedInto', l.merged_into, 'campaign', l.campaign, 'campaignForm', l.campaign_form, 'excluded', l.excluded,
  'withdrawn', l.withdrawn, 'erased', l.erased)`

/** Responses as a decision finds them, and locked until it is stored, in one order so that two decisions never wait for each other. */
export async function lockRows(
  trx: Db,
  consultationId: string,
  ids: readonly string[],
): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select l.response_id as id, r.reference, ${facts} as facts from response_ledger l join response r on r.id = l.response_id
    where l.consultation_id = ${consultationId}::uuid and l.response_id = any(${[...ids]}::uuid[])
    order by l.response_id for update of l`.execute(trx)
  return rows
}

/** Those of the responses that others were merged into. */
export async function mergedIntoThese(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct merged_into as id from response_ledger where merged_into = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface NewStep {
  readonly id: string
  readonly consultationId: string
  readonly kind: string
  readonly reason: string
  readonly staffId: string
  readonly staffName: string
  readonly madeAt: Date
  readonly undoes?: string
}

/** Writes a step down and moves its responses. */
export async function storeStep(
  trx: Db,
  step: NewStep,
  moves: readonly LedgerMove[],
): Promise<void> {
  await sql`insert into ledger_step (id, consultation_id, kind, reason, staff_id, staff_name, made_at, undoes)
    values (${step.id}, ${step.consultationId}, ${step.kind}, ${step.reason}, ${step.staffId}, ${step.staffName}, ${step.madeAt},
      ${step.undoes ?? null})`.execute(trx)
  const rows = JSON.stringify(moves.map(({ id, before, after }) => ({ id, before, after })))
  await sql`insert into ledger_move (step_id, response_id, before, after)
    select ${step.id}::uuid, m.id, m.before, m.after
    from jsonb_to_recordset(${rows}::jsonb) as m (id uuid, before jsonb, after jsonb)`.execute(trx)
  await sql`update response_ledger l set behalf = m.after ->> 'behalf', late_decision = m.after ->> 'lateDecision',
      merged_into = (m.after ->> 'mergedInto')::uuid, campaign = (m.after ->> 'campaign')::uuid,
      campaign_form = m.after ->> 'campaignForm', excluded = m.after ->> 'excluded',
      as_one = m.after ->> 'campaignForm' = 'standard' and m.after ->> 'campaign' is not null
        and (select c.count_as = 'one' from campaign c where c.id = (m.after ->> 'campaign')::uuid)
    from jsonb_to_recordset(${rows}::jsonb) as m (id uuid, after jsonb) where l.response_id = m.id`.execute(
    trx,
  )
}

/** A step as the ledger tells of it. */
export interface StoredStep {
  readonly id: string
  readonly kind: string
  readonly reason: string
  readonly staffName: string
  readonly madeAt: Date
  readonly undoes: string | null
  readonly undone: boolean
  readonly responses: number
  /** Of the first few. */
  readonly references: readonly string[]
}

const stepsAtOnce = 50

/** The newest steps, the newest first. */
export async function newestSteps(db: Db, consultationId: string): Promise<readonly StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    select s.id, s.kind, s.reason, s.staff_name as "staffName", s.made_at as "madeAt", s.undoes,
      exists (select from ledger_step u where u.undoes = s.id) as undone,
      (select count(*)::integer from ledger_move m where m.step_id = s.id) as responses,
      array(select r.reference from ledger_move m join response r on r.id = m.response_id where m.step_id = s.id
        order by r.reference limit 5) as "references"
    from ledger_step s where s.consultation_id = ${consultationId}::uuid order by s.made_at desc, s.undoes is not null desc, s.id limit ${stepsAtOnce}`.execute(
    db,
  )
  return rows
}

/** A step with its moves, to be undone. */
export async function findStep(
  db: Db,
  consultationId: string,
  id: string,
): Promise<
  | { readonly undone: boolean; readonly kind: string; readonly moves: readonly LedgerMove[] }
  | undefined
> {
  const {
    rows: [step],
  } = await sql<{ kind: string; undone: boolean }>`
    select s.kind, exists (select from ledger_step u where u.undoes = s.id) as undone from ledger_step s
    where s.id = ${id}::uuid and s.consultation_id = ${consultationId}::uuid for update`.execute(db)
  if (!step) return undefined
  const { rows: moves } = await sql<LedgerMove>`
    select m.response_id as id, r.reference, m.before, m.after from ledger_move m join response r on r.id = m.response_id
    where m.step_id = ${id}::uuid`.execute(db)
  return { ...step, moves }
}

/** A response on a line, as the list of a line shows it. */
export interface RowOnLine {
  readonly id: string
  readonly reference: string
  readonly facts: LedgerFacts
  readonly line: Line
  readonly cameOn: string
  readonly completedAt: Date
  /** The newest step about it that stands. */
  readonly decidedBy: string | null
  readonly decidedAs: string | null
  readonly reason: string | null
}

const rowsAtOnce = 50

/** Responses on one line, in the order of their ids, which says nothing of when they came. */
export async function rowsOnLine(
  db: Db,
  consultationId: string,
  line: Line,
  after?: string,
): Promise<readonly RowOnLine[]> {
  const { rows } = await sql<RowOnLine>`
    select l.response_id as id, r.reference, ${facts} as facts, l.line, l.came_on::text as "cameOn", r.completed_at as "completedAt",
      step.staff_name as "decidedBy", step.kind as "decidedAs", step.reason
    from response_ledger l join response r on r.id = l.response_id
      left join lateral (select s.staff_name, s.kind, s.reason from ledger_move m join ledger_step s on s.id = m.step_id
        where m.response_id = l.response_id and s.kind <> 'undo' and not exists (select from ledger_step u where u.undoes = s.id)
        order by s.made_at desc limit 1) step on true
    where l.consultation_id = ${consultationId}::uuid and l.line = ${line}
      and l.response_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by l.response_id limit ${rowsAtOnce}`.execute(db)
  return rows
}

export async function insertCampaign(
  trx: Db,
  campaign: Campaign & { readonly consultationId: string; readonly foundAt: Date },
): Promise<void> {
  await sql`insert into campaign (id, consultation_id, name, count_as, found_at) values (${campaign.id}, ${campaign.consultationId},
    ${campaign.name}, ${campaign.countAs}, ${campaign.foundAt})`.execute(trx)
}

/** How the responses of a campaign in the standard words count from now on. */
export async function countCampaignAs(
  trx: Db,
  campaignId: string,
  countAs: Campaign['countAs'],
): Promise<void> {
  await sql`update campaign set count_as = ${countAs} where id = ${campaignId}::uuid`.execute(trx)
  await sql`update response_ledger set as_one = ${countAs === 'one'}
    where campaign = ${campaignId}::uuid and campaign_form = 'standard'`.execute(trx)
}

/** The words of each response that counts, for finding letters that are alike: the long answers joined, none about equality. */
export async function* wordsOfResponses(
  db: Db,
  consultationId: string,
): AsyncGenerator<{ readonly id: string; readonly text: string }> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; text: string | null }>`
      select r.id, (select string_agg(answer ->> 'text', e'\n' order by id) from jsonb_each(r.answers) as answered (id, answer)
        where answer ->> 'kind' = 'long-text' and id <> all (questions_apart_of(r.consultation_id, r.version))) as text
      from response r join response_ledger l on l.response_id = r.id
      where l.consultation_id = ${consultationId}::uuid and l.counted and r.id > ${after}::uuid order by r.id limit 1000`.execute(
      db,
    )
    for (const { id, text } of rows) if (text !== null) yield { id, text }
    const last = rows.at(-1)
    if (!last || rows.length < 1000) return
    after = last.id
  }
}
