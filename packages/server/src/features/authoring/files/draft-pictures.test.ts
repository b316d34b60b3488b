import { randomUUID } from 'node:crypto'
import { newPart, partOf, type Draft } from '@takepart/shared/domain/authoring/draft/draft'
import { takeApart } from '@takepart/shared/domain/authoring/draft/take-apart'
import { busConsultation } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInStaff, type SignedIn } from '../../../test-support/staff.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { findNewestVersion } from '../../consultation/consultation.queries.ts'
import { checkDraftNow } from '../check-draft-now.ts'
import { findDraft, insertDraft, putOverrule } from '../draft.queries.ts'
import { askForSignOff, decideAboutDraft, publishDraft } from '../sign-draft.ts'
import { readDraftFile } from './draft-file.queries.ts'

let database: TestDatabase
let ros: SignedIn
let kit: SignedIn
beforeAll(async () => {
  database = await createTestDatabase()
  ros = await signInStaff(database, { roles: ['author'], name: 'Ros Amery' })
  kit = await signInStaff(database, { roles: ['publisher'], name: 'Kit Osei' })
})
afterAll(() => database.close())

const at = new Date('2027-02-01T10:00:00Z')
const as = ({ actor }: SignedIn) => callerFor(testContext(database, { actor })).authoring
const act = (draft: string, { actor }: SignedIn) => ({ draft, actor, at })

async function begun(): Promise<string> {
  const id = randomUUID()
  const draft = takeApart({ ...busConsultation, id, slug: `bus-${id.slice(0, 8)}` })
  await database.calls
    .transaction()
    .execute((trx) =>
      insertDraft(trx, { draft, basedOn: undefined }, { by: ros.actor.staffId, at }),
    )
  return id
}

const png = async (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: '#005eb8' } })
    .png()
    .toBuffer()

async function bring(draft: string, content: Buffer, name: string) {
  const file = randomUUID()
  const piece = content.toString('base64')
  await as(ros).sendPiece({ draft, file, name, bytes: content.length, number: 0, piece })
  return as(ros).readFile({ draft, file })
}

async function bringAndTake(draft: string, content: Buffer, name: string): Promise<Draft> {
  const read = await bring(draft, content, name)
  if (read.outcome !== 'read') throw new Error(JSON.stringify(read))
  expect(await as(ros).takeImport({ draft, import: read.import })).toEqual({ outcome: 'taken' })
  return (await findDraft(database.calls, draft))!.draft
}

async function decideAll(draft: string): Promise<void> {
  const found = (await findDraft(database.calls, draft))!.draft
  const { findings } = await checkDraftNow(database.calls, found, at)
  for (const { level, key } of findings) {
    const [importId = '', note = ''] = key.split(' ')
    if (level === 'confirm')
      await as(ros).confirmNote({ draft, import: importId, note: Number(note) })
  }
  const all = (await checkDraftNow(database.calls, found, at)).findings
  for (const { key } of all.filter(({ level }) => level === 'advice'))
    await putOverrule(database.calls, draft, {
      finding: key,
      reason: 'Talked about',
      by: ros.actor.staffId,
      at,
    })
}

describe('a picture that is brought in', () => {
  it('stands in the text where it stood in Word, blocks until somebody says what it shows, and is published', async () => {
    const draft = await begun()
    const run = new ImageRun({
      type: 'png',
      data: await png(),
      transformation: { width: 60, height: 30 },
    })
    const children = [new Paragraph('The plan of the garden.'), new Paragraph({ children: [run] })]
    const word = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    const taken = await bringAndTake(draft, word, 'plan.docx')
    const [picture = ''] = taken.outline.media
    const key = `media:${picture}`
    const blocks = Object.values(taken.parts).flatMap(({ fields }) => fields['blocks'] ?? [])
    expect(blocks).toContainEqual({ kind: 'picture', picture })
    const blocked = (await checkDraftNow(database.calls, taken, at)).findings.filter(
      ({ part, level }) => part === key && level === 'blocks',
    )
    expect(blocked.map(({ words }) => words)).toEqual([
      'Say what the picture shows, or that it is only decoration',
    ])
    const alt = 'Beds of flowers along a path.'
    const edit = { do: 'set', part: key, field: 'alt', now: alt } as const
    expect(await as(ros).edit({ draft, id: randomUUID(), edit })).toMatchObject({
      outcome: 'saved',
    })
    await decideAll(draft)
    expect(await askForSignOff(database.calls, act(draft, ros), randomUUID())).toEqual({ ok: true })
    await decideAboutDraft(database.calls, act(draft, kit), { decision: 'signed' })
    expect(await publishDraft(database.calls, act(draft, kit))).toMatchObject({ ok: true })
    const published = await findNewestVersion(database.calls, `bus-${draft.slice(0, 8)}`)
    const [made] = published?.version.consultation.media ?? []
    expect(made).toMatchObject({ kind: 'picture', alt })
    expect(made?.made?.files.length).toBeGreaterThan(1)
  })

  it('may come by itself, and its bytes are as they were brought', async () => {
    const draft = await begun()
    const content = await png()
    const taken = await bringAndTake(draft, content, 'photo.png')
    const part = partOf(taken, `media:${taken.outline.media[0] ?? ''}`)
    expect(part.fields).toMatchObject({ kind: 'picture' })
    const file = await readDraftFile(database.calls, draft, String(part.fields['file']))
    expect(file).toMatchObject({ type: 'png' })
    expect(file?.bytes.equals(content)).toBe(true)
  })

  it('is refused in words when it cannot be read', async () => {
    const draft = await begun()
    const broken = (await png()).subarray(0, 60)
    expect(await bring(draft, broken, 'photo.png')).toMatchObject({
      outcome: 'refused',
      words: expect.stringContaining('This picture could not be read'),
    })
  })

  it('does not keep the draft from being read when a part names a file that is not there', async () => {
    const id = randomUUID()
    const draft = takeApart({ ...busConsultation, id, slug: `bus-${id.slice(0, 8)}` })
    const media = newPart('media:gone', { kind: 'picture', file: 'gone.png', alt: 'A path.' })
    const withMedia = {
      ...draft,
      outline: { ...draft.outline, media: ['gone'] },
      parts: { ...draft.parts, [media.key]: media },
    }
    await database.calls
      .transaction()
      .execute((trx) =>
        insertDraft(trx, { draft: withMedia, basedOn: undefined }, { by: ros.actor.staffId, at }),
      )
    const { findings } = await checkDraftNow(database.calls, withMedia, at)
    expect(
      findings.filter(({ part, level }) => part === 'media:gone' && level === 'blocks'),
    ).toHaveLength(1)
  })
})
