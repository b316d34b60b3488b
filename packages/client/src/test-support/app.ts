import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Command, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import { siteFrame } from '@takepart/shared/views/site/site-frame.view'
import { html, render } from 'lit'
import { vi } from 'vitest'
import type { SendCommand } from '../api/send-command.ts'
import type { Services } from '../app/services.ts'
import { PageElement, type Address } from '../app/page-element.ts'
import { createConnectivity } from '../offline/connectivity.ts'
import { createLibrary } from '../offline/library.ts'
import { createOutbox } from '../offline/outbox.ts'
import { openRecords, type RecordsParts } from '../offline/records.ts'
import { tab, taken } from '../offline/test-support/device.ts'
import { Unavailable } from '../api/unavailable.ts'

/** A day on which the tests' consultation is open. */
export const openDay = new Date('2027-05-12T09:30:00Z')
export const slug = busVersion.consultation.slug

/** The server, as far as pages see it: what it has published, and what it says to what is sent. */
export interface FakeServer {
  reachable: boolean
  versions: ConsultationVersion[]
  /** Pages of the server, by path. */
  readonly pages: Map<string, string>
  answer: (command: Command) => DeliveryOf<SendableKind>
  readonly sent: Command[]
  read: Services['api']['readResponse']
  trace: Services['api']['traceResponse']
  readonly rounds: { -readonly [Name in keyof Services['rounds']]: Services['rounds'][Name] }
}

export const fakeServer = (): FakeServer => ({
  reachable: true,
  versions: [busVersion],
  pages: new Map(),
  answer: (command) => taken(command, { closesAt: busVersion.consultation.closesAt }),
  sent: [],
  read: async () => ({ ok: false, problems: [{ code: 'response-not-found' }] }),
  trace: async () => ({ ok: false, problems: [{ code: 'response-not-found' }] }),
  rounds: {
    readOwn: async () => ({ ok: false, problems: [{ code: 'contribution-not-found' }] }),
    answerDecision: async () => ({ ok: true, value: true }),
    acknowledge: async () => ({ ok: true, value: true }),
    shownSince: async () => ({ count: 0 }),
    followQuestions: () => () => undefined,
  },
})

/** Services on this browser's real storage, and a server that is a plain object. */
export async function openApp(
  server = fakeServer(),
  parts: Partial<RecordsParts> = {},
): Promise<Services> {
  const own = tab({ now: () => openDay, ...parts })
  const { now, random, newId, database } = own
  const reach = <Value>(value: () => Value): Promise<Value> =>
    server.reachable ? Promise.resolve().then(value) : Promise.reject(new Unavailable('network'))
  const send = ((_, command) =>
    reach(() => {
      server.sent.push(command)
      return server.answer(command)
    })) as SendCommand
  const connectivity = createConnectivity()
  const records = await openRecords(own)
  return {
    records,
    connectivity,
    send,
    now,
    random,
    newId,
    outbox: createOutbox({
      records,
      send,
      connectivity,
      now,
      random,
      after: () => () => undefined,
    }),
    library: createLibrary(database, now),
    keptMedia: async () => undefined,
    api: {
      fetchConsultation: (wanted, number) =>
        reach(() =>
          server.versions.findLast(
            (version) =>
              version.consultation.slug === wanted &&
              (number === undefined || version.number === number),
          ),
        ),
      traceResponse: (input) => reach(() => server.trace(input)).then((result) => result),
      readResponse: (input) => reach(() => server.read(input)).then((result) => result),
      fetchPage: (path) => reach(() => server.pages.get(path)),
    },
    rounds: {
      readOwn: (input) => reach(() => server.rounds.readOwn(input)).then((result) => result),
      answerDecision: (input) =>
        reach(() => server.rounds.answerDecision(input)).then((result) => result),
      acknowledge: (input) =>
        reach(() => server.rounds.acknowledge(input)).then((result) => result),
      shownSince: (input) => reach(() => server.rounds.shownSince(input)).then((result) => result),
      followQuestions: (of, handlers) => server.rounds.followQuestions(of, handlers),
    },
    keptPage: async (path) => (await import('../offline/kept-page.ts')).keptPage(path),
    clearDevice: async () => [],
    whenClearedElsewhere: () => () => undefined,
  }
}

/** The same services, on a store that does some things otherwise. */
export function withRecords(services: Services, change: Partial<Services['records']>): Services {
  const { records } = services
  return {
    ...services,
    records: {
      durable: records.durable,
      looking: records.looking,
      whenLooked: (listener) => records.whenLooked(listener),
      all: () => records.all(),
      list: (kind) => records.list(kind),
      read: (kind, id) => records.read(kind, id),
      waiting: () => records.waiting(),
      saveDraft: (kind, draft, base) => records.saveDraft(kind, draft, base),
      hold: (kind, draft, base) => records.hold(kind, draft, base),
      letGo: (id) => records.letGo(id),
      queue: (kind, id, queue) => records.queue(kind, id, queue),
      settle: (kind, id, settle) => records.settle(kind, id, settle),
      backToDraft: (kind, id) => records.backToDraft(kind, id),
      adopt: (record) => records.adopt(record),
      discard: (id, revision) => records.discard(id, revision),
      watch: (listener) => records.watch(listener),
      ...change,
    },
  }
}

/** Long enough for everything said so far to have been heard, in milliseconds: messages are kept apart. */
export const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700))

const home = location.href

/** The frame round every page, with nothing in it yet; gives its `main`. */
export function emptySite(path = home): HTMLElement {
  history.replaceState(null, '', path)
  document.title = 'Opening – Takepart'
  document.documentElement.lang = 'en-GB'
  const body = document.createElement('div')
  render(siteFrame({ path: '/', content: html`` }), body)
  document.body.replaceChildren(...body.children)
  const main = document.getElementById('main')
  if (!main) throw new Error('the frame has no main')
  main.replaceChildren()
  return main
}

/** Takes the page away and gives the address back. */
export function leaveSite(): void {
  document.body.replaceChildren()
  history.replaceState(null, '', home)
}

/** Shows a page of the app, without the router, and waits until it has something to show. */
export async function showPage(
  page: PageElement,
  services: Services,
  address: Address = {},
): Promise<void> {
  const main = document.getElementById('main') ?? emptySite()
  const ready = new Promise((resolve) =>
    page.addEventListener('page-ready', resolve, { once: true }),
  )
  page.arrive(services, address)
  main.replaceChildren(page)
  await ready
  await page.updateComplete
}

/** Where pages have asked to go, newest last; no router runs. */
export function destinations(): string[] {
  const asked: string[] = []
  addEventListener('vaadin-router-go', (event) => {
    const { pathname, search, hash } = (event as CustomEvent<Location>).detail
    asked.push(pathname + search + hash)
  })
  return asked
}

/** What was said aloud on this site since it was set up, in order. */
export function spoken(): string[] {
  const said: string[] = []
  const region = document.getElementById('status')
  if (region)
    new MutationObserver(() => {
      if (region.textContent) said.push(region.textContent)
    }).observe(region, { childList: true })
  return said
}

export const inTime = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 2000, interval: 10 })

export function byId<Kind extends HTMLElement = HTMLInputElement>(id: string): Kind {
  const element = document.getElementById(id)
  if (!element) throw new Error(`nothing on the page has the id ${id}`)
  return element as Kind
}

export const heading = (): string => document.querySelector('h1')?.textContent.trim() ?? ''

/** Presses the button or link of the page that says this. */
export function press(words: string): void {
  const found = [...document.querySelectorAll<HTMLElement>('main :is(button, a)')].filter(
    ({ textContent }) => textContent.replaceAll('\u00a0', ' ').trim().startsWith(words),
  )
  if (found.length !== 1) throw new Error(`${found.length} things to press say ${words}`)
  found[0]?.click()
}
