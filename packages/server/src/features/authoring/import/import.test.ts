import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { partOf, questionsIn, textIn } from '@takepart/shared/domain/authoring/draft/draft'
import { uploadPiece } from '@takepart/shared/domain/authoring/import/import-file'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInStaff, type SignedIn } from '../../../test-support/staff.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { checkDraftNow } from '../check-draft-now.ts'
import { findDraft, listEdits } from '../draft.queries.ts'
import { listImports, listOpenNotes, removeOldUploads } from './import.queries.ts'

let database: TestDatabase
let ros: SignedIn
let kit: SignedIn
beforeAll(async () => {
  database = await createTestDatabase()
  ros = await signInStaff(database, { roles: ['author'], name: 'Ros Amery' })
  kit = await signInStaff(database, { roles: ['author'], name: 'Kit Osei', teams: [] })
})
afterAll(() => database.close())

const as = ({ actor }: SignedIn) => callerFor(testContext(database, { actor })).authoring

async function begun(): Promise<string> {
  const id = randomUUID()
  await as(ros).begin({ id, title: 'Feedback' })
  return id
}

const form = readFileSync(new URL('fixtures/service-feedback-likert-de.xlsx', import.meta.url))

interface Sending {
  readonly by?: SignedIn
  readonly file?: string
  readonly only?: readonly number[]
}

async function send(
  draft: string,
  content: Buffer,
  { by = ros, file = randomUUID(), only }: Sending = {},
) {
  const numbers = Array.from({ length: Math.ceil(content.length / uploadPiece) }, (_, at) => at)
  for (const number of numbers.filter((one) => only?.includes(one) ?? true)) {
    const piece = content.subarray(number * uploadPiece, (number + 1) * uploadPiece)
    const bytes = content.length
    const sent = {
      draft,
      file,
      name: 'Umfrage.xlsx',
      bytes,
      number,
      piece: piece.toString('base64'),
    }
    expect(await as(by).sendPiece(sent)).toEqual({ received: true })
  }
  return file
}

describe('addReady', () => {
  it('adds a set once, also of two at once, and undo takes back the last of it', async () => {
    const draft = await begun()
    const which = { draft, set: 'equality' }
    const results = await Promise.all([as(ros).addReady(which), as(ros).addReady(which)])
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'already'])
    const { outline } = (await findDraft(database.calls, draft))!.draft
    expect(outline.sections).toMatchObject([{ id: 'equality' }])
    expect(await as(ros).addReady({ draft, set: 'nothing' })).toEqual({ outcome: 'unknown' })
    await expect(as(kit).addReady(which)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await as(ros).undo({ draft, id: randomUUID(), which: 'undo' })
    const after = (await findDraft(database.calls, draft))!.draft
    expect(questionsIn(after.outline)).toHaveLength(questionsIn(outline).length - 1)
  })
})

describe('a file that is brought in', () => {
  it('is received in pieces, read, looked at, and put into the draft once', async () => {
    const draft = await begun()
    const file = await send(draft, form)
    expect(await as(ros).readFile({ draft, file })).toEqual({ outcome: 'read', import: file })
    expect(await as(ros).readFile({ draft, file })).toEqual({ outcome: 'read', import: file })
    expect(await listImports(database.calls, draft)).toMatchObject([
      { id: file, fileName: 'Umfrage.xlsx', kind: 'xlsform', state: 'read' },
    ])
    expect((await database.asOwner('select 1 from upload_piece')).rowCount).toBe(0)
    expect((await findDraft(database.calls, draft))?.draft.outline.sections).toEqual([])

    const which = { draft, import: file }
    const results = await Promise.all([as(ros).takeImport(which), as(ros).takeImport(which)])
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['decided-before', 'taken'])
    const after = (await findDraft(database.calls, draft))!.draft
    expect(
      after.outline.sections.map(({ id }) => textIn(partOf(after, `section:${id}`), 'title')),
    ).toEqual(['teilnahme', 'wirkung', 'erfahrungen', 'empfehlung', 'demografie'])
    expect(questionsIn(after.outline)).toHaveLength(21)
    const history = await listEdits(database.calls, draft, { most: 100 })
    expect(history).toHaveLength(26)
    expect(new Set(history.map(({ by }) => by))).toEqual(new Set([ros.actor.staffId]))
    // In the order in which they were made, so that an undo takes back the last.
    expect(history[0]?.edit.part).toBe(`section:${after.outline.sections[0]?.id}`)
  })

  it('leaves what it was not sure of beside its place, undecided until somebody confirms it', async () => {
    const draft = await begun()
    const file = await send(draft, form)
    await as(ros).readFile({ draft, file })
    await as(ros).takeImport({ draft, import: file })
    const notes = await listOpenNotes(database.calls, draft)
    expect(notes.length).toBeGreaterThan(0)
    const checked = async () =>
      checkDraftNow(database.calls, (await findDraft(database.calls, draft))!.draft, new Date())
    const before = await checked()
    const open = before.findings.filter(({ level }) => level === 'confirm')
    expect(open.map(({ words }) => words)).toEqual(notes.map(({ words }) => words))
    const [, number] = open[0]!.key.split(' ')
    await as(ros).confirmNote({ draft, import: file, note: Number(number) })
    const after = await checked()
    expect(after.undecided).toBe(before.undecided - 1)
    expect(after.findings).not.toContainEqual(open[0])
  })

  it('names the pieces that are missing, and takes them later', async () => {
    const draft = await begun()
    const content = randomBytes(uploadPiece + 100)
    const file = await send(draft, content, { only: [0] })
    expect(await as(ros).readFile({ draft, file })).toEqual({ outcome: 'incomplete', missing: [1] })
    await send(draft, content, { file, only: [0, 1] })
    expect(await as(ros).readFile({ draft, file })).toMatchObject({
      outcome: 'refused',
      words: expect.stringContaining('not a Word document'),
    })
    expect(await listImports(database.calls, draft)).toEqual([])
  })

  it('takes no piece of another size, number or length of file', async () => {
    const draft = await begun()
    const file = await send(draft, Buffer.alloc(100, 1))
    const sent = { draft, file, name: 'a.docx', bytes: 100, number: 0 }
    const piece = (length: number) => Buffer.alloc(length, 2).toString('base64')
    for (const wrong of [
      { ...sent, piece: piece(99) },
      { ...sent, number: 1, piece: piece(100) },
      { ...sent, number: 1, piece: '' },
      { ...sent, bytes: 200, piece: piece(200) },
    ])
      expect(await as(ros).sendPiece(wrong)).toEqual({ received: false })
    await expect(
      as(ros).sendPiece({ ...sent, bytes: 21 * 1024 * 1024, piece: piece(uploadPiece) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('is nobody else’s: not sent to, not read, not put in, not thrown away', async () => {
    const draft = await begun()
    const file = await send(draft, form)
    const sent = { draft, file, name: 'a', bytes: 5, number: 0, piece: 'AAAAAAA=' }
    for (const call of [
      as(kit).sendPiece(sent),
      as(kit).readFile({ draft, file }),
      as(kit).takeImport({ draft, import: file }),
      as(kit).throwImportAway({ draft, import: file }),
      as(kit).confirmNote({ draft, import: file, note: 0 }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const other = await begun()
    expect(await as(ros).readFile({ draft: other, file })).toEqual({
      outcome: 'incomplete',
      missing: [],
    })
    await as(ros).readFile({ draft, file })
    expect(await as(ros).takeImport({ draft: other, import: file })).toEqual({ outcome: 'unknown' })
  })

  it('is not used when somebody says so, and then cannot be', async () => {
    const draft = await begun()
    const file = await send(draft, form)
    await as(ros).readFile({ draft, file })
    const which = { draft, import: file }
    expect(await as(ros).throwImportAway(which)).toEqual({ outcome: 'thrown-away' })
    expect(await as(ros).takeImport(which)).toEqual({ outcome: 'decided-before' })
    expect((await findDraft(database.calls, draft))?.draft.outline.sections).toEqual([])
  })

  it('is forgotten a week after it began when it never came whole', async () => {
    const draft = await begun()
    const file = await send(draft, randomBytes(uploadPiece + 1), { only: [0] })
    await removeOldUploads(database.calls, new Date('2000-01-01'))
    expect(await as(ros).readFile({ draft, file })).toMatchObject({ missing: [1] })
    await removeOldUploads(database.calls, new Date('2100-01-01'))
    expect(await as(ros).readFile({ draft, file })).toMatchObject({ missing: [] })
  })
})
