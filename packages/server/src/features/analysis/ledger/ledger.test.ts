import { randomUUID } from 'node:crypto'
import { addsUp, ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import {
  behalves,
  exclusionReasons,
  isCounted,
  lineOf,
  type LedgerFacts,
  type Line,
} from '@takepart/shared/domain/analysis/ledger/ledger-line'
import type { LedgerDecision } from '@takepart/shared/domain/analysis/ledger/ledger-step'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOf, sentResponse, withdrawalOf } from '../../../test-support/sample-response.ts'
import { callerFor, testContext, type TestContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { analyst, consultationIn, howAnswer, storeResponse } from '../test-support/analysed.ts'
import { countCampaign, decideOnResponses, labelCampaign, undoStep } from './decide-on-responses.ts'
import { findCampaigns } from './find-campaigns.ts'
import { countLedger, newestSteps, rowsOnLine } from './ledger.queries.ts'

let database: TestDatabase
let ctx: TestContext & { actor: ReturnType<typeof analyst> }
beforeAll(async () => {
  database = await createTestDatabase()
  ctx = { ...testContext(database), actor: analyst() }
})
afterAll(() => database.close())

const ledger = async ({ id }: Consultation): Promise<Ledger> =>
  ledgerOf(await countLedger(database.calls, id))
const onLine = async (consultation: Consultation, line: Line): Promise<readonly string[]> =>
  (await rowsOnLine(database.calls, consultation.id, line)).map(({ id }) => id)
const decide = (
  consultation: Consultation,
  responseIds: readonly string[],
  decision: LedgerDecision,
  reason = 'Because.',
) => {
  const stepId = randomUUID()
  return decideOnResponses(ctx, {
    stepId,
    consultationId: consultation.id,
    responseIds,
    decision,
    reason,
  }).then((result) => ({ stepId, result }))
}

describe('the line of a response in the database', () => {
  it('is the line of the rule, for every combination of what can be known', async () => {
    const consultation = await consultationIn(database)
    const [id, other] = [
      await storeResponse(database, consultation, howAnswer('bus')),
      await storeResponse(database, consultation, howAnswer('bus')),
    ]
    const campaign = randomUUID()
    await sql`insert into campaign (id, consultation_id, name, found_at) values (${campaign}, ${consultation.id}, 'One', now())`.execute(
      database.calls,
    )
    const yes = [true, false]
    let tried = 0
    for (const behalf of behalves)
      for (const late of yes)
        for (const lateDecision of ['accepted', 'not-accepted', null] as const)
          for (const blank of yes)
            for (const mergedInto of [other, null])
              for (const campaignForm of ['standard', 'edited', null] as const)
                for (const excluded of [exclusionReasons[0], null])
                  for (const gone of ['withdrawn', 'erased', ''] as const) {
                    const facts: LedgerFacts = {
                      way: 'website',
                      behalf,
                      late,
                      lateDecision,
                      blank,
                      mergedInto,
                      campaign: campaignForm && campaign,
                      campaignForm,
                      excluded,
                      withdrawn: gone === 'withdrawn',
                      erased: gone === 'erased',
                    }
                    const {
                      rows: [row],
                    } = await sql<{ line: Line; counted: boolean }>`
                      update response_ledger set behalf = ${behalf}, late = ${late}, late_decision = ${lateDecision}, blank = ${blank},
                        merged_into = ${mergedInto}, campaign = ${facts.campaign}, campaign_form = ${campaignForm}, excluded = ${excluded},
                        withdrawn = ${facts.withdrawn}, erased = ${facts.erased}
                      where response_id = ${id} returning line, counted`.execute(database.calls)
                    expect(row, JSON.stringify(facts)).toEqual({
                      line: lineOf(facts),
                      counted: isCounted(lineOf(facts)),
                    })
                    tried += 1
                  }
    expect(tried).toBe(1296)
  }, 60_000)

  it('cannot be missing: a response without one is not committed', async () => {
    const consultation = await consultationIn(database)
    const id = await storeResponse(database, consultation, howAnswer('bus'))
    await expect(
      database.asOwner(
        `begin; delete from response_words where response_id = '${id}'; delete from response_ledger where response_id = '${id}'; commit`,
      ),
    ).rejects.toMatchObject({ code: '23503' })
    await expect(
      database.asOwner(`update response_ledger set line = 'in-time' where response_id = '${id}'`),
    ).rejects.toMatchObject({ code: '428C9' })
    expect(addsUp(await ledger(consultation))).toBe(true)
  })
})

describe('the ledger', () => {
  it('follows a response from sending to withdrawal', async () => {
    const consultation = await consultationIn(database)
    const caller = callerFor(ctx)
    const sent = sentResponse({ slug: consultation.slug })
    await caller.response.submit(sent.input)
    expect(await ledger(consultation)).toMatchObject({ cameIn: 1, inResults: 1 })
    await caller.response.change(changeOf(sent))
    const { rows } = await sql<{ keys: string[] }>`
      select keys from response_ledger where response_id = ${sent.input.responseId}`.execute(
      database.calls,
    )
    expect(rows[0]?.keys.toSorted()).toEqual(['how=car', 'park=no'])
    await caller.response.withdraw(withdrawalOf(sent))
    expect(await ledger(consultation)).toMatchObject({ cameIn: 1, inResults: 0, withoutLine: 0 })
    expect(await onLine(consultation, 'withdrawn')).toEqual([sent.input.responseId])
    const gone =
      await sql`select response_id from response_words where response_id = ${sent.input.responseId}
        union all select response_id from response_words_due where response_id = ${sent.input.responseId}`.execute(
        database.calls,
      )
    expect(gone.rows).toEqual([])
  })

  it('accepts what came late within the days of grace, and leaves the rest to staff', async () => {
    const consultation = await consultationIn(database)
    const late = (receivedAt: string) =>
      storeResponse(database, consultation, howAnswer('bus'), { late: true, receivedAt })
    const within = await late('2027-03-04T17:00:00Z')
    const beyond = await late('2027-03-04T18:00:00Z')
    expect(await onLine(consultation, 'late-accepted')).toEqual([within])
    expect(await onLine(consultation, 'late-waiting')).toEqual([beyond])
    const { stepId } = await decide(
      consultation,
      [beyond],
      { kind: 'refuse-late' },
      'Begun after closing.',
    )
    const [row] = await rowsOnLine(database.calls, consultation.id, 'late-not-accepted')
    expect(row).toMatchObject({
      id: beyond,
      decidedBy: 'Ros Amery',
      reason: 'Begun after closing.',
    })
    await undoStep(ctx, { stepId: randomUUID(), consultationId: consultation.id, undoes: stepId })
    expect(await onLine(consultation, 'late-waiting')).toEqual([beyond])
    expect(await newestSteps(database.calls, consultation.id)).toMatchObject([
      { kind: 'undo', undoes: stepId },
      { id: stepId, undone: true, responses: 1 },
    ])
  })

  it('merges copies, refuses what makes no sense, and is sent twice without harm', async () => {
    const consultation = await consultationIn(database)
    const [one, two, three] = [
      await storeResponse(database, consultation, howAnswer('bus')),
      await storeResponse(database, consultation, howAnswer('bus')),
      await storeResponse(database, consultation, howAnswer('bus')),
    ]
    const merge = { stepId: randomUUID(), consultationId: consultation.id, reason: '' }
    const input = { ...merge, responseIds: [two], decision: { kind: 'merge', into: one } } as const
    expect(await decideOnResponses(ctx, input)).toEqual({ ok: true, value: { moved: 1 } })
    expect(await decideOnResponses(ctx, input)).toEqual({ ok: true, value: { moved: 1 } })
    expect(await ledger(consultation)).toMatchObject({
      inResults: 2,
      merged: { copies: 1, into: 1 },
    })
    const again = await decide(consultation, [one], { kind: 'merge', into: three })
    expect(again.result).toMatchObject({ problems: [{ code: 'others-merged-into-it' }] })
    const elsewhere = await consultationIn(database)
    const stranger = await storeResponse(database, elsewhere, howAnswer('bus'))
    const foreign = await decide(consultation, [stranger], { kind: 'accept-late' })
    expect(foreign.result).toMatchObject({ problems: [{ code: 'response-not-here' }] })
    expect(await newestSteps(database.calls, consultation.id)).toHaveLength(1)
  })

  it('finds a campaign, labels it, counts it as one and takes that back', async () => {
    const consultation = await consultationIn(database)
    const letter =
      'I am writing about the waiting rooms at the hospital because nobody should have to stand for an hour without a chair.'
    const say = (text: string) =>
      storeResponse(database, consultation, { words: { kind: 'long-text', text } })
    const same = [await say(letter), await say(letter), await say(letter)]
    const own = await say(`${letter} My mother fell in March because there was no seat.`)
    await say('Nothing')
    await say('Nothing')
    const [found, ...others] = await findCampaigns(database.calls, consultation.id)
    expect(others).toEqual([])
    expect(found?.standard.toSorted()).toEqual(same.toSorted())
    expect(found?.edited).toEqual([
      { id: own, own: ['My mother fell in March because there was no seat.'] },
    ])
    const campaign = { id: randomUUID(), name: 'Chairs', countAs: 'each' } as const
    const labelled = await labelCampaign(ctx, {
      stepIds: [randomUUID(), randomUUID()],
      consultationId: consultation.id,
      campaign,
      standard: same,
      edited: [own],
    })
    expect(labelled).toEqual({ ok: true, value: { moved: 4 } })
    expect(await ledger(consultation)).toMatchObject({ inResults: 6, countedTotal: 6 })
    const count = (countAs: 'each' | 'one') =>
      countCampaign(ctx, {
        stepId: randomUUID(),
        consultationId: consultation.id,
        reason: 'One leaflet.',
        campaignId: campaign.id,
        countAs,
      })
    await count('one')
    expect(await ledger(consultation)).toMatchObject({ inResults: 4, countedTotal: 6 })
    const counted = await sql<{ people: number }>`
      select count(*)::integer as people from counted_response where consultation_id = ${consultation.id}`.execute(
      database.calls,
    )
    expect(counted.rows).toEqual([{ people: 4 }])
    await count('each')
    expect(await ledger(consultation)).toMatchObject({ inResults: 6 })
  })

  it('keeps every step: none can be changed or removed', async () => {
    for (const text of [
      "update ledger_step set reason = 'other'",
      'delete from ledger_move',
      'truncate ledger_step cascade',
    ])
      await expect(database.asOwner(text)).rejects.toMatchObject({ code: '23001' })
  })
})
