import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDevice } from '../offline/test-support/device.ts'
import {
  emptySite,
  fakeServer,
  leaveSite,
  openApp,
  slug,
  type FakeServer,
} from '../test-support/app.ts'
import { settleIn } from './settle-in.ts'

const consultation = `/consultations/${slug}`

/** What the worker was asked to keep; it keeps everything. */
const asked: string[][] = []
const worker = {
  postMessage: ({ paths }: { paths: string[] }, [port]: MessagePort[]) => {
    asked.push(paths)
    port?.postMessage(true)
  },
}

beforeEach(async () => {
  await emptyDevice()
  asked.splice(0)
  const container = navigator.serviceWorker
  vi.spyOn(container, 'ready', 'get').mockResolvedValue({
    active: worker,
  } as unknown as ServiceWorkerRegistration)
  vi.spyOn(container, 'register').mockRejectedValue(new Error('not in a test'))
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'connection')
  leaveSite()
})

/** Opens a page at an address and lets it settle in; gives what the state line was told. */
async function settle(
  path: string,
  { status, server = fakeServer() }: { status?: string; server?: FakeServer } = {},
) {
  const main = emptySite(path)
  if (status) main.dataset['status'] = status
  const services = await openApp(server)
  const told: string[] = []
  await settleIn(services, {
    newVersionWaits: () => told.push('new version'),
    nowKept: () => told.push('kept'),
    hear: () => undefined,
  })
  return { services, told }
}

describe('a page that has loaded', () => {
  it.each([
    ['of the consultation', `${consultation}/read/plan`, 'open'],
    [
      'of the app, which does not say how the consultation stands',
      `${consultation}/answer`,
      undefined,
    ],
  ])(
    '%s keeps the consultation and what there is to read, and says so',
    async (_, path, status) => {
      const { services, told } = await settle(path, { status })
      expect(await services.library.read(slug)).toEqual(busVersion)
      expect(asked).toEqual([
        [
          ...new Set([
            path,
            '/',
            consultation,
            `${consultation}/all-questions`,
            `${consultation}/read/plan`,
            '/help',
            '/privacy',
            '/accessibility',
            '/display-settings',
            '/help-now',
          ]),
        ],
      ])
      expect(told).toEqual(['kept'])
    },
  )

  it('is all that is kept where the person saves data, and then nothing is said of reading without a connection', async () => {
    Object.defineProperty(navigator, 'connection', {
      value: { saveData: true },
      configurable: true,
    })
    const { told } = await settle(consultation, { status: 'open' })
    expect(asked).toEqual([[consultation]])
    expect(told).toEqual([])
  })

  it('says nothing of a consultation that opens later, and does not ask for it', async () => {
    const { services, told } = await settle(consultation, { status: 'scheduled' })
    expect(await services.library.list()).toEqual([])
    expect(told).toEqual([])
  })

  it('asks the server once for the consultation that it shows, however it was opened', async () => {
    const server = fakeServer()
    const { services } = await settle(`${consultation}/questions/minutes`, { server })
    const again = emptySite(`${consultation}/questions/minutes`)
    again.innerHTML = `<div data-version="${busVersion.number}"></div>`
    const fetches = vi.spyOn(services.api, 'fetchConsultation')
    const state = {
      newVersionWaits: () => undefined,
      nowKept: () => undefined,
      hear: () => undefined,
    }
    await settleIn(services, state)
    expect(fetches).not.toHaveBeenCalled()
    vi.spyOn(navigator.serviceWorker, 'controller', 'get').mockReturnValue({
      postMessage: () => undefined,
    } as unknown as ServiceWorker)
    await settleIn(services, state)
    expect(fetches).toHaveBeenCalledOnce()
  })

  it('stands in for one that was taken back: the device lets it go', async () => {
    const server = fakeServer()
    await settle(consultation, { status: 'open', server })
    server.versions = []
    const { services, told } = await settle(consultation, { server })
    expect(await services.library.list()).toEqual([])
    expect(told).toEqual([])
  })
})
