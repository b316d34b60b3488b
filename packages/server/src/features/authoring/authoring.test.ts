import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Role } from '@takepart/shared/domain/account/role'
import { assemble } from '@takepart/shared/domain/authoring/draft/assemble'
import { partOf, textIn } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import { takeApart } from '@takepart/shared/domain/authoring/draft/take-apart'
import { busConsultation } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { findNewestVersion } from '../consultation/consultation.queries.ts'
import { beginDraft, draftToWrite } from './begin-draft.ts'
import { askForChange, decideChange } from './change-published.ts'
import { checkDraftNow, overruleAdvice, takeOverruleBack } from './check-draft-now.ts'
import { findDraft, insertDraft, listEdits } from './draft.queries.ts'
import { listOnDesk } from './draft-list.queries.ts'
import { publishDue, publishWaiting } from './publish-due.ts'
import { restorePart, saveEdit, undoEdit } from './save-edit.ts'
import { askForSignOff, decideAboutDraft, publishDraft, stopPublication } from './sign-draft.ts'
import { findLook, findSignOff } from './sign-off.queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (const one of [ros, kit]) await insertStaff(one)
})
afterAll(() => database.close())

const member = (name: string, roles: readonly Role[] = ['author', 'publisher']): StaffActor => ({
  kind: 'staff',
  staffId: randomUUID(),
  name,
  roles,
  sessionId: 's',
  teams: 'every',
})
const ros = member('Ros Amery')
const kit = member('Kit Osei')

const insertStaff = ({ staffId, name, roles }: StaffActor) =>
  database.calls
    .insertInto('staff_member')
    .values({
      id: staffId,
      name,
      email: null,
      roles: [...roles],
      every_consultation: true,
      issuer: null,
      subject: null,
      joined_at: new Date(),
      suspended_at: null,
    })
    .execute()

const at = new Date('2027-02-01T10:00:00Z')
const minutes = (number: number) => new Date(at.getTime() + number * 60_000)

/** A draft of the bus consultation under an id and an address of its own. */
async function busDraft(): Promise<string> {
  const id = randomUUID()
  const draft = takeApart({ ...busConsultation, id, slug: `bus-${id.slice(0, 8)}` })
  await database.calls
    .transaction()
    .execute((trx) => insertDraft(trx, { draft, basedOn: undefined }, { by: ros.staffId, at }))
  return id
}

const send = (draft: string, edit: Edit, { by = ros, id = randomUUID() as string } = {}) =>
  saveEdit(database.calls, { draft, id, edit, by: by.staffId, at })

const read = async (id: string) => (await findDraft(database.calls, id))!.draft
const question = 'question:how-travel'
const title = (was: string | undefined, now: string | undefined): Edit => ({
  do: 'set',
  part: question,
  field: 'title',
  was,
  now,
})
const first = 'How do you travel to us?'

describe('saveEdit', () => {
  it('saves a field, and the edit with what it replaced', async () => {
    const id = await busDraft()
    expect(await send(id, title(first, 'How do you come?'))).toEqual({ outcome: 'saved' })
    const part = partOf(await read(id), question)
    expect([textIn(part, 'title'), part.revision]).toEqual(['How do you come?', 2])
    expect(await listEdits(database.calls, id, { most: 10 })).toMatchObject([
      { edit: { was: first, now: 'How do you come?' }, outcome: 'applied', by: ros.staffId },
    ])
  })

  it('does an edit once, however often it is sent, and at once', async () => {
    const id = await busDraft()
    const edit = randomUUID()
    const results = await Promise.all(
      Array.from({ length: 8 }, () => send(id, title(first, 'Once'), { id: edit })),
    )
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['saved']))
    expect(await listEdits(database.calls, id, { most: 10 })).toHaveLength(1)
    await send(id, title('Once', 'Twice'))
    expect(await send(id, title(first, 'Once'), { id: edit })).toMatchObject({ outcome: 'saved' })
    expect(textIn(partOf(await read(id), question), 'title')).toBe('Twice')
  })

  it('keeps both texts when two people write in one field, whoever comes first', async () => {
    const id = await busDraft()
    const results = await Promise.all([
      send(id, title(first, 'From Ros'), { by: ros }),
      send(id, title(first, 'From Kit'), { by: kit }),
    ])
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['kept-beside', 'saved'])
    const part = partOf(await read(id), question)
    const texts = [textIn(part, 'title'), part.others[0]?.value]
    expect(texts.toSorted()).toEqual(['From Kit', 'From Ros'])
    const other = part.others[0]!
    const settle: Edit = {
      do: 'settle',
      part: question,
      field: 'title',
      edit: other.edit,
      now: other.value,
    }
    expect(await send(id, settle)).toMatchObject({ outcome: 'saved', part: { others: [] } })
    expect(textIn(partOf(await read(id), question), 'title')).toBe(other.value)
  })

  it('never loses one of a hundred edits of different fields at once', async () => {
    const id = await busDraft()
    const ids = (await read(id)).outline.sections.flatMap(({ questions }) => questions)
    await Promise.all(
      ids.flatMap((one) =>
        ['hint', 'why', 'unit'].map((field) =>
          send(id, {
            do: 'set',
            part: `question:${one}`,
            field,
            was: undefined,
            now: `${field} ${one}`,
          }).then((result) => {
            if (field === 'hint' || field === 'why') expect(result).toEqual({ outcome: 'saved' })
          }),
        ),
      ),
    )
    const draft = await read(id)
    for (const one of ids)
      expect(partOf(draft, `question:${one}`).fields).toMatchObject({
        hint: `hint ${one}`,
        why: `why ${one}`,
      })
  })

  it('makes the words of an edition when they are first written', async () => {
    const id = await busDraft()
    await send(id, { do: 'add', part: 'edition:cy', fields: {}, place: {} })
    const words: Edit = { do: 'set', part: `words:cy:${question}`, field: 'title', now: 'Sut?' }
    expect(await send(id, words)).toMatchObject({ outcome: 'saved', part: { revision: 1 } })
    expect(JSON.stringify(assemble(await read(id)))).toContain('Sut?')
  })

  it('adds, moves, removes and brings back, one after the other', async () => {
    const id = await busDraft()
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        send(id, {
          do: 'add',
          part: `question:new-${index}`,
          fields: { kind: 'yes-no', title: `New ${index}` },
          place: { section: 'travel' },
        }),
      ),
    )
    const added = (await read(id)).outline.sections[0]!.questions
    expect(added.filter((one) => one.startsWith('new-'))).toHaveLength(6)
    await send(id, { do: 'move', part: 'question:new-3', place: { section: 'views' } })
    await send(id, { do: 'remove', part: 'section:travel' })
    expect((await read(id)).outline.sections.map((one) => one.id)).toEqual(['views', 'you'])
    await send(id, { do: 'bring-back', part: 'section:travel', place: {} })
    expect((await read(id)).outline.sections[0]!.questions).toHaveLength(added.length - 1)
  })

  it.each<[string, Edit, string]>([
    ['a value that does not fit', title(first, 'x'.repeat(501)), 'value-refused'],
    [
      'a field that there is not',
      { do: 'set', part: question, field: 'owner', now: 'me' },
      'value-refused',
    ],
    [
      'a part that there is not',
      { do: 'set', part: 'question:none', field: 'title', now: 'x' },
      'part-unknown',
    ],
    [
      'adding what is there',
      { do: 'add', part: question, fields: {}, place: { section: 'views' } },
      'part-exists',
    ],
    [
      'moving what is not there',
      { do: 'move', part: 'question:none', place: { section: 'views' } },
      'part-unknown',
    ],
    [
      'a section that is not there',
      { do: 'move', part: question, place: { section: 'none' } },
      'place-gone',
    ],
  ])('refuses %s', async (_, edit, problem) => {
    const id = await busDraft()
    expect(await send(id, edit)).toMatchObject({ outcome: 'refused', problem })
    expect(await listEdits(database.calls, id, { most: 10 })).toEqual([])
  })

  it('refuses a draft that there is not, and the id of somebody else’s edit', async () => {
    const [id, edit] = [await busDraft(), randomUUID()]
    expect(await send(randomUUID(), title(first, 'x'))).toMatchObject({ problem: 'part-unknown' })
    await send(id, title(first, 'A'), { id: edit })
    expect(await send(id, title('A', 'B'), { id: edit, by: kit })).toMatchObject({
      outcome: 'refused',
    })
    expect(textIn(partOf(await read(id), question), 'title')).toBe('A')
  })
})

describe('undoEdit and restorePart', () => {
  const undo = (draft: string, which: 'undo' | 'redo', by = ros) =>
    undoEdit(database.calls, which, { draft, id: randomUUID(), by: by.staffId, at })

  it('takes back one’s own edits only, and does them again', async () => {
    const id = await busDraft()
    await send(id, title(first, 'A'))
    await send(id, { do: 'set', part: question, field: 'hint', now: 'Kit’s' }, { by: kit })
    expect((await undo(id, 'undo'))?.undone).toMatchObject({ field: 'title', now: 'A' })
    expect(partOf(await read(id), question).fields).toMatchObject({ title: first, hint: 'Kit’s' })
    await undo(id, 'redo')
    expect(textIn(partOf(await read(id), question), 'title')).toBe('A')
    expect(await undo(id, 'redo')).toBeUndefined()
  })

  it('puts a part back to what it was', async () => {
    const id = await busDraft()
    await send(id, title(first, 'A'))
    await send(id, title('A', 'B'))
    await send(id, { do: 'remove', part: question })
    const [, second] = await listEdits(database.calls, id, { most: 10 })
    await restorePart(database.calls, {
      draft: id,
      part: question,
      before: second!.number,
      newId: () => randomUUID(),
      by: kit.staffId,
      at,
    })
    const draft = await read(id)
    expect(textIn(partOf(draft, question), 'title')).toBe('A')
    expect(draft.outline.sections[0]!.questions[0]).toBe('how-travel')
  })
})

describe('beginDraft', () => {
  it('begins a blank one with a free address, once', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    const begin = (id: string) =>
      beginDraft(database.calls, { id, title: 'The garden', by: ros.staffId, at })
    expect(await begin(one)).toBe(one)
    expect(await begin(one)).toBe(one)
    await begin(other)
    const slugs = await Promise.all(
      [one, other].map(async (id) => textIn(partOf(await read(id), 'about'), 'slug')),
    )
    expect(slugs).toEqual(['the-garden', 'the-garden-2'])
    const { rows } =
      await sql`SELECT 1 FROM consultation_team WHERE consultation_id = ${one}`.execute(
        database.calls,
      )
    expect(rows).toHaveLength(1)
  })

  it('copies the questions of another, and not its dates or changes', async () => {
    const [model, id] = [await busDraft(), randomUUID()]
    await beginDraft(database.calls, { id, title: 'Next year', by: ros.staffId, at }, model)
    const copy = assemble(await read(id))
    expect(copy).toMatchObject({ title: 'Next year', id, contact: busConsultation.contact })
    expect(copy['sections']).toEqual(busConsultation.sections)
    expect(copy).not.toHaveProperty('opensAt')
    expect(
      await beginDraft(
        database.calls,
        { id: randomUUID(), title: 'x', by: ros.staffId, at },
        randomUUID(),
      ),
    ).toBeUndefined()
  })
})

const act = (draft: string, actor: StaffActor, when = at) => ({ draft, actor, at: when })
const db = () => database.calls

/** Decides about all advice, so that it can be signed. */
async function decideAdvice(id: string): Promise<void> {
  const { findings } = await checkDraftNow(db(), await read(id), at)
  for (const { key, level } of findings)
    if (level === 'advice')
      await overruleAdvice(db(), id, {
        finding: key,
        reason: 'We talked about it.',
        by: ros.staffId,
        at,
      })
}

async function signedDraft(): Promise<string> {
  const id = await busDraft()
  await decideAdvice(id)
  await askForSignOff(db(), act(id, ros), randomUUID())
  await decideAboutDraft(db(), act(id, kit, minutes(1)), { decision: 'signed' })
  return id
}

const newestOf = async (id: string) =>
  findNewestVersion(db(), textIn(partOf(await read(id), 'about'), 'slug'))

describe('checkDraftNow', () => {
  it('counts what blocks and what is undecided, and keeps why advice is not followed', async () => {
    const id = await busDraft()
    const before = await checkDraftNow(db(), await read(id), at)
    expect(before.blocked).toBe(0)
    expect(before.undecided).toBeGreaterThan(2)
    const [advice] = before.findings
    const overrule = { finding: advice!.key, by: kit.staffId, at }
    expect(await overruleAdvice(db(), id, { ...overrule, reason: ' ' })).toBe('reason-missing')
    expect(await overruleAdvice(db(), id, { ...overrule, reason: 'x'.repeat(1001) })).toBe(
      'reason-long',
    )
    await overruleAdvice(db(), id, { ...overrule, reason: ' Winter. ' })
    const after = await checkDraftNow(db(), await read(id), at)
    expect(after.undecided).toBe(before.undecided - 1)
    expect(after.findings[0]?.overruled).toEqual({
      reason: 'Winter.',
      by: kit.staffId,
      at: at.toISOString(),
    })
    await takeOverruleBack(db(), id, advice!.key)
    expect((await checkDraftNow(db(), await read(id), at)).undecided).toBe(before.undecided)
  })
})

describe('sign-off and publishing', () => {
  it('goes from draft to published by two people, and publishes what was signed', async () => {
    const id = await busDraft()
    expect(await askForSignOff(db(), act(id, ros), randomUUID())).toEqual({
      ok: false,
      problem: 'advice-undecided',
    })
    await decideAdvice(id)
    expect(await askForSignOff(db(), act(id, ros), randomUUID())).toEqual({ ok: true })
    expect(await decideAboutDraft(db(), act(id, ros), { decision: 'signed' })).toMatchObject({
      ok: false,
      problem: 'own-request',
    })
    expect(await publishDraft(db(), act(id, kit))).toMatchObject({
      ok: false,
      problem: 'not-signed',
    })
    expect(await decideAboutDraft(db(), act(id, kit, minutes(1)), { decision: 'signed' })).toEqual({
      ok: true,
    })
    expect(await publishDraft(db(), act(id, kit, minutes(2)))).toEqual({ ok: true, number: 1 })
    expect((await newestOf(id))?.version.consultation.sections).toEqual(busConsultation.sections)
    expect(await publishDraft(db(), act(id, kit))).toMatchObject({ ok: false })
    expect((await findDraft(db(), id))?.basedOn).toBe(1)
    const { rows } = await sql<{
      verb: string
    }>`SELECT verb FROM audit_entry WHERE thing = ${`consultation:${id}`} ORDER BY number`.execute(
      db(),
    )
    expect(rows.map(({ verb }) => verb)).toEqual([
      'consultation.ask-sign-off',
      'consultation.sign-off',
      'consultation.publish',
    ])
  })

  it('refuses while something blocks, and whoever has not the role', async () => {
    const id = await busDraft()
    await send(id, { do: 'set', part: 'about', field: 'title', was: busConsultation.title })
    expect(await askForSignOff(db(), act(id, ros), randomUUID())).toMatchObject({
      problem: 'something-blocks',
    })
    const other = await signedDraft()
    const author = member('An author', ['author'])
    expect(await publishDraft(db(), act(other, author))).toEqual({ ok: false, problem: 'unknown' })
    const stranger = { ...kit, teams: [] }
    expect(await publishDraft(db(), act(other, stranger))).toEqual({
      ok: false,
      problem: 'unknown',
    })
    expect(await newestOf(other)).toBeUndefined()
  })

  it('needs a new signature after any edit, and none after it is taken back', async () => {
    const id = await signedDraft()
    await send(id, title(first, 'Other words?'))
    expect(await publishDraft(db(), act(id, kit))).toMatchObject({
      ok: false,
      problem: 'not-signed',
    })
    await send(id, title('Other words?', first))
    expect(await publishDraft(db(), act(id, kit, minutes(2)))).toMatchObject({ ok: true })
  })

  it('sends back with a note, which is not left out', async () => {
    const id = await busDraft()
    await decideAdvice(id)
    await askForSignOff(db(), act(id, ros), randomUUID())
    expect(
      await decideAboutDraft(db(), act(id, kit), { decision: 'sent-back', note: '  ' }),
    ).toMatchObject({ problem: 'note-missing' })
    expect(
      await decideAboutDraft(db(), act(id, kit, minutes(1)), {
        decision: 'sent-back',
        note: 'Mend 3.',
      }),
    ).toEqual({ ok: true })
    expect((await findSignOff(db(), id))?.note).toBe('Mend 3.')
    expect(await askForSignOff(db(), act(id, ros, minutes(2)), randomUUID())).toEqual({ ok: true })
  })

  it('notes what somebody has seen when they ask or sign', async () => {
    const id = await busDraft()
    await send(id, title(first, 'Other words?'))
    await decideAdvice(id)
    expect(await findLook(db(), id, ros.staffId)).toBe(0)
    await askForSignOff(db(), act(id, ros), randomUUID())
    const [edit] = await listEdits(db(), id, { most: 1 })
    expect(await findLook(db(), id, ros.staffId)).toBe(edit?.number)
    expect(await findLook(db(), id, kit.staffId)).toBe(0)
  })

  it('publishes at its time, once, however many servers run the job and however often', async () => {
    const id = await signedDraft()
    expect(await publishDraft(db(), act(id, kit, minutes(2)), minutes(60))).toEqual({ ok: true })
    expect(await publishDue(db(), minutes(59))).toBe(0)
    expect(await newestOf(id)).toBeUndefined()
    const published = await Promise.all([1, 2, 3].map(() => publishDue(db(), minutes(60))))
    expect(published.reduce((sum, number) => sum + number, 0)).toBe(1)
    expect((await newestOf(id))?.version.number).toBe(1)
    expect(await publishDue(db(), minutes(61))).toBe(0)
  })

  it('can be stopped before its time, and given another', async () => {
    const id = await signedDraft()
    await publishDraft(db(), act(id, kit, minutes(2)), minutes(60))
    expect(await stopPublication(db(), act(id, kit, minutes(3)))).toEqual({ ok: true })
    expect(await publishDue(db(), minutes(90))).toBe(0)
    expect(await publishDraft(db(), act(id, kit, minutes(91)))).toEqual({ ok: true, number: 1 })
  })

  it('says why it could not be published, and leaves nothing waiting', async () => {
    const [id, other] = [await signedDraft(), await busDraft()]
    const slug = textIn(partOf(await read(id), 'about'), 'slug')
    await send(other, {
      do: 'set',
      part: 'about',
      field: 'slug',
      was: textIn(partOf(await read(other), 'about'), 'slug'),
      now: slug,
    })
    await decideAdvice(other)
    await askForSignOff(db(), act(other, ros), randomUUID())
    await decideAboutDraft(db(), act(other, kit, minutes(1)), { decision: 'signed' })
    await publishDraft(db(), act(id, kit, minutes(2)))
    const result = await publishDraft(db(), act(other, kit, minutes(3)))
    expect(result).toMatchObject({ ok: false, problem: 'refused' })
    expect(result.ok ? '' : result.words?.join()).toContain('Choose another address')
    expect((await findSignOff(db(), other))?.publication).toBe('failed')
    expect(
      await publishWaiting(db(), (await findSignOff(db(), other))!.id, minutes(4)),
    ).toMatchObject({ state: 'not-waiting' })
  })
})

async function publishedDraft(): Promise<string> {
  const id = await signedDraft()
  await publishDraft(db(), act(id, kit, minutes(2)))
  return id
}

describe('changes of what is published', () => {
  const later = '2027-06-14T16:00:00.000Z'
  const decide = (
    id: string,
    actor: StaffActor,
    change: string,
    decision: 'done' | 'turned-down',
  ) =>
    decideChange(
      db(),
      { ...act(id, actor, minutes(10)), newId: () => randomUUID() },
      { change, decision },
    )

  it('gives more time when a second person does it, with a note that everybody reads', async () => {
    const [id, change] = [await publishedDraft(), randomUUID()]
    const wanted = {
      id: change,
      kind: 'extend' as const,
      closesAt: later,
      note: 'We held two more meetings.',
    }
    expect(await askForChange(db(), act(id, ros), wanted)).toEqual({ ok: true })
    expect(await askForChange(db(), act(id, ros), { ...wanted, id: randomUUID() })).toMatchObject({
      problem: 'already-asked',
    })
    expect(await decide(id, ros, change, 'done')).toEqual({ ok: false, problem: 'own-request' })
    expect(await decide(id, kit, change, 'done')).toEqual({ ok: true })
    const newest = await newestOf(id)
    expect(newest?.version).toMatchObject({
      number: 2,
      consultation: {
        closesAt: later,
        changes: [{ on: '2027-02-01', text: 'We held two more meetings.' }],
      },
    })
    expect(assemble(await read(id))).toMatchObject({ closesAt: later })
    expect((await findDraft(db(), id))?.basedOn).toBe(2)
    expect(await decide(id, kit, change, 'done')).toMatchObject({ problem: 'unknown' })
  })

  it.each([
    [{ note: ' ' }, 'note-missing'],
    [{ closesAt: '2027-05-01T16:00:00Z' }, 'not-later'],
    [{ closesAt: '2027-09-01T16:00:00Z' }, 'after-promise'],
  ])('refuses %j', async (change, problem) => {
    const id = await publishedDraft()
    const wanted = {
      id: randomUUID(),
      kind: 'extend' as const,
      closesAt: later,
      note: 'Why',
      ...change,
    }
    expect(await askForChange(db(), act(id, ros), wanted)).toEqual({ ok: false, problem })
  })

  it('does not give more time once it has closed', async () => {
    const id = await publishedDraft()
    const wanted = { id: randomUUID(), kind: 'extend' as const, closesAt: later, note: 'Why' }
    const closed = new Date('2027-06-01T10:00:00Z')
    expect(await askForChange(db(), act(id, ros, closed), wanted)).toMatchObject({
      problem: 'has-closed',
    })
  })

  it('retracts when a second person does it, and keeps the version', async () => {
    const [id, change] = [await publishedDraft(), randomUUID()]
    await askForChange(db(), act(id, kit), {
      id: change,
      kind: 'retract',
      note: 'A price was wrong.',
    })
    expect(await decide(id, kit, change, 'done')).toMatchObject({ problem: 'own-request' })
    expect((await newestOf(id))?.retraction).toBeUndefined()
    expect(await decide(id, ros, change, 'done')).toEqual({ ok: true })
    expect((await newestOf(id))?.retraction?.reason).toBe('A price was wrong.')
    expect((await newestOf(id))?.version.number).toBe(1)
  })

  it('lets the person who asked take it back', async () => {
    const [id, change] = [await publishedDraft(), randomUUID()]
    await askForChange(db(), act(id, ros), {
      id: change,
      kind: 'retract',
      note: 'A price was wrong.',
    })
    expect(await decide(id, ros, change, 'turned-down')).toEqual({ ok: true })
    expect((await newestOf(id))?.retraction).toBeUndefined()
  })
})

describe('draftToWrite and listOnDesk', () => {
  it('opens what was published for its next version, once', async () => {
    const id = await publishedDraft()
    await sql`DELETE FROM draft_look WHERE consultation_id = ${id}`.execute(db())
    expect(await draftToWrite(db(), { id, by: ros.staffId, at })).toBe(id)
    expect(await draftToWrite(db(), { id: randomUUID(), by: ros.staffId, at })).toBeUndefined()
  })

  it('lists what somebody works on, and nothing else', async () => {
    const [mine, other] = [await publishedDraft(), await busDraft()]
    const rows = await listOnDesk(db(), [mine])
    expect(rows).toMatchObject([{ id: mine, version: 1, hasDraft: true, responses: 0 }])
    const all = (await listOnDesk(db(), 'every')).map(({ id }) => id)
    expect(all).toContain(other)
    expect(await listOnDesk(db(), [])).toEqual([])
  })
})
