import { randomUUID } from 'node:crypto'
import { takeApart } from '@takepart/shared/domain/authoring/draft/take-apart'
import { busConsultation } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInStaff, type SignedIn } from '../../test-support/staff.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { publishConsultation } from '../consultation/publish-consultation.ts'
import { authoringWaiting } from './authoring-waiting.ts'
import { checkDraftNow } from './check-draft-now.ts'
import { askForChange } from './change-published.ts'
import { insertDraft, putOverrule } from './draft.queries.ts'
import { saveEdit } from './save-edit.ts'
import { askForSignOff, decideAboutDraft, publishDraft } from './sign-draft.ts'
import { tellWhatIsNear } from './tell-staff.ts'

let database: TestDatabase
let ros: SignedIn
let kit: SignedIn
beforeAll(async () => {
  database = await createTestDatabase()
  ros = await signInStaff(database, { roles: ['author', 'publisher'], name: 'Ros Amery' })
  kit = await signInStaff(database, { roles: ['publisher'], name: 'Kit Osei' })
  for (const [{ actor }, email] of [
    [ros, 'ros@trust.example'],
    [kit, 'kit@trust.example'],
  ] as const)
    await database.calls
      .updateTable('staff_member')
      .set({ email })
      .where('id', '=', actor.staffId)
      .execute()
})
afterAll(() => database.close())

const at = new Date('2027-02-01T10:00:00Z')

/** A draft that nothing stops from being signed. */
async function draft(): Promise<string> {
  const id = randomUUID()
  const made = takeApart({ ...busConsultation, id, slug: `bus-${id.slice(0, 8)}` })
  await database.calls.transaction().execute(async (trx) => {
    await insertDraft(trx, { draft: made, basedOn: undefined }, { by: ros.actor.staffId, at })
    for (const { key } of (await checkDraftNow(trx, made, at)).findings)
      await putOverrule(trx, id, {
        finding: key,
        reason: 'Talked about',
        by: ros.actor.staffId,
        at,
      })
  })
  return id
}

const act = (id: string, { actor }: SignedIn, minutes: number) => ({
  draft: id,
  actor,
  at: new Date(at.getTime() + minutes * 60_000),
})
const waiting = async ({ actor }: SignedIn, id: string, now = at) =>
  (await authoringWaiting({ db: database.calls, actor, now: () => now }))
    .filter((one) => one.href.includes(id))
    .map((one) => one.words)
const mails = async (part: string) =>
  (
    await database.asOwner(
      `select kind, recipient, parameters from mail where event like '%${part}%' order by recipient`,
    )
  ).rows

describe('what of consultations waits for somebody', () => {
  it('is a signature for who did not ask, then publishing, and nothing once it is published', async () => {
    const id = await draft()
    expect(await waiting(kit, id)).toEqual([])
    expect(await askForSignOff(database.calls, act(id, ros, 1), randomUUID())).toEqual({ ok: true })
    expect(await waiting(kit, id)).toEqual([expect.stringContaining('waits for your signature')])
    expect(await waiting(ros, id)).toEqual([])
    await decideAboutDraft(database.calls, act(id, kit, 2), { decision: 'signed' })
    expect(await waiting(kit, id)).toEqual([expect.stringContaining('is signed and not published')])
    expect(await publishDraft(database.calls, act(id, kit, 3))).toMatchObject({ ok: true })
    expect(await waiting(kit, id, act(id, kit, 3).at)).toEqual([])
  })

  it('tells publishers by mail, once, and says no word of it', async () => {
    const id = await draft()
    await askForSignOff(database.calls, act(id, ros, 1), randomUUID())
    const { rows } = await database.asOwner(
      `select kind, recipient, parameters from mail where parameters ->> 'consultationId' = '${id}'`,
    )
    expect(rows).toEqual([
      {
        kind: 'sign-off-asked',
        recipient: 'kit@trust.example',
        parameters: { consultationId: id },
      },
    ])
  })

  it('says who asked that it was sent back, until they change something', async () => {
    const id = await draft()
    await askForSignOff(database.calls, act(id, ros, 1), randomUUID())
    await decideAboutDraft(database.calls, act(id, kit, 2), { decision: 'sent-back', note: 'Why?' })
    expect(await waiting(ros, id)).toEqual([expect.stringContaining('was sent back to you')])
    expect(await waiting(kit, id)).toEqual([])
    const edit = { do: 'set', part: 'question:how-travel', field: 'mandatory', was: true } as const
    const { at: later } = act(id, ros, 5)
    const by = ros.actor.staffId
    await saveEdit(database.calls, { draft: id, id: randomUUID(), edit, by, at: later })
    expect(await waiting(ros, id)).toEqual([])
  })

  it('is the end of what is open, and what was asked about it, for those who may decide', async () => {
    const id = randomUUID()
    await publishConsultation(database.calls, {
      ...busConsultation,
      id,
      slug: `bus-${id.slice(0, 8)}`,
    })
    const closes = Date.parse(busConsultation.closesAt)
    const before = (days: number) => new Date(closes - days * 24 * 3_600_000)
    expect(await waiting(ros, id, before(15))).toEqual([])
    expect(await waiting(ros, id, before(13))).toEqual([expect.stringMatching(/closes$/)])
    const asked = await askForChange(
      database.calls,
      { draft: id, actor: ros.actor, at: before(13) },
      { id: randomUUID(), kind: 'retract', note: 'A price was wrong.' },
    )
    expect(asked).toEqual({ ok: true })
    expect(await waiting(kit, id, before(15))).toEqual([expect.stringContaining('asks to retract')])
    expect(await waiting(ros, id, before(15))).toEqual([])
  })

  it('is nothing for who works on nothing', async () => {
    const { actor } = await signInStaff(database, { roles: ['author', 'publisher'], teams: [] })
    expect(await authoringWaiting({ db: database.calls, actor, now: () => at })).toEqual([])
  })
})

describe('tellWhatIsNear', () => {
  it('tells of an end within 3 days and of a promise within 14, each person once', async () => {
    const id = randomUUID()
    const slug = `bus-${id.slice(0, 8)}`
    await publishConsultation(database.calls, { ...busConsultation, id, slug })
    const closes = Date.parse(busConsultation.closesAt)
    const hours = (number: number) => new Date(closes + number * 3_600_000)
    await tellWhatIsNear(database.calls, hours(-80))
    expect(await mails(`closing ${id}`)).toEqual([])
    for (const hour of [-70, -46, -20]) await tellWhatIsNear(database.calls, hours(hour))
    expect(await mails(`closing ${id}`)).toEqual(
      ['kit@trust.example', 'ros@trust.example'].map((recipient) => ({
        kind: 'closing-soon',
        recipient,
        parameters: { slug, closesOn: busConsultation.closesAt.slice(0, 10) },
      })),
    )
    const day = new Date(`${busConsultation.promise.by}T09:00:00Z`)
    await tellWhatIsNear(database.calls, day)
    await tellWhatIsNear(database.calls, day)
    expect((await mails(`promised ${id}`)).map(({ kind }) => kind)).toEqual([
      'promise-due',
      'promise-due',
    ])
  })
})
