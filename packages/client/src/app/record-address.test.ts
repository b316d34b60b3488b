import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { contributions } from '@takepart/shared/views/test-support/contribution-records'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginDraft } from '../features/response/load-answering.ts'
import { CheckPage } from '../features/response/check-page.ts'
import { MyResponsesPage } from '../features/response/my-responses-page.ts'
import { RecordPage } from '../features/response/record-page.ts'
import { ContributionPage } from '../features/round/contribution-page.ts'
import { RequestPage } from '../features/support-request/request-page.ts'
import { createDatabaseStore } from '../offline/record-store.ts'
import {
  draft,
  emptyDevice,
  responseId,
  tab,
  waitingRequest,
} from '../offline/test-support/device.ts'
import { createVault } from '../offline/vault.ts'
import {
  destinations,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
  slug,
} from '../test-support/app.ts'
import { recordAt } from './send-record.ts'
import type { Services } from './services.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const answers: Answers = { 'how-travel': { kind: 'one-of', choice: 'car' } }
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

async function answered(services: Services): Promise<string> {
  const open = beginDraft(services, busVersion, true)
  for (const [id, answer] of Object.entries(answers)) open.answer(id, answer, false)
  await open.save()
  await services.library.keep(busVersion)
  return open.draft.id
}

const linksToRecords = () =>
  [...document.querySelectorAll('main a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('/my-responses/'))

async function listed(services: Services): Promise<readonly string[]> {
  emptySite('/my-responses')
  await showPage(new MyResponsesPage(), services)
  return linksToRecords()
}

describe('the address of what this device knows of a response', () => {
  it('is a name that the server never hears', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    const id = await answered(services)
    const asked = destinations()
    emptySite(`/consultations/${slug}/check`)
    await showPage(new CheckPage(), services, { slug })
    press('Send my response')
    await inTime(() => expect(asked).toHaveLength(1))
    const name = new RegExp(`^/my-responses/(${uuid})$`).exec(asked[0] ?? '')?.[1] ?? ''
    expect(name).not.toBe('')
    expect(name).not.toBe(id)
    await inTime(() => expect(server.sent).toHaveLength(1))
    expect(JSON.stringify(server.sent)).not.toContain(name)
  })

  it('stays the same from the first word to the receipt', async () => {
    const services = await openApp(fakeServer())
    const id = await answered(services)
    const [first] = await listed(services)
    const open = (await services.records.read('response', id))!
    await services.records.saveDraft('response', { ...open.draft, title: 'Buses' }, answers)
    expect(await listed(services)).toEqual([first])
    emptySite(`/consultations/${slug}/check`)
    await showPage(new CheckPage(), services, { slug })
    press('Send my response')
    await inTime(async () =>
      expect((await services.records.read('response', id))?.state).toBe('received'),
    )
    expect(await listed(services)).toEqual([first])
    expect(first).not.toContain(id)
  })

  it('is another one on a device that took the response in from a file', async () => {
    const services = await openApp(fakeServer())
    await answered(services)
    const [first] = await listed(services)
    const [record] = await services.records.list('response')
    await services.records.discard(record!.draft.id)
    await services.records.adopt({
      ...record!,
      draft: { ...record!.draft, revision: 0 },
    } as typeof record & {})
    const [again] = await listed(services)
    expect(again).toMatch(new RegExp(`^/my-responses/${uuid}$`))
    expect(again).not.toBe(first)
  })

  it('opens the record it names', async () => {
    const services = await openApp(fakeServer())
    await answered(services)
    const [href = ''] = await listed(services)
    emptySite(href)
    await showPage(new RecordPage(), services, { response: href.split('/').at(-1) ?? '' })
    expect(heading()).toBe('Your draft')
  })
})

describe('an address of an earlier release, which was the key of the response', () => {
  it('still opens, and makes way for the name before anything can ask the server for it again', async () => {
    const services = await openApp(fakeServer())
    const id = await answered(services)
    const [href] = await listed(services)
    emptySite(`/my-responses/${id}`)
    await showPage(new RecordPage(), services, { response: id })
    expect(heading()).toBe('Your draft')
    expect(location.pathname).toBe(href)
  })

  it('opens a request and a contribution as well', async () => {
    const services = await openApp(fakeServer())
    const request = waitingRequest(responseId(5))
    const contribution = {
      ...contributions.received,
      draft: { ...contributions.received.draft, revision: 0 },
    }
    await services.records.adopt(request)
    await services.records.adopt(contribution)
    const hrefs = await listed(services)
    expect(hrefs).toHaveLength(2)
    for (const href of hrefs) {
      expect(href).not.toContain(request.draft.id)
      expect(href).not.toContain(contribution.draft.id)
    }
    emptySite(`/my-responses/asked/${request.draft.id}`)
    await showPage(new RequestPage(), services, { request: request.draft.id })
    expect(hrefs).toContain(location.pathname)
    emptySite(`/my-responses/said/${contribution.draft.id}`)
    await showPage(new ContributionPage(), services, { contribution: contribution.draft.id })
    expect(hrefs).toContain(location.pathname)
  })

  it('makes way where it stands in the address of a form', async () => {
    const services = await openApp(fakeServer())
    const { id, slug: round } = contributions.received.draft
    await services.records.adopt({
      ...contributions.received,
      draft: { ...contributions.received.draft, revision: 0 },
    })
    emptySite(`/rounds/${round}/say?said=${id}`)
    expect((await recordAt(services, 'contribution', id))?.draft.id).toBe(id)
    expect(location.search).toMatch(new RegExp(`^\\?said=${uuid}$`))
    expect(location.search).not.toContain(id)
  })

  it('of a record that was stored before there were names gets one, for good', async () => {
    const parts = tab()
    const store = createDatabaseStore(parts.database, createVault(parts))
    const old = draft({ slug, title: 'Buses', revision: 1, answers })
    const record = { kind: 'response', state: 'draft', draft: old } as const
    const mark = parts.newId()
    await store.replace({ id: old.id, expected: undefined, next: { record, mark } })
    const services = await openApp(fakeServer())
    const [href = ''] = await listed(services)
    expect(href).toMatch(new RegExp(`^/my-responses/${uuid}$`))
    expect(href).not.toContain(old.id)
    const held = (await services.records.read('response', old.id))!
    await services.records.saveDraft('response', { ...held.draft, title: 'Trains' }, answers)
    expect(await listed(services)).toEqual([href])
  })
})
