import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { statusOf } from '@takepart/shared/domain/consultation/consultation'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smallConsultation } from '../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { listNewestVersions } from './consultation.queries.ts'
import { loadSample } from './load-sample.ts'
import { publishConsultation } from './publish-consultation.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const sample = join(import.meta.dirname, '../../../sample')
const load = (now: Date, folder = sample) => loadSample(database.calls, { folder, now })
const published = async () => (await listNewestVersions(database.calls)).map(({ slug }) => slug)

describe('loadSample', () => {
  it.each(['2026-11-22T12:00:00Z', '2028-02-29T23:59:00Z', '2031-07-15T06:00:00Z'])(
    'fills an empty database on %s with one open, one decided and one forthcoming',
    async (day) => {
      const now = new Date(day)
      expect(await load(now)).toHaveLength(3)
      const states = (await listNewestVersions(database.calls)).map(({ version }) =>
        statusOf(version.consultation, now),
      )
      expect(states.toSorted()).toEqual(['concluded', 'open', 'scheduled'])
    },
  )

  it('leaves a database alone that has a consultation, its own or another', async () => {
    const now = new Date('2027-01-10T12:00:00Z')
    await publishConsultation(database.calls, smallConsultation())
    expect(await load(now)).toEqual([])
    expect(await published()).toEqual(['waiting-rooms'])
  })

  it('loads once when two servers start at the same time', async () => {
    const now = new Date('2027-01-10T12:00:00Z')
    const loaded = await Promise.all([load(now), load(now)])
    expect(loaded.map((slugs) => slugs.length).toSorted()).toEqual([0, 3])
    expect(await published()).toHaveLength(3)
  })

  it('loads all or nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'takepart-sample-'))
    writeFileSync(join(folder, '1.json'), JSON.stringify(smallConsultation()))
    writeFileSync(
      join(folder, '2.json'),
      JSON.stringify(smallConsultation({ slug: 'other', minutes: -1 })),
    )
    await expect(load(new Date('2026-11-22T12:00:00Z'), folder)).rejects.toThrow(
      /^The sample 2\.json cannot be published: .*minutes: /,
    )
    expect(await published()).toEqual([])
    rmSync(folder, { recursive: true })
  })
})
