import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import { fieldsOfRound, newProcess } from '@takepart/shared/domain/round/desk/round-draft'
import type { Round } from '@takepart/shared/domain/round/round'
import { clinicRound } from '@takepart/shared/domain/round/round.fixture'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishRound as storePublished } from '../../../test-support/sample-round.ts'
import { setScene } from '../../../test-support/scene.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { findProcess, findRound, roundChannel } from '../round.queries.ts'
import { publishDueRounds } from './publish-signed-round.ts'
import { findRoundDraft, findRoundLook, insertRoundDraft } from './round-draft.queries.ts'
import { listRoundsOnDesk } from './round-desk-list.queries.ts'

const scene = setScene()
const before = new Date('2027-02-01T12:00:00Z')
const whileOpen = new Date('2027-03-10T12:00:00Z')
const closed = new Date('2027-03-21T12:00:00Z')

let ros: StaffActor
let kit: StaffActor
beforeAll(async () => {
  ros = (await signInStaff(scene.database, { name: 'Ros Amery', roles: ['author', 'publisher'] }))
    .actor
  kit = (await signInStaff(scene.database, { name: 'Kit Osei', roles: ['publisher'] })).actor
})

const as = (actor: StaffActor, now = before) => {
  const ctx = testContext(scene.database, { actor })
  ctx.setClock(now)
  return callerFor(ctx).roundDesk
}

/** A draft with everything written. */
async function written(changes: Partial<Round> = {}, more: Readonly<Record<string, unknown>> = {}) {
  const id = randomUUID()
  const slug = `r-${id.slice(0, 8)}`
  const fields = { ...fieldsOfRound(clinicRound({ id, slug, ...changes })), ...more }
  await insertRoundDraft(scene.database.calls, { id, fields }, { by: ros.staffId, at: before })
  return { id, slug: changes.slug ?? slug }
}

const set = (
  draft: string,
  field: string,
  words: { was?: unknown; now?: unknown },
  id = randomUUID() as string,
) => ({
  draft,
  id,
  edit: { do: 'set', part: 'round', field, ...words } as Extract<Edit, { do: 'set' }> & {
    part: 'round'
  },
})

async function sign(round: string, now = before): Promise<string> {
  const request = randomUUID()
  expect(await as(ros, now).askSignOff({ round, id: request })).toEqual({ ok: true })
  expect(await as(kit, now).decideSignOff({ round, request, decision: 'signed' })).toEqual({
    ok: true,
  })
  return request
}

async function publish(round: string, now = before): Promise<void> {
  await sign(round, now)
  expect(await as(kit, now).publish({ round, when: 'now' })).toEqual({ ok: true })
}

const acts = async (round: string) =>
  (
    await scene.database.calls
      .selectFrom('audit_entry')
      .select('verb')
      .where('thing', '=', `round:${round}`)
      .orderBy('number')
      .execute()
  ).map(({ verb }) => verb)

describe('beginning a discussion', () => {
  it('makes one draft, however often it is sent, with a free address', async () => {
    const { calls } = scene.database
    const [one, other] = [randomUUID(), randomUUID()]
    for (const id of [one, one, other])
      expect(await as(ros).begin({ id, title: 'Parking, or buses?' })).toEqual({ id })
    const slugs = [await findRoundDraft(calls, one), await findRoundDraft(calls, other)].map(
      (part) => part?.fields['slug'],
    )
    expect(slugs).toEqual(['parking-or-buses', 'parking-or-buses-2'])
    expect(await acts(one)).toEqual(['round.begin'])
  })

  it('puts who began it on its team, and nobody else', async () => {
    const { calls } = scene.database
    const alone = (await signInStaff(scene.database, { roles: ['author'], teams: [] })).actor
    const id = randomUUID()
    await as(alone).begin({ id, title: 'Ours' })
    const teams = await calls
      .selectFrom('consultation_team')
      .select('staff_id')
      .where('consultation_id', '=', id)
      .execute()
    expect(teams).toEqual([{ staff_id: alone.staffId }])
    expect(await as(alone).edit(set(id, 'lede', { now: 'Hm' }))).toMatchObject({
      outcome: 'refused',
    })
    const joined = { ...alone, teams: [id] }
    expect(await as(joined).edit(set(id, 'lede', { now: 'Hm' }))).toMatchObject({
      outcome: 'saved',
    })
    expect((await listRoundsOnDesk(calls, [])).length).toBe(0)
    expect((await listRoundsOnDesk(calls, [id])).map((row) => row.id)).toEqual([id])
  })
})

describe('writing', () => {
  it('saves each edit once, and keeps both when two write in one field', async () => {
    const { id } = await written()
    const was = 'Two people see it from different sides of the desk. What do you see?'
    const edit = set(id, 'lede', { was, now: 'From Ros' })
    for (let time = 0; time < 2; time += 1)
      expect(await as(ros).edit(edit)).toMatchObject({ outcome: 'saved' })
    const late = await as({ ...kit, roles: ['author'] }).edit(
      set(id, 'lede', { was, now: 'From Kit' }),
    )
    expect(late).toMatchObject({ outcome: 'kept-beside' })
    const part = await findRoundDraft(scene.database.calls, id)
    expect(part).toMatchObject({
      fields: { lede: 'From Ros' },
      others: [{ value: 'From Kit', by: kit.staffId }],
      revision: 3,
    })
    const [other] = part?.others ?? []
    await as(ros).edit({
      draft: id,
      id: randomUUID(),
      edit: {
        do: 'settle',
        part: 'round',
        field: 'lede',
        edit: other?.edit ?? '',
        now: 'From Kit',
      },
    })
    expect(await findRoundDraft(scene.database.calls, id)).toMatchObject({
      fields: { lede: 'From Kit' },
      others: [],
    })
  })

  it('loses none of 20 that come at once', async () => {
    const { id } = await written()
    const was = 'One better clinic, or rooms nearer home?'
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        as({ ...ros, staffId: randomUUID() }).edit(
          set(id, 'title', { was, now: `Title ${index}` }),
        ),
      ),
    )
    const part = await findRoundDraft(scene.database.calls, id)
    const all = [part?.fields['title'], ...(part?.others ?? []).map(({ value }) => value)]
    expect(new Set(all).size).toBe(20)
  })

  it('refuses what does not fit, and a consultation that is not theirs', async () => {
    const { id } = await written()
    expect(await as(ros).edit(set(id, 'title', { now: 'x'.repeat(301) }))).toMatchObject({
      outcome: 'refused',
      words: /300/ as never,
    })
    expect(await as(ros).edit(set(id, 'colour', { now: 'red' }))).toMatchObject({
      outcome: 'refused',
    })
    const mine = { ...ros, teams: [id] }
    expect(await as(mine).edit(set(id, 'consultation', { now: 'small' }))).toMatchObject({
      outcome: 'refused',
      words: 'choose a consultation that you work on',
    })
    expect(await as(ros).edit(set(randomUUID(), 'title', { now: 'A' }))).toMatchObject({
      problem: 'part-unknown',
    })
  })
})

describe('signing', () => {
  it('takes two people, and what was signed is void once a word changes', async () => {
    const { id } = await written()
    const request = randomUUID()
    await as(ros).askSignOff({ round: id, id: request })
    expect(await as(ros).decideSignOff({ round: id, request, decision: 'signed' })).toEqual({
      ok: false,
      problem: 'own-request',
    })
    expect(
      await as(kit).decideSignOff({ round: id, request: randomUUID(), decision: 'signed' }),
    ).toEqual({ ok: false, problem: 'not-asked' })
    expect(
      await as(kit).decideSignOff({ round: id, request, decision: 'sent-back', note: ' ' }),
    ).toEqual({ ok: false, problem: 'note-missing' })
    expect(await as(kit).decideSignOff({ round: id, request, decision: 'signed' })).toEqual({
      ok: true,
    })
    await as(ros).edit(
      set(id, 'title', { was: 'One better clinic, or rooms nearer home?', now: 'Other?' }),
    )
    expect(await as(kit).publish({ round: id, when: 'now' })).toEqual({
      ok: false,
      problem: 'not-signed',
    })
    expect(await acts(id)).toEqual(['round.ask-sign-off', 'round.sign-off'])
  })

  it('is refused while something blocks, and goes back with a note', async () => {
    const { id } = await written({}, { rules: '' })
    expect(await as(ros).askSignOff({ round: id, id: randomUUID() })).toEqual({
      ok: false,
      problem: 'something-blocks',
    })
    await as(ros).edit(set(id, 'rules', { was: '', now: 'Listen.' }))
    const request = randomUUID()
    await as(ros).askSignOff({ round: id, id: request })
    await as(kit).decideSignOff({
      round: id,
      request,
      decision: 'sent-back',
      note: 'Too few rules',
    })
    expect((await listRoundsOnDesk(scene.database.calls, [id]))[0]).toMatchObject({
      signOff: 'draft',
    })
    expect(await findRoundLook(scene.database.calls, id, kit.staffId)).toBeGreaterThan(0)
  })

  it('of two who sign at once lets one', async () => {
    const { id } = await written()
    const request = randomUUID()
    await as(ros).askSignOff({ round: id, id: request })
    const other = { ...kit, staffId: randomUUID() }
    const results = await Promise.all(
      [kit, other].map((who) => as(who).decideSignOff({ round: id, request, decision: 'signed' })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('publishing', () => {
  it('publishes word for word what was signed, tells running servers, and nothing twice', async () => {
    const heard: (string | undefined)[] = []
    const hearing = scene.database.hear(roundChannel, (slug) => void heard.push(slug))
    await expect.poll(() => hearing.hears()).toBe(true)
    const { id, slug } = await written()
    await sign(id)
    const results = await Promise.all(
      Array.from({ length: 3 }, () => as(kit).publish({ round: id, when: 'now' })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const found = await findRound(scene.database.calls, slug)
    expect(found).toMatchObject({
      revision: 1,
      round: { id, title: 'One better clinic, or rooms nearer home?' },
    })
    await expect.poll(() => heard).toContain(slug)
    await hearing.stop()
  })

  it('waits for the opening when that was chosen, is taken back, and is done once by any number of servers', async () => {
    const { id, slug } = await written()
    const { calls } = scene.database
    await sign(id)
    await as(kit).publish({ round: id, when: 'opening' })
    expect(await publishDueRounds(calls, before)).toBe(0)
    expect(await as(kit).stop({ round: id })).toEqual({ ok: true })
    const opening = new Date('2027-03-01T09:00:00Z')
    expect(await publishDueRounds(calls, opening)).toBe(0)
    expect(await as(kit).publish({ round: id, when: 'opening' })).toEqual({ ok: true })
    const done = await Promise.all([1, 2, 3].map(() => publishDueRounds(calls, opening)))
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect((await findRound(calls, slug))?.revision).toBe(1)
    expect((await acts(id)).filter((verb) => verb === 'round.publish')).toHaveLength(1)
  })

  it('says why it could not, when its time came with its address gone', async () => {
    const { id, slug } = await written()
    const { calls } = scene.database
    await sign(id)
    await as(kit).publish({ round: id, when: 'opening' })
    await storePublished(scene.database, { slug })
    expect(await publishDueRounds(calls, whileOpen)).toBe(0)
    const row = await calls
      .selectFrom('round_sign_off')
      .select(['publication', 'problem'])
      .where('round_id', '=', id)
      .executeTakeFirst()
    expect(row).toMatchObject({ publication: 'failed', problem: /address/ as never })
  })

  it('gives the next place in a row, and begins a row once', async () => {
    const { calls } = scene.database
    const row = {
      process: newProcess,
      processTitle: `Row ${randomUUID().slice(0, 8)}`,
      processLede: 'Three of them.',
    }
    const first = await written({}, row)
    await publish(first.id)
    const { round } = (await findRound(calls, first.slug))!
    expect(round.process?.number).toBe(1)
    const processSlug = round.process?.slug ?? ''
    expect(await findProcess(calls, processSlug)).toMatchObject({ title: row.processTitle })
    const others = [
      await written({}, { process: processSlug }),
      await written({}, { process: processSlug }),
    ]
    for (const { id } of others) await sign(id)
    await Promise.all(others.map(({ id }) => as(kit).publish({ round: id, when: 'now' })))
    const numbers = await Promise.all(
      others.map(async ({ slug }) => (await findRound(calls, slug))?.round.process?.number),
    )
    expect(numbers.toSorted()).toEqual([2, 3])
    await as(ros).edit(set(first.id, 'lede', { was: round.lede, now: 'Changed before it opens' }))
    await publish(first.id)
    expect((await findRound(calls, first.slug))?.round).toMatchObject({
      lede: 'Changed before it opens',
      process: { number: 1 },
    })
    const taken = await written({}, row)
    expect(await as(ros).askSignOff({ round: taken.id, id: randomUUID() })).toMatchObject({
      problem: 'something-blocks',
    })
  })
})

describe('a round that has opened', () => {
  it('stays as people read it: neither edits nor what was signed before reach it', async () => {
    const { id, slug } = await written()
    await publish(id)
    await as(ros).edit(set(id, 'lede', { was: clinicRound().lede, now: 'Signed too late' }))
    await sign(id)
    expect(await as(ros, whileOpen).edit(set(id, 'title', { now: 'No' }))).toMatchObject({
      outcome: 'refused',
    })
    expect(await as(kit, whileOpen).publish({ round: id, when: 'now' })).toMatchObject({
      ok: false,
    })
    expect((await findRound(scene.database.calls, slug))?.round.lede).toBe(clinicRound().lede)
  })

  it('gets its summary once it has closed, which opens the next one in its row', async () => {
    const { calls } = scene.database
    const row = {
      process: newProcess,
      processTitle: `Row ${randomUUID().slice(0, 8)}`,
      processLede: 'Why.',
    }
    const { id, slug } = await written({}, row)
    await publish(id)
    for (const [field, now] of [
      ['said', 'Many said near.\n\nSome said good.'],
      ['notSettled', 'How far is far?'],
      ['next', 'We ask the bus company.'],
    ] as const)
      expect(await as(ros, whileOpen).edit(set(id, field, { now }))).toMatchObject({
        outcome: 'saved',
      })
    expect(await as(ros, whileOpen).askSignOff({ round: id, id: randomUUID() })).toMatchObject({
      problem: 'something-blocks',
    })
    expect(await as(ros, closed).begin({ id: randomUUID(), title: 'Next', after: id })).toEqual({
      id: null,
    })
    await publish(id, closed)
    const found = await findRound(calls, slug)
    expect(found?.round.summary).toEqual({
      publishedOn: '2027-03-21',
      said: ['Many said near.', 'Some said good.'],
      notSettled: ['How far is far?'],
      next: ['We ask the bus company.'],
    })
    expect(await as(ros, closed).edit(set(id, 'said', { now: 'More' }))).toMatchObject({
      outcome: 'refused',
    })
    const following = randomUUID()
    expect(
      await as(ros, closed).begin({ id: following, title: 'How far is far?', after: id }),
    ).toEqual({ id: following })
    expect((await findRoundDraft(calls, following))?.fields).toMatchObject({
      process: found?.round.process?.slug,
      firstText: 'How far is far?\n\nWe ask the bus company.',
      rules: 'Speak for yourself.',
    })
  })

  it('can be summed up here though it was published by other means', async () => {
    const round = await storePublished(scene.database)
    expect(await findRoundDraft(scene.database.calls, round.id)).toMatchObject({
      revision: 0,
      fields: { title: round.title },
    })
    for (const field of ['said', 'next'])
      expect(await as(ros, closed).edit(set(round.id, field, { now: 'Words' }))).toMatchObject({
        outcome: 'saved',
      })
    await publish(round.id, closed)
    expect((await findRound(scene.database.calls, round.slug))?.round).toMatchObject({
      starters: round.starters,
      summary: { said: ['Words'] },
    })
  })
})
