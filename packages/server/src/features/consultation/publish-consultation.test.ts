import { randomUUID } from 'node:crypto'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallConsultation } from '../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import {
  allVersions,
  changesChannel,
  findNewestVersion,
  findVersion,
  listNewestVersions,
} from './consultation.queries.ts'
import { publishConsultation } from './publish-consultation.ts'
import { retractConsultation } from './retract-consultation.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

let made = 0
/** A consultation that nothing else here has. */
const fresh = (changes: Partial<Consultation> = {}): Consultation => {
  made += 1
  return smallConsultation({
    slug: `rooms-${made}`,
    title: `Rooms ${made}`,
    promise: { by: '2027-05-20', text: 'We say what we did.' },
    ...changes,
  })
}
const publish = (document: unknown, again = false) =>
  publishConsultation(database.calls, document, { again })
const refusal = async (document: unknown): Promise<string> => {
  const result = await publish(document)
  expect(result.outcome).toBe('refused')
  return result.outcome === 'refused'
    ? result.problems.map(({ place, words }) => `${place}: ${words}`).join('\n')
    : ''
}

describe('publishConsultation', () => {
  it('stores the first version as it was written', async () => {
    const consultation = fresh()
    expect(await publish(consultation)).toEqual({
      outcome: 'published',
      slug: consultation.slug,
      number: 1,
      warnings: [],
    })
    expect(await findNewestVersion(database.calls, consultation.slug)).toEqual({
      id: consultation.id,
      slug: consultation.slug,
      retraction: undefined,
      version: { number: 1, consultation },
    })
  })

  it('makes no second version of the same words, whatever the order of their fields', async () => {
    const consultation = fresh()
    await publish(consultation)
    const turned = Object.fromEntries(Object.entries(consultation).reverse())
    expect(await publish(turned)).toMatchObject({ outcome: 'already-published', number: 1 })
    expect(await allVersions(database.calls, consultation.id)).toHaveLength(1)
  })

  it('makes the next version of other words, and keeps the one before', async () => {
    const consultation = fresh()
    await publish(consultation)
    const changed = { ...consultation, title: 'Rooms and corridors' }
    expect(await publish(changed)).toMatchObject({ outcome: 'published', number: 2 })
    expect(await publish(consultation)).toMatchObject({ outcome: 'published', number: 3 })
    expect((await findVersion(database.calls, consultation.slug, 1))?.version).toEqual({
      number: 1,
      consultation,
    })
    expect((await findVersion(database.calls, consultation.slug, 2))?.version).toEqual({
      number: 2,
      consultation: changed,
    })
    expect((await findNewestVersion(database.calls, consultation.slug))?.version.number).toBe(3)
  })

  it('makes one version of many publishings at once', async () => {
    const consultation = fresh()
    const results = await Promise.all(Array.from({ length: 8 }, () => publish(consultation)))
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => 'already-published'),
      'published',
    ])
  })

  it('refuses what the checker refuses, with its words and places, and stores nothing', async () => {
    const consultation = fresh({ minutes: -1 })
    expect(await refusal(consultation)).toMatch(/^minutes: /)
    expect(await refusal(undefined)).toContain('one object')
    expect(await findNewestVersion(database.calls, consultation.slug)).toBeUndefined()
  })

  it('refuses an address that another consultation has', async () => {
    const consultation = fresh()
    await publish(consultation)
    expect(await refusal({ ...consultation, id: randomUUID() })).toBe(
      `slug: Another consultation, “${consultation.title}”, has the address “${consultation.slug}”. Choose another address`,
    )
  })

  it('refuses to move a consultation to another address', async () => {
    const consultation = fresh()
    await publish(consultation)
    expect(await refusal({ ...consultation, slug: 'elsewhere' })).toContain(
      `was published at “${consultation.slug}”. Its address cannot change`,
    )
  })

  it('refuses a question that was asked in another way, in any version before', async () => {
    const consultation = fresh()
    await publish(consultation)
    const asked = (kind: 'short-text' | 'long-text' | 'number') => ({
      ...consultation,
      sections: [
        {
          id: 'rooms',
          title: 'Rooms',
          questions: [{ id: 'words', kind, title: 'What?', about: 'what' }],
        },
      ],
    })
    expect(
      await publish({
        ...asked('long-text'),
        sections: [
          {
            id: 'rooms',
            title: 'Rooms',
            questions: [{ id: 'other', kind: 'number', title: 'What?', about: 'what' }],
          },
        ],
      }),
    ).toMatchObject({ number: 2 })
    expect(await refusal(asked('number'))).toBe(
      'questions › words: This question was of the kind long-text in version 1 and is number now. Give the new question an id of its own',
    )
    expect(await publish(asked('long-text'))).toMatchObject({ number: 3 })
  })

  it('tells every running server, and only once it is stored', async () => {
    const heard: (string | undefined)[] = []
    const hearing = database.hear(changesChannel, (slug) => {
      heard.push(slug)
    })
    await expect.poll(() => hearing.hears()).toBe(true)
    const consultation = fresh()
    await publish(consultation)
    await expect.poll(() => heard).toContain(consultation.slug)
    await refusal({ ...consultation, minutes: 0 })
    await retractConsultation(database.calls, consultation.slug, {
      at: new Date(),
      reason: 'Wrong date',
    })
    await expect.poll(() => heard.filter((slug) => slug === consultation.slug)).toHaveLength(2)
    await hearing.stop()
  })
})

describe('retractConsultation', () => {
  const at = new Date('2027-02-02T11:00:00Z')

  it('marks it with the reason and the time, and keeps every version', async () => {
    const consultation = fresh()
    await publish(consultation)
    expect(
      await retractConsultation(database.calls, consultation.slug, {
        at,
        reason: ' The date was wrong. ',
      }),
    ).toEqual({
      outcome: 'retracted',
      title: consultation.title,
      retraction: { at, reason: 'The date was wrong.' },
    })
    expect((await findNewestVersion(database.calls, consultation.slug))?.retraction).toEqual({
      at,
      reason: 'The date was wrong.',
    })
    expect(await allVersions(database.calls, consultation.id)).toHaveLength(1)
  })

  it('changes nothing the second time', async () => {
    const consultation = fresh()
    await publish(consultation)
    await retractConsultation(database.calls, consultation.slug, { at, reason: 'First' })
    expect(
      await retractConsultation(database.calls, consultation.slug, {
        at: new Date(),
        reason: 'Second',
      }),
    ).toMatchObject({ outcome: 'already-retracted', retraction: { at, reason: 'First' } })
  })

  it('refuses a reason that nobody could read, and an address that nothing has', async () => {
    expect(
      await retractConsultation(database.calls, 'rooms-1', { at, reason: ' \n ' }),
    ).toMatchObject({ outcome: 'refused' })
    expect(
      await retractConsultation(database.calls, 'rooms-1', { at, reason: 'x'.repeat(501) }),
    ).toMatchObject({ outcome: 'refused' })
    expect(await retractConsultation(database.calls, 'nowhere', { at, reason: 'Why' })).toEqual({
      outcome: 'unknown',
    })
    expect((await findNewestVersion(database.calls, 'rooms-1'))?.retraction).toBeUndefined()
  })

  it('lets it be published again only when that is said', async () => {
    const consultation = fresh()
    await publish(consultation)
    await retractConsultation(database.calls, consultation.slug, {
      at,
      reason: 'The date was wrong.',
    })
    expect(await refusal({ ...consultation, title: 'Mended' })).toContain(
      'was retracted on 2027-02-02: The date was wrong. Add --again',
    )
    expect(await publish({ ...consultation, title: 'Mended' }, true)).toMatchObject({
      outcome: 'published',
      number: 2,
    })
    expect((await findNewestVersion(database.calls, consultation.slug))?.retraction).toBeUndefined()
  })

  it('puts back the same version when the same words are published again', async () => {
    const consultation = fresh()
    await publish(consultation)
    await retractConsultation(database.calls, consultation.slug, { at, reason: 'By mistake' })
    expect(await publish(consultation, true)).toMatchObject({
      outcome: 'already-published',
      number: 1,
    })
    expect((await findNewestVersion(database.calls, consultation.slug))?.retraction).toBeUndefined()
  })
})

describe('listNewestVersions', () => {
  it('gives each consultation once, in its newest version, the last to close first', async () => {
    const versions = await listNewestVersions(database.calls)
    expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length)
    const closing = versions.map(({ version }) => Date.parse(version.consultation.closesAt))
    expect(closing).toEqual(closing.toSorted((one, other) => other - one))
    for (const { slug, version } of versions)
      expect((await findNewestVersion(database.calls, slug))?.version.number).toBe(version.number)
  })
})
