import {
  busConsultation,
  busVersion,
} from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { busInEditions } from '@takepart/shared/domain/consultation/bus-editions.fixture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StorageFailed } from '../../offline/storage-failed.ts'
import { draft, emptyDevice, text } from '../../offline/test-support/device.ts'
import { fakeServer, openApp, openDay, slug, withRecords } from '../../test-support/app.ts'
import { keepConsultation, pagesToKeep, slugOf } from './keep-consultation.ts'

beforeEach(emptyDevice)

const page = `/consultations/${slug}/questions/minutes`
const savesData = (saveData: boolean): void =>
  void Object.defineProperty(navigator, 'connection', { value: { saveData }, configurable: true })
afterEach(() => Reflect.deleteProperty(navigator, 'connection'))

describe('keeping a consultation', () => {
  it('keeps the newest version, to be answered without a connection', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    expect(await keepConsultation(services, slug)).toEqual(busVersion)
    server.reachable = false
    expect(await services.library.read(slug)).toEqual(busVersion)
  })

  it('fetches nothing where the version that the server has just sent is here', async () => {
    const services = await openApp()
    let asked = 0
    const counted = {
      ...services,
      api: {
        ...services.api,
        fetchConsultation: async () => {
          asked += 1
          return busVersion
        },
      },
    }
    expect(await keepConsultation(counted, slug, busVersion.number)).toEqual(busVersion)
    expect(await keepConsultation(counted, slug, busVersion.number)).toEqual(busVersion)
    expect(asked).toBe(1)
  })

  it('lets it go when the server says that it is gone, and not when nobody could be asked', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    await keepConsultation(services, slug)
    server.versions = []
    server.reachable = false
    await expect(keepConsultation(services, slug)).rejects.toMatchObject({ reason: 'network' })
    expect(await services.library.list()).toHaveLength(1)
    server.reachable = true
    await keepConsultation(services, slug)
    expect(await services.library.list()).toEqual([])
    expect(await (await openApp(server)).library.read(slug, busVersion.number)).toBeUndefined()
  })

  it('leaves every draft and response as it is, with the questions it answers', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    await keepConsultation(services, slug)
    const changedAt = openDay.toISOString()
    await services.records.saveDraft(
      'response',
      draft({
        slug,
        version: busVersion.number,
        changedAt,
        answers: { helps: text('A later bus.') },
      }),
      {},
    )
    const before = await services.records.list('response')
    server.versions = []
    await keepConsultation(services, slug)
    const later = await openApp(server)
    expect(await later.records.list('response')).toEqual(before)
    expect(await later.library.list()).toEqual([])
    expect(await later.library.read(slug, busVersion.number)).toEqual(busVersion)
  })

  it('lets nothing go while the responses on the device cannot be read', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    await keepConsultation(services, slug)
    server.versions = []
    await keepConsultation(
      withRecords(services, { list: () => Promise.reject(new StorageFailed('unavailable')) }),
      slug,
    )
    expect(await services.library.list()).toHaveLength(1)
  })

  it('keeps nothing where there is nothing, and says when nobody could be asked', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    expect(await keepConsultation(services, 'nothing')).toBeUndefined()
    server.reachable = false
    await expect(keepConsultation(services, slug)).rejects.toMatchObject({ reason: 'network' })
  })
})

describe('the pages to keep', () => {
  it('are the one in view, what to read before answering, the questions, help, privacy and the accessibility statement: each once', () => {
    const paths = [
      '/',
      `/consultations/${slug}`,
      `/consultations/${slug}/all-questions`,
      `/consultations/${slug}/read/plan`,
      '/help',
      '/privacy',
      '/accessibility',
      '/display-settings',
    ]
    expect(pagesToKeep(page, busVersion, openDay)).toEqual([page, ...paths])
    expect(pagesToKeep('/help', busVersion, openDay)).toEqual([
      '/help',
      ...paths.slice(0, 4),
      '/privacy',
      '/accessibility',
      '/display-settings',
    ])
  })

  it('are those of the edition in view too, and of no other', () => {
    const inEditions = { number: 3, consultation: busInEditions }
    const kept = pagesToKeep(`/consultations/${slug}/in/ar/questions`, inEditions, openDay)
    expect(kept).toEqual(
      expect.arrayContaining(
        [
          '',
          '/read/plan',
          '/in/ar',
          '/in/ar/all-questions',
          '/in/ar/read/plan',
          '/in/ar/questions',
        ].map((path) => `/consultations/${slug}${path}`),
      ),
    )
    expect(kept.filter((path) => path.includes('easy-read'))).toEqual([])
    expect(
      pagesToKeep(`/consultations/${slug}/in/cy`, inEditions, openDay).filter((path) =>
        path.includes('/in/'),
      ),
    ).toEqual([`/consultations/${slug}/in/cy`])
  })

  it('are only the one in view where the person saves data', () => {
    savesData(true)
    expect(pagesToKeep(page, busVersion, openDay)).toEqual([page])
    savesData(false)
    expect(pagesToKeep(page, busVersion, openDay).length).toBeGreaterThan(1)
  })

  it('are also what was decided, once it is', () => {
    const outcome = {
      publishedOn: '2027-07-01',
      summary: '',
      responses: 2,
      weAsked: [],
      points: [],
      next: [],
    }
    const decided = { ...busVersion, consultation: { ...busConsultation, outcome } }
    expect(pagesToKeep(page, decided, openDay)).not.toContain(`/consultations/${slug}/outcome`)
    expect(pagesToKeep(page, decided, new Date('2027-07-02T12:00:00Z'))).toContain(
      `/consultations/${slug}/outcome`,
    )
  })
})

describe('the consultation of an address', () => {
  it.each([
    [page, slug],
    [`/consultations/${slug}`, slug],
    ['/consultations/', undefined],
    ['/my-responses', undefined],
    ['/', undefined],
  ])('%s: %s', (path, expected) => expect(slugOf(path)).toBe(expected))
})
