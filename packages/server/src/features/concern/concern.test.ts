import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { standingOf, type Concern } from '@takepart/shared/domain/moderation/concern'
import type { ActOnConcern } from '@takepart/shared/domain/moderation/concern-schema'
import type { AskForHelp } from '@takepart/shared/domain/moderation/help-request'
import { beforeEach, describe, expect, it } from 'vitest'
import { sentRequest } from '../../test-support/sample-request.ts'
import { sentResponse, whileOpen, withdrawalOf } from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { countOpen, listOpen, listRaisedSince, type ToTell } from './concern.queries.ts'
import { daysWordsKept, lookAfterConcerns } from './look-after-concerns.ts'
import { raiseConcern } from './raise-concern.queries.ts'
import { readConcern } from './read-concern.ts'

const scene = setScene()

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
const secret = 'ZQX-canary I want to end it all tonight'
const minute = 60_000

beforeEach(() =>
  scene.database.asOwner(
    'alter table concern_event disable trigger immutable; truncate concern_look, concern_event, concern, urgent_word_list; alter table concern_event enable trigger immutable',
  ),
)

const help = (changes: Partial<AskForHelp> = {}): AskForHelp => ({
  concernId: randomUUID(),
  place: '/consultations/garden/questions/why',
  words: secret,
  completedAt: whileOpen.toISOString(),
  sentAt: whileOpen.toISOString(),
  ...changes,
})

const moderator = async (name = 'Kit Osei') => {
  const actor = signInStaff(['moderator'], name)
  const ctx = testContext(scene.database, { actor })
  return { actor, ctx, caller: callerFor(ctx) }
}

const raise = async (changes: Partial<AskForHelp> = {}): Promise<string> => {
  const sent = help(changes)
  expect(await scene.caller.concern.raise(sent)).toMatchObject({ ok: true })
  return sent.concernId
}

const actOn = (concernId: string, seen: number, act: ActOnConcern['act']): ActOnConcern => ({
  concernId,
  seen,
  act,
})

/** A response in which somebody says this. */
const saying = (text: string) =>
  sentResponse({
    answers: { how: { kind: 'one-of', choice: 'bus' }, words: { kind: 'long-text', text } },
  })

const later = (minutes: number): Date => new Date(whileOpen.getTime() + minutes * minute)

async function lookAfter(now: Date, tell: (concern: ToTell) => Promise<void> = async () => {}) {
  await lookAfterConcerns({ db: scene.database.calls, now, tell: (_trx, concern) => tell(concern) })
}

const open = () => listOpen(scene.database.calls)
const onlyOne = async (): Promise<Concern> => (await open())[0] as Concern

describe('asking for help', () => {
  it('puts one concern in the lane, as immediate danger, however often it is sent', async () => {
    const sent = help({ reach: '07700 900461' })
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => scene.caller.concern.raise(sent)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await open()).toMatchObject([
      { id: sent.concernId, subjectKind: 'message', hasReach: true },
    ])
    expect(standingOf(await onlyOne())).toMatchObject({
      state: 'waiting',
      severity: 'now',
      dueAt: later(30).toISOString(),
    })
  })

  it.each([
    [{ words: ' ' }, 'help-words-missing'],
    [{ words: 'x'.repeat(5_001) }, 'help-words-too-long'],
  ])('refuses %j in words', async (changes, problem) => {
    expect(await scene.caller.concern.raise(help(changes))).toMatchObject({
      ok: false,
      problems: [{ code: problem }],
    })
    expect(await open()).toEqual([])
  })

  it.each([
    { place: 'https://evil.invalid/' },
    { place: '/consultations/x?y=1' },
    { concernId: 'none' },
    { words: 7 },
    { severity: 'week' },
  ])('takes no other shape: %j', async (changes) => {
    await expect(scene.caller.concern.raise(help(changes as object))).rejects.toThrow()
  })

  it('is taken while the word list cannot be read', async () => {
    await scene.database.asOwner('alter table urgent_word_list rename to away')
    try {
      await raise()
    } finally {
      await scene.database.asOwner('alter table away rename to urgent_word_list')
    }
    expect(await open()).toHaveLength(1)
  })
})

describe('what people write in responses', () => {
  const urgent = () => saying(secret)

  it('is noticed in the transaction of the response', async () => {
    const sent = urgent()
    expect(await scene.caller.response.submit(sent.input)).toMatchObject({ ok: true })
    const [concern] = await open()
    expect(concern).toMatchObject({ subjectKind: 'response' })
    expect(concern?.events).toMatchObject([
      { kind: 'raised', by: { kind: 'word-list', phrase: 'end it all' }, severity: 'now' },
    ])
  })

  it('raises nothing where the list finds nothing', async () => {
    expect(await scene.caller.response.submit(sentResponse().input)).toMatchObject({ ok: true })
    expect(await open()).toEqual([])
  })

  it('is neither stored nor raised when one of them cannot be', async () => {
    const { input } = urgent()
    await scene.database.asOwner(
      "alter table concern add constraint no_more check (severity <> 'now') not valid",
    )
    try {
      await expect(scene.caller.response.submit(input)).rejects.toThrow()
    } finally {
      await scene.database.asOwner('alter table concern drop constraint no_more')
    }
    expect(
      (await scene.database.asOwner(`select 1 from response where id = '${input.responseId}'`))
        .rowCount,
    ).toBe(0)
    expect(await open()).toEqual([])
  })

  it('stays in the lane with its words when the response is withdrawn', async () => {
    const { actor, ctx } = await moderator()
    const sent = urgent()
    await scene.caller.response.submit(sent.input)
    await scene.caller.response.withdraw(withdrawalOf(sent))
    const [row] = (
      await scene.database.asOwner(
        `select answers, state from response where id = '${sent.input.responseId}'`,
      )
    ).rows
    expect(row).toEqual({ answers: null, state: 'withdrawn' })
    const [concern] = await open()
    expect(standingOf(concern as Concern)).toMatchObject({ state: 'waiting', withdrawn: true })
    const read = await readConcern({ ...ctx, actor }, concern?.id ?? '')
    expect(read?.words).toMatchObject([{ text: secret }])
  })

  it('is noticed in a request for support, with how they can be reached', async () => {
    const sent = sentRequest()
    const request = { ...sent.request, when: 'After six. I feel like killing myself' }
    await scene.caller.supportRequest.ask({ ...sent, request })
    expect(await open()).toMatchObject([{ subjectKind: 'support-request', hasReach: true }])
  })
})

describe('the lane', () => {
  it.each([['author'], ['analyst'], ['publisher'], ['administrator']] as const)(
    'is not for somebody who is only %s',
    async (role) => {
      const id = await raise()
      const actor = signInStaff([role])
      const caller = callerFor(testContext(scene.database, { actor }))
      await expect(caller.concern.act(actOn(id, 1, { kind: 'take' }))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
      await expect(
        caller.concern.saveWords({ base: 0, list: { phrases: [], leaveAlone: [] } }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  it('is not for whoever is not signed in', async () => {
    const id = await raise()
    await expect(scene.caller.concern.act(actOn(id, 1, { kind: 'take' }))).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })

  it('holds nothing that was written, and each look at the words is noted', async () => {
    const { actor, ctx, caller } = await moderator()
    const id = await raise()
    expect(JSON.stringify(await open())).not.toContain('ZQX')
    await readConcern({ ...ctx, actor }, id)
    await caller.concern.act(actOn(id, 1, { kind: 'take' }))
    await caller.concern.act(
      actOn(id, 2, { kind: 'pass-on', to: 'crisis-team', what: `They ring about ${secret}` }),
    )
    const { rows } = await scene.database.asOwner('select concern_id, staff_id from concern_look')
    expect(rows).toEqual([{ concern_id: id, staff_id: actor.staffId }])
  })

  it('gives no words where the look cannot be logged', async () => {
    const { actor, ctx } = await moderator()
    const id = await raise()
    await scene.database.asOwner(
      'alter table concern_look add constraint no_more check (false) not valid',
    )
    try {
      await expect(readConcern({ ...ctx, actor }, id)).rejects.toThrow('no_more')
    } finally {
      await scene.database.asOwner('alter table concern_look drop constraint no_more')
    }
  })

  it('lets one of two who take it at once have it, and tells the other', async () => {
    const id = await raise()
    const people = await Promise.all([moderator('One'), moderator('Other'), moderator('Third')])
    const answers = await Promise.all(
      people.map(({ caller }) => caller.concern.act(actOn(id, 1, { kind: 'take' }))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual([
      { ok: false, problems: [{ code: 'concern-moved-on' }] },
      { ok: false, problems: [{ code: 'concern-moved-on' }] },
    ])
    expect((await onlyOne()).events).toHaveLength(2)
  })

  it('goes from an owner over a team to its closing, with what was done', async () => {
    const { caller } = await moderator()
    const id = await raise()
    const acts: readonly ActOnConcern['act'][] = [
      { kind: 'take' },
      { kind: 'change-severity', severity: 'today', why: 'Safe with her sister' },
      { kind: 'acknowledge', how: 'By telephone' },
      { kind: 'pass-on', to: 'pals', what: 'They ring before noon' },
      { kind: 'confirm', what: 'PALS has it' },
      { kind: 'close', how: 'done', what: 'PALS rang; all is well' },
    ]
    for (const [at, act] of acts.entries())
      expect(await caller.concern.act(actOn(id, at + 1, act))).toEqual({
        ok: true,
        value: { seen: at + 2 },
      })
    expect(await open()).toEqual([])
    expect(await countOpen(scene.database.calls)).toMatchObject({ open: 0, waiting: 0 })
    const [closed] = await listRaisedSince(scene.database.calls, later(-1))
    expect(standingOf(closed as Concern)).toMatchObject({ state: 'closed', acknowledged: true })
  })

  it('refuses to close without saying what was done', async () => {
    const { caller } = await moderator()
    const id = await raise()
    await caller.concern.act(actOn(id, 1, { kind: 'take' }))
    expect(
      await caller.concern.act(actOn(id, 2, { kind: 'close', how: 'done', what: ' ' })),
    ).toEqual({
      ok: false,
      problems: [{ code: 'what-missing' }],
    })
    expect(await caller.concern.act(actOn(randomUUID(), 1, { kind: 'take' }))).toEqual({
      ok: false,
      problems: [{ code: 'concern-unknown' }],
    })
  })

  it('opens again what is noticed again after it was closed', async () => {
    const { caller } = await moderator()
    const id = await raise()
    await caller.concern.act(actOn(id, 1, { kind: 'take' }))
    await caller.concern.act(
      actOn(id, 2, { kind: 'close', how: 'false-alarm', what: 'A quotation' }),
    )
    await scene.database.calls.transaction().execute((trx) =>
      raiseConcern(trx, {
        subject: { kind: 'message', id },
        words: [{ text: 'More' }],
        by: { kind: 'writer' },
        severity: 'today',
        at: later(60),
      }),
    )
    expect(standingOf(await onlyOne())).toMatchObject({ state: 'waiting', severity: 'today' })
  })

  it('takes what a moderator raises about a contribution, and not about nothing', async () => {
    const { caller } = await moderator()
    const none = { contributionId: randomUUID(), severity: 'week', why: 'Worried' } as const
    expect(await caller.concern.raiseByHand(none)).toEqual({
      ok: false,
      problems: [{ code: 'concern-unknown' }],
    })
    expect(await caller.concern.raiseByHand({ ...none, why: ' ' })).toEqual({
      ok: false,
      problems: [{ code: 'what-missing' }],
    })
  })

  it('keeps what happened from being changed, whoever tries', async () => {
    await raise()
    for (const change of ['update concern_event set number = 2', 'delete from concern_event'])
      await expect(scene.database.asOwner(change)).rejects.toThrow('cannot be changed or removed')
  })
})

describe('lookAfterConcerns', () => {
  it('escalates when the clock passes, once for each clock, also with servers at it together', async () => {
    await raise()
    await lookAfter(later(29))
    expect(standingOf(await onlyOne()).escalations).toBe(0)
    await Promise.all([lookAfter(later(30)), lookAfter(later(30)), lookAfter(later(30))])
    expect(standingOf(await onlyOne())).toMatchObject({
      escalations: 1,
      dueAt: later(60).toISOString(),
    })
    await lookAfter(later(60))
    expect(standingOf(await onlyOne()).escalations).toBe(2)
  })

  it('tells staff of what is new and of each escalation, once, by ids alone', async () => {
    const told: ToTell[] = []
    const tell = async (concern: ToTell) => void told.push(concern)
    const id = await raise()
    for (const minutes of [1, 2, 31, 32]) await lookAfter(later(minutes), tell)
    expect(told).toEqual([
      { id, severity: 'now', escalations: 0, told: -1 },
      { id, severity: 'now', escalations: 1, told: 0 },
    ])
  })

  it('escalates though nobody can be told, and tells when that is possible again', async () => {
    const id = await raise()
    const away = async (): Promise<void> => {
      throw new Error('mail is away')
    }
    await expect(lookAfter(later(31), away)).rejects.toThrow('mail is away')
    expect(standingOf(await onlyOne()).escalations).toBe(1)
    const told: string[] = []
    await lookAfter(later(32), async (concern) => void told.push(concern.id))
    expect(told).toEqual([id])
  })

  it('erases the copy of the words some time after closing, and not before', async () => {
    const { caller } = await moderator()
    const id = await raise({ reach: '07700 900461' })
    await caller.concern.act(actOn(id, 1, { kind: 'take' }))
    await caller.concern.act(actOn(id, 2, { kind: 'close', how: 'done', what: 'Rang' }))
    const kept = async () => (await scene.database.asOwner('select words, reach from concern')).rows
    await lookAfter(later(daysWordsKept * 24 * 60 - 1))
    expect(await kept()).toEqual([{ words: [{ text: secret }], reach: '07700 900461' }])
    await lookAfter(later(daysWordsKept * 24 * 60))
    expect(await kept()).toEqual([{ words: null, reach: null }])
  })
})

describe('the word list', () => {
  const list = { phrases: [{ words: 'green door', severity: 'week' as const }], leaveAlone: [] }

  it('is the one the Trust saved, from the next response on', async () => {
    const { caller } = await moderator()
    expect(await caller.concern.saveWords({ base: 0, list })).toEqual({
      ok: true,
      value: { number: 1 },
    })
    await scene.caller.response.submit(saying('The Green Door is shut').input)
    expect((await onlyOne()).events).toMatchObject([
      { by: { kind: 'word-list', phrase: 'green door' }, severity: 'week' },
    ])
  })

  it('is not overwritten by somebody who had not seen the newest', async () => {
    const { caller } = await moderator()
    const answers = await Promise.all(
      [1, 2, 3].map(() => caller.concern.saveWords({ base: 0, list })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problems: [{ code: 'list-changed-elsewhere' }],
    })
  })

  it('is refused with what is wrong with it', async () => {
    const { caller } = await moderator()
    expect(
      await caller.concern.saveWords({
        base: 0,
        list: { phrases: [{ words: 'ab', severity: 'now' }], leaveAlone: [] },
      }),
    ).toEqual({ ok: false, problems: [{ code: 'phrase-too-short', phrase: 'ab' }] })
  })
})
