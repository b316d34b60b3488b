import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Decision } from '@takepart/shared/domain/moderation/decision'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Round } from '@takepart/shared/domain/round/round'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anotherCode,
  privateCode,
  publishRound,
  sentContribution,
  sentEdit,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { callerFor, testContext, type TestContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { applyDueDecisions } from './apply-due-decisions.ts'
import { countDecided, countQueue, listQueue } from './queue.queries.ts'

let database: TestDatabase
let ctx: TestContext
let caller: ReturnType<typeof callerFor>
let round: Round

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.asOwner(
    'truncate contribution_report, moderation_answer, moderation_decision, moderation_claim, contribution_unread, acknowledgement, contribution_shown, contribution_words, contribution cascade',
  )
  ctx = testContext(database)
  ctx.setClock(whileRoundOpen)
  caller = callerFor(ctx)
  round = await publishRound(database, { moderation: 'before' })
})

const later = (seconds: number): Date => new Date(whileRoundOpen.getTime() + seconds * 1_000)
const secret = 'ZQXhallam'
const text = `Mrs ${secret} never came again, and nobody rang her.`
const takeOut: Decision = {
  kind: 'redact',
  parts: [{ field: 'text', start: 0, end: 4 + secret.length, what: 'name' }],
}

/** A member of staff with these roles, who is signed in. */
function signInStaff(roles: StaffActor['roles'], name = 'Ash Fell'): StaffActor {
  return {
    kind: 'staff',
    staffId: randomUUID(),
    name,
    roles,
    sessionId: randomUUID(),
    teams: 'every',
  }
}

async function moderator(name = 'Kit Osei') {
  const actor = signInStaff(['moderator'], name)
  const own = testContext(database, { actor })
  own.setClock(whileRoundOpen)
  return { actor, own, caller: callerFor(own) }
}
type Moderator = Awaited<ReturnType<typeof moderator>>

async function contributed(
  said: Parameters<typeof sentContribution>[1] = { text },
  code = privateCode,
): Promise<ContributionId> {
  const sent = sentContribution(round, said, { code })
  expect(await caller.round.contribute(sent)).toMatchObject({ ok: true })
  return sent.contributionId
}

const decide = (by: Moderator, contributionId: string, decision: Decision, changes: object = {}) =>
  by.caller.moderation.decide({
    decisionId: randomUUID(),
    contributionId,
    revision: 1,
    decision,
    ...changes,
  })

const apply = (seconds = 31) => applyDueDecisions(database.calls, later(seconds))
const shown = async () =>
  (
    await database.asOwner(
      'select name, body, words, removed, revision from contribution_shown order by number',
    )
  ).rows
const stateOf = async (id: string) =>
  (await database.asOwner(`select state, reason, revision from contribution where id = '${id}'`))
    .rows[0]
/** What its author reads of the one contribution there is. */
async function own() {
  const found = await caller.round.readOwn({ slug: round.slug, code: privateCode })
  return found.ok ? found.value[0] : found.problems
}
const queue = (seconds = 0) => listQueue(database.calls, later(seconds))

describe('decide', () => {
  it('shows nothing for 30 seconds, then what was accepted', async () => {
    const kit = await moderator()
    const id = await contributed()
    expect(await decide(kit, id, { kind: 'accept' })).toMatchObject({
      ok: true,
      value: { undoUntil: later(30).toISOString() },
    })
    expect(await queue()).toEqual([])
    await apply(29)
    expect(await shown()).toEqual([])
    expect(await apply(30)).toBe(1)
    expect(await shown()).toMatchObject([{ body: text, words: 'said' }])
    expect(await apply(60)).toBe(0)
  })

  it('can be undone by whoever decided and before anything has left', async () => {
    const [kit, ros] = [await moderator(), await moderator('Ros Amery')]
    const id = await contributed()
    const decisionId = randomUUID()
    await decide(kit, id, { kind: 'accept' }, { decisionId })
    expect(await ros.caller.moderation.undo({ decisionId })).toEqual({ undone: false })
    expect(await kit.caller.moderation.undo({ decisionId })).toEqual({ undone: true })
    expect(await kit.caller.moderation.undo({ decisionId })).toEqual({ undone: false })
    expect(await apply(60)).toBe(0)
    expect(await queue(60)).toMatchObject([{ id }])
    await decide(kit, id, { kind: 'accept' }, { decisionId: randomUUID() })
    kit.own.setClock(later(30))
    const [{ id: again }] = (
      await database.asOwner('select id from moderation_decision where undone_at is null')
    ).rows as [{ id: string }]
    expect(await kit.caller.moderation.undo({ decisionId: again })).toEqual({ undone: false })
  })

  it('is taken once, whoever is faster, and the others are told who it was', async () => {
    const people = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => moderator(name)))
    const id = await contributed()
    const answers = await Promise.all(
      people.map((one, at) =>
        decide(one, id, at % 2 ? { kind: 'reject', reason: 'attacks' } : { kind: 'accept' }),
      ),
    )
    const winner = people[answers.findIndex(({ ok }) => ok)]
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(answer).toEqual({
        ok: false,
        problems: [{ code: 'decided-already', by: winner?.actor.staffId }],
      })
    expect((await database.asOwner('select 1 from moderation_decision')).rowCount).toBe(1)
  })

  it('is not for whoever finds that another has it open', async () => {
    const [kit, ros] = [await moderator(), await moderator('Ros Amery')]
    const id = await contributed()
    expect(await kit.caller.moderation.claim({ contributionId: id })).toEqual({
      holder: kit.actor.staffId,
    })
    expect(await ros.caller.moderation.claim({ contributionId: id })).toEqual({
      holder: kit.actor.staffId,
    })
    expect(await decide(ros, id, { kind: 'accept' })).toEqual({
      ok: false,
      problems: [{ code: 'being-decided', by: kit.actor.staffId }],
    })
    expect(await queue()).toMatchObject([{ claimedBy: kit.actor.staffId }])
    ros.own.setClock(later(601))
    expect(await ros.caller.moderation.claim({ contributionId: id })).toEqual({
      holder: ros.actor.staffId,
    })
    await ros.caller.moderation.release({ contributionId: id })
    expect(await decide(kit, id, { kind: 'accept' })).toMatchObject({ ok: true })
  })

  it.each<readonly [string, object, string]>([
    ['an older revision', { revision: 2 }, 'revision-changed'],
    ['nothing', { contributionId: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11' }, 'contribution-gone'],
    [
      'a reason of its own without words',
      { decision: { kind: 'reject', reason: 'other' } },
      'reason-words-missing',
    ],
    [
      'parts that are not there',
      {
        decision: { kind: 'redact', parts: [{ field: 'text', start: 0, end: 999, what: 'name' }] },
      },
      'redaction-out-of-place',
    ],
  ])('is refused about %s', async (_what, changes, code) => {
    const kit = await moderator()
    const id = await contributed()
    expect(await decide(kit, id, { kind: 'accept' }, changes)).toMatchObject({
      ok: false,
      problems: [{ code }],
    })
    expect((await database.asOwner('select 1 from moderation_decision')).rowCount).toBe(0)
  })

  it.each([['author'], ['analyst'], ['publisher'], ['administrator']] as const)(
    'is not for somebody who is only %s',
    async (role) => {
      const id = await contributed()
      const actor = signInStaff([role])
      const theirs = callerFor(testContext(database, { actor }))
      await expect(
        theirs.moderation.decide({
          decisionId: randomUUID(),
          contributionId: id,
          revision: 1,
          decision: { kind: 'accept' },
        }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(caller.moderation.claim({ contributionId: id })).rejects.toMatchObject({
        code: 'UNAUTHORIZED',
      })
    },
  )

  it('gives several the same reason, each for itself', async () => {
    const kit = await moderator()
    const ids = [await contributed({ text: 'Buy this' }), await contributed({ text: 'Buy that' })]
    const items = [...ids, '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'].map((contributionId) => ({
      decisionId: randomUUID(),
      contributionId,
      revision: 1,
    }))
    const answers = await kit.caller.moderation.decideMany({
      items,
      decision: { kind: 'reject', reason: 'sells' },
    })
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false])
    await apply()
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'rejected' })
  })
})

describe('a concern that a moderator raises', () => {
  it('has the words of the contribution, and decides nothing about it', async () => {
    const kit = await moderator()
    const id = await contributed()
    expect(
      await kit.caller.concern.raiseByHand({
        contributionId: id,
        severity: 'today',
        why: 'Worried',
      }),
    ).toMatchObject({ ok: true })
    const { rows } = await database.asOwner('select subject_id, severity, words from concern')
    expect(rows).toEqual([{ subject_id: id, severity: 'today', words: [{ text }] }])
    expect(await queue()).toMatchObject([{ id }])
    expect(await shown()).toEqual([])
    await database.asOwner(
      'alter table concern_event disable trigger immutable; truncate concern_look, concern_event, concern; alter table concern_event enable trigger immutable',
    )
  })
})

describe('what is taken out', () => {
  it('is nowhere but in the words as they were sent', async () => {
    const kit = await moderator()
    const id = await contributed()
    await decide(kit, id, takeOut)
    await apply()
    expect(await shown()).toMatchObject([
      {
        body: '[name removed] never came again, and nobody rang her.',
        removed: [{ start: 0, end: 14, reason: '[name removed]' }],
      },
    ])
    const tables = [
      'contribution',
      'contribution_shown',
      'moderation_decision',
      'moderation_answer',
      'contribution_report',
      'concern',
      'concern_event',
      'mail',
    ]
    for (const table of tables) {
      const { rows } = await database.asOwner(`select row_to_json(t)::text as row from ${table} t`)
      expect(JSON.stringify(rows), table).not.toContain(secret)
    }
    expect(
      JSON.stringify(
        await caller.round.shownSince({ slug: round.slug, after: 0 } as never).catch(() => ''),
      ),
    ).not.toContain(secret)
  })

  it('is taken from what was shown already, within 30 seconds and the next look', async () => {
    const after = await publishRound(database, { moderation: 'after' })
    round = after
    const kit = await moderator()
    const id = await contributed()
    expect(await shown()).toMatchObject([{ body: text }])
    expect(await queue()).toMatchObject([{ id, shown: true, first: true }])
    await decide(kit, id, takeOut)
    await apply(30)
    expect(JSON.stringify(await shown())).not.toContain(secret)
    expect(await queue(60)).toEqual([])
  })
})

describe('an author', () => {
  it('reads why in plain words, answers once, and a second person decides', async () => {
    const [kit, ros] = [await moderator(), await moderator('Ros Amery')]
    const id = await contributed()
    await decide(kit, id, { kind: 'reject', reason: 'attacks', words: 'She is named.' })
    expect(
      await caller.moderation.answer({ contributionId: id, code: privateCode, words: 'No' }),
    ).toMatchObject({ problems: [{ code: 'nothing-to-answer' }] })
    await apply()
    expect((await stateOf(id)).reason).toContain('because it attacks a person')
    expect(await own()).toMatchObject({
      receipt: { state: 'rejected', reason: expect.stringContaining('She is named.') },
      decided: 'reject',
      answer: 'may',
    })
    ctx.setClock(later(40))
    ros.own.setClock(later(50))
    const answer = {
      contributionId: id,
      code: privateCode,
      words: 'She is my sister and wants this said',
    }
    expect(await caller.moderation.answer({ ...answer, code: anotherCode })).toMatchObject({
      problems: [{ code: 'contribution-not-found' }],
    })
    expect(await caller.moderation.answer({ ...answer, words: ' ' })).toMatchObject({
      problems: [{ code: 'answer-missing' }],
    })
    expect(await caller.moderation.answer(answer)).toMatchObject({ ok: true })
    expect(await caller.moderation.answer(answer)).toMatchObject({
      problems: [{ code: 'answered-already' }],
    })
    expect(await own()).toMatchObject({ decided: 'reject', answer: 'given' })
    expect(await queue()).toMatchObject([
      { id, answer: answer.words, firstDecidedBy: kit.actor.staffId },
    ])
    expect(await decide(kit, id, { kind: 'accept' })).toMatchObject({
      problems: [{ code: 'second-person-needed' }],
    })
    expect(await decide(ros, id, { kind: 'accept' })).toMatchObject({ ok: true })
    await apply(80)
    expect(await shown()).toMatchObject([{ body: text }])
    expect(await own()).not.toHaveProperty('decided')
    expect(await queue(81)).toEqual([])
  })

  it('is asked for other words, and those wait for a decision of their own', async () => {
    const kit = await moderator()
    const id = await contributed()
    await decide(kit, id, { kind: 'ask-change', reason: 'identifies' })
    await apply()
    expect(await stateOf(id)).toMatchObject({ state: 'change-asked' })
    expect(await queue(31)).toEqual([])
    await caller.round.edit(sentEdit(id, { text: 'A friend never came again.' }))
    expect(await queue(31)).toMatchObject([{ id, revision: 2 }])
    expect(await decide(kit, id, { kind: 'accept' })).toMatchObject({
      problems: [{ code: 'revision-changed' }],
    })
    await decide(kit, id, { kind: 'accept' }, { revision: 2 })
    await apply(62)
    expect(await shown()).toMatchObject([{ body: 'A friend never came again.', revision: 2 }])
  })
})

describe('a report', () => {
  const report = (changes: object = {}) => ({
    reportId: randomUUID(),
    slug: round.slug,
    number: 1,
    reason: 'attacks' as const,
    deviceHash: 'ab'.repeat(32),
    ...changes,
  })

  it('hides nothing, comes to the queue, and its sender learns what came of it', async () => {
    const kit = await moderator()
    const id = await contributed()
    await decide(kit, id, { kind: 'accept' })
    await apply()
    const sent = report()
    expect(await caller.moderation.report(sent)).toEqual({
      ok: true,
      value: { reportId: sent.reportId, outcome: null },
    })
    expect(await caller.moderation.readOutcome({ reportId: sent.reportId })).toEqual({
      ok: true,
      value: { outcome: null },
    })
    expect(await shown()).toMatchObject([{ body: text }])
    expect(await caller.moderation.readOutcome({ reportId: randomUUID() })).toMatchObject({
      problems: [{ code: 'report-unknown' }],
    })
  })

  it('brings back what was let in, whoever decided first, and each report after a decision does', async () => {
    const kit = await moderator()
    const id = await contributed()
    await decide(kit, id, { kind: 'accept' })
    await apply()
    ctx.setClock(later(40))
    kit.own.setClock(later(50))
    expect(await decide(kit, id, { kind: 'accept' })).toMatchObject({
      problems: [{ code: 'decided-already', by: kit.actor.staffId }],
    })
    const sent = report({ words: 'She is my neighbour' })
    await caller.moderation.report(sent)
    expect(await queue(50)).toMatchObject([
      { id, shown: true, reports: [{ reason: 'attacks', words: 'She is my neighbour' }] },
    ])
    expect(await countQueue(database.calls)).toEqual({ waiting: 1, oldest: later(40) })
    expect(await decide(kit, id, takeOut)).toMatchObject({ ok: true })
    expect(await queue(51)).toEqual([])
    await apply(81)
    expect(JSON.stringify(await shown())).not.toContain(secret)
    expect(await caller.moderation.readOutcome({ reportId: sent.reportId })).toMatchObject({
      value: { outcome: 'changed' },
    })
    ctx.setClock(later(90))
    const again = report({ deviceHash: 'ef'.repeat(32) })
    await caller.moderation.report(again)
    kit.own.setClock(later(91))
    expect(await queue(91)).toMatchObject([{ id }])
    await decide(kit, id, { kind: 'reject', reason: 'identifies' })
    await apply(130)
    expect(await shown()).toMatchObject([{ body: null, words: 'removed' }])
    expect(await caller.moderation.readOutcome({ reportId: again.reportId })).toMatchObject({
      value: { outcome: 'removed' },
    })
    expect(await caller.moderation.report(again)).toEqual({
      ok: true,
      value: { reportId: again.reportId, outcome: 'removed' },
    })
    expect(await queue(131)).toEqual([])
  })

  it('counts once for each device, and is refused about what is not shown', async () => {
    const kit = await moderator()
    await decide(kit, await contributed(), { kind: 'accept' })
    await apply()
    await Promise.all(Array.from({ length: 8 }, () => caller.moderation.report(report())))
    await caller.moderation.report(report({ deviceHash: 'cd'.repeat(32) }))
    expect((await database.asOwner('select 1 from contribution_report')).rowCount).toBe(2)
    expect(await caller.moderation.report(report({ number: 2 }))).toMatchObject({
      problems: [{ code: 'report-unknown' }],
    })
    expect(await caller.moderation.report(report({ reason: 'other' }))).toMatchObject({
      problems: [{ code: 'report-words-missing' }],
    })
  })
})

describe('what moderators did', () => {
  it('is on the audit log by ids and verbs, and holds no word of anybody', async () => {
    const kit = await moderator()
    const id = await contributed()
    const decisionId = randomUUID()
    await decide(
      kit,
      id,
      { kind: 'reject', reason: 'other', words: `About ${secret}` },
      { decisionId },
    )
    await kit.caller.moderation.undo({ decisionId })
    const { rows } = await database.asOwner(
      `select actor, verb, thing, detail from audit_entry where thing = 'contribution:${id}' order by number`,
    )
    const actor = `staff:${kit.actor.staffId}`
    const thing = `contribution:${id}`
    expect(rows).toEqual([
      { actor, verb: 'moderation.decide', thing, detail: 'reject: other' },
      { actor, verb: 'moderation.undo', thing, detail: '' },
    ])
  })

  it('is counted for the last days, without what was undone', async () => {
    const kit = await moderator()
    for (const decision of [{ kind: 'accept' }, { kind: 'accept' }, takeOut] as const)
      await decide(kit, await contributed(undefined, anotherCode), decision as Decision)
    const undone = randomUUID()
    await decide(kit, await contributed(), { kind: 'accept' }, { decisionId: undone })
    await kit.caller.moderation.undo({ decisionId: undone })
    expect(await countDecided(database.calls, later(-60))).toEqual({
      accepted: 2,
      redacted: 1,
      rejected: 0,
      changeAsked: 0,
      again: 0,
      lastAt: later(0),
      lastBy: kit.actor.staffId,
    })
    expect(await countDecided(database.calls, later(1))).toMatchObject({
      accepted: 0,
      lastAt: null,
    })
  })
})

describe('edit against approve', () => {
  it('never shows words that nobody approved, whatever comes first (S53, F56)', async () => {
    const kit = await moderator()
    const step = fc.constantFrom('edit', 'accept', 'redact', 'reject', 'undo', 'apply', 'withdraw')
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 9 }),
        fc.boolean(),
        async (steps, together) => {
          const id = await contributed({ text: `words of revision 1 by ${secret}` })
          const approved = new Set<number>()
          let clock = 0
          const run = async (what: string): Promise<void> => {
            const { revision, state } = (await stateOf(id)) as { revision: number; state: string }
            if (what === 'edit')
              await caller.round.edit(
                sentEdit(
                  id,
                  { text: `words of revision ${revision + 1} by ${secret}` },
                  { baseRevision: revision },
                ),
              )
            if (what === 'withdraw' && state !== 'withdrawn')
              await caller.round.withdraw({ contributionId: id, code: privateCode })
            if (what === 'apply') await apply((clock += 40))
            if (what === 'undo') {
              const { rows } = await database.asOwner(
                'select id from moderation_decision where undone_at is null and applied_at is null limit 1',
              )
              if (rows[0])
                await kit.caller.moderation.undo({ decisionId: (rows[0] as { id: string }).id })
            }
            if (what === 'accept' || what === 'redact' || what === 'reject') {
              const start = `words of revision ${revision} by `.length
              const decision: Decision =
                what === 'redact'
                  ? {
                      kind: 'redact',
                      parts: [{ field: 'text', start, end: start + secret.length, what: 'name' }],
                    }
                  : what === 'accept'
                    ? { kind: 'accept' }
                    : { kind: 'reject', reason: 'attacks' }
              const answer = await decide(kit, id, decision, { revision })
              if (answer.ok && what !== 'reject') approved.add(revision)
            }
            kit.own.setClock(later(clock))
          }
          if (together) await Promise.all(steps.map((one) => run(one)))
          else for (const one of steps) await run(one)
          await apply(clock + 120)
          const { rows } = await database.asOwner(
            `select body, revision from contribution_shown where contribution_id = '${id}' and body is not null`,
          )
          for (const row of rows as { body: string; revision: number }[]) {
            expect(approved.has(row.revision)).toBe(true)
            expect(row.body).toContain(`words of revision ${row.revision} `)
            expect((await stateOf(id)) as object).toMatchObject({
              state: 'accepted',
              revision: row.revision,
            })
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})

describe('the queue', () => {
  it('has who needs help first, then the oldest, with no way to reach or to find anybody', async () => {
    const first = await contributed({ text: 'one' })
    ctx.setClock(later(10))
    const second = await contributed({ text: 'two' }, anotherCode)
    ctx.setClock(later(20))
    const third = await contributed({ text: 'three', helpNow: true })
    const waiting = await queue(30)
    expect(waiting.map(({ id }) => id)).toEqual([third, first, second])
    expect(await countQueue(database.calls)).toEqual({ waiting: 3, oldest: later(0) })
    expect(waiting[0]).toMatchObject({ severity: 'now' })
    const keys = new Set(waiting.flatMap((one) => Object.keys(one)))
    expect([...keys].filter((key) => /hash|code|voice|email|network|device/i.test(key))).toEqual([])
  })
})
