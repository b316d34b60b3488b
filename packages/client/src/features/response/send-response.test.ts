import type { Answers } from '@takepart/shared/domain/question/answer'
import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { DeviceRecord } from '@takepart/shared/domain/device/draft'
import type { Command } from '@takepart/shared/domain/device/record'
import type { Problem } from '@takepart/shared/domain/response/problem'
import { normaliseCode } from '@takepart/shared/domain/response/private-code'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDevice, idOf, refused } from '../../offline/test-support/device.ts'
import {
  byId,
  destinations,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  openDay,
  press,
  showPage,
  slug,
  withRecords,
} from '../../test-support/app.ts'
import type { Services } from '../../app/services.ts'
import { CheckPage } from './check-page.ts'
import { beginDraft, openDraft } from './load-answering.ts'
import { RecordPage } from './record-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const answers: Answers = {
  'how-travel': { kind: 'one-of', choice: 'car' },
  minutes: { kind: 'number', text: ' 20 ' },
}
const checkPath = `/consultations/${slug}/check`

/** A device on which every question that must be answered is. */
async function answered(services: Services, said = answers): Promise<string> {
  const draft = beginDraft(services, busVersion, true)
  for (const [id, answer] of Object.entries(said)) draft.answer(id, answer, false)
  await draft.save()
  await services.library.keep(busVersion)
  return draft.draft.id
}

async function showCheck(services: Services): Promise<void> {
  emptySite(checkPath)
  await showPage(new CheckPage(), services, { slug })
}

async function showRecord(services: Services, id: string): Promise<void> {
  emptySite(`/my-responses/${id}`)
  await showPage(new RecordPage(), services, { response: id })
}

const stateOf = async (
  services: Services,
  id: string,
): Promise<DeviceRecord['state'] | undefined> =>
  (await services.records.read('response', id))?.state
/** The address of what is known of a response, in the way that it is asked for. */
const addressIn = async (services: Services, id: string): Promise<string> =>
  `/my-responses/${(await services.records.read('response', id))?.draft.name}`
const pageText = () => document.getElementById('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

/** A response that was sent where there is no connection. */
async function sentInVain() {
  const server = fakeServer()
  server.reachable = false
  const services = await openApp(server)
  const id = await answered(services)
  await showCheck(services)
  press('Send my response')
  await vi.waitFor(async () => expect(await stateOf(services, id)).toBe('waiting'))
  return { server, services, id }
}

const full = async () => ({ saved: false, reason: 'full' }) as const
const storeFails = { saveDraft: full, queue: full, adopt: full }

describe('sending', () => {
  it('sends what is on the page, tidied, once, and leads to what became of it', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    const id = await answered(services)
    const asked = destinations()
    await showCheck(services)
    press('Send my response')
    press('Send my response')
    const address = await addressIn(services, id)
    await inTime(() => expect(asked).toEqual([address]))
    await vi.waitFor(async () => expect(await stateOf(services, id)).toBe('received'))
    expect(server.sent).toHaveLength(1)
    const { input } = server.sent[0] as Extract<Command, { kind: 'response.submit' }>
    expect(input).toMatchObject({
      responseId: id,
      slug,
      version: 3,
      completedAt: openDay.toISOString(),
      answers: { ...answers, minutes: { kind: 'number', text: '20' } },
    })
  })

  it('sends a hash of the private code and never the code, so that only the person can use it', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    const id = await answered(services)
    await showCheck(services)
    press('Send my response')
    await inTime(() => expect(server.sent).toHaveLength(1))
    const code =
      normaliseCode((await services.records.read('response', id))?.draft.code ?? '') ?? ''
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    const hash = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)),
    )
    const { input } = server.sent[0] as Extract<Command, { kind: 'response.submit' }>
    expect(input.codeHash).toBe(
      [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    )
    expect(JSON.stringify(server.sent)).not.toContain(code)
  })

  it('says what is missing, with the focus on it, and sends nothing', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    await answered(services, { minutes: { kind: 'number', text: '20' } })
    await showCheck(services)
    press('Send my response')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    expect(document.querySelector('.summary a')?.getAttribute('href')).toBe(
      `/consultations/${slug}/questions/how-travel?from=check`,
    )
    expect(server.sent).toEqual([])
  })

  it('refuses to send nothing at all', async () => {
    const services = await openApp()
    const draft = beginDraft(
      services,
      {
        number: 3,
        consultation: {
          ...busVersion.consultation,
          sections: busVersion.consultation.sections.slice(1),
        },
      },
      true,
    )
    await services.library.keep({
      number: 9,
      consultation: {
        ...busVersion.consultation,
        slug: 'voluntary',
        sections: busVersion.consultation.sections.slice(1),
      },
    })
    draft.turnTo({ ownDevice: true })
    openDraft(services, {
      ...draft.draft,
      slug: 'voluntary',
      version: 9,
      id: crypto.randomUUID() as typeof draft.draft.id,
    })
    emptySite('/consultations/voluntary/check')
    await showPage(new CheckPage(), services, { slug: 'voluntary' })
    press('Send my response')
    await inTime(() =>
      expect(document.querySelector('.summary')?.textContent).toContain(
        'Answer at least one question',
      ),
    )
    expect(byId('send')).toBeTruthy()
  })

  it('waits on the device when there is no connection, and goes when there is', async () => {
    const { server, services, id } = await sentInVain()
    server.reachable = true
    await services.outbox.flush()
    expect(await stateOf(services, id)).toBe('received')
  })

  it('goes to the start when there is nothing to check, and to the receipt when it has been sent: neither by way of Back', async () => {
    const services = await openApp()
    const asked = destinations()
    const page = new CheckPage()
    page.arrive(services, { slug })
    emptySite(checkPath).append(page)
    await inTime(() => expect(asked).toContain(`/consultations/${slug}/answer`))
    expect(location.pathname).toBe(`/consultations/${slug}/answer`)
    const id = await answered(services)
    await showCheck(services)
    press('Send my response')
    await vi.waitFor(async () => expect(await stateOf(services, id)).toBe('received'))
    asked.splice(0)
    const again = new CheckPage()
    emptySite(checkPath).append(again)
    again.arrive(services, { slug })
    const address = await addressIn(services, id)
    await inTime(() => expect(asked).toEqual([address]))
    expect(location.pathname).toBe(address)
  })
})

describe('sending where the device keeps nothing', () => {
  it('sends straight away, and the receipt is on the page', async () => {
    const server = fakeServer()
    const services = withRecords(await openApp(server), storeFails)
    const id = await answered(services)
    await showCheck(services)
    expect(pageText()).toContain('Not saved on this device')
    press('Send my response')
    await inTime(() => expect(server.sent).toHaveLength(1))
    await showRecord(services, id)
    expect(heading()).toBe('We have received your response')
    expect(pageText()).toContain('Take these with you')
  })

  it('leaves no draft behind that has been received, even where an older form of it is stored', async () => {
    const room = await openApp(fakeServer())
    const id = await answered(room)
    const services = withRecords(room, storeFails)
    await showCheck(services)
    press('Send my response')
    await vi.waitFor(async () => expect(await stateOf(room, id)).toBeUndefined())
    await showRecord(services, id)
    expect(heading()).toBe('We have received your response')
  })

  it('keeps a draft that another tab has gone on with', async () => {
    const room = await openApp(fakeServer())
    const id = await answered(room)
    const held = await room.records.read('response', id)
    const services = withRecords(room, storeFails)
    await showCheck(services)
    const saved = await room.records.saveDraft(
      'response',
      { ...held!.draft, answers: { ...answers, minutes: { kind: 'number', text: '25' } } },
      answers,
    )
    expect(saved.saved).toBe(true)
    const asked = destinations()
    press('Send my response')
    const address = await addressIn(room, id)
    await inTime(() => expect(asked).toEqual([address]))
    expect(await stateOf(room, id)).toBe('draft')
  })

  it('says that it was not sent when that fails too, and lets it be tried again', async () => {
    const server = fakeServer()
    server.reachable = false
    const services = withRecords(await openApp(server), storeFails)
    const id = await answered(services)
    const asked = destinations()
    await showCheck(services)
    press('Send my response')
    await inTime(() => expect(pageText()).toContain('Not sent. We could not reach Takepart.'))
    server.reachable = true
    press('Send my response')
    // Known to this page only, and by a name all the same.
    await inTime(() =>
      expect(asked).toEqual([expect.stringMatching(/^\/my-responses\/[0-9a-f-]{36}$/)]),
    )
    expect(asked[0]).not.toContain(id)
  })

  it('keeps the words of a refused one, to be changed and sent again', async () => {
    const server = fakeServer()
    server.answer = () => refused
    const services = withRecords(await openApp(server), storeFails)
    const id = await answered(services)
    await showCheck(services)
    press('Send my response')
    await inTime(() => expect(server.sent).toHaveLength(1))
    await showRecord(services, id)
    expect(heading()).toBe('We could not take your response')
    expect(pageText()).toContain('Keep it open, or save a copy')
    const asked = destinations()
    press('Look at my answers and send again')
    await inTime(() => expect(asked).toEqual([checkPath]))
    await showCheck(services)
    expect(pageText()).toContain('By car')
  })
})

describe('a response that was received', () => {
  async function received(
    server = fakeServer(),
  ): Promise<{ services: Services; id: string; server: typeof server }> {
    const services = await openApp(server)
    const id = await answered(services)
    await showCheck(services)
    press('Send my response')
    await vi.waitFor(async () => expect(await stateOf(services, id)).toBe('received'))
    await showRecord(services, id)
    return { services, id, server }
  }

  it('shows its reference and private code', async () => {
    const { services, id } = await received()
    const code = (await services.records.read('response', id))?.draft.code
    expect([...document.querySelectorAll('.code')].map(({ textContent }) => textContent)).toEqual([
      'KTRM-4821',
      code,
    ])
  })

  it('is changed: the same questions, the same response, a change of it', async () => {
    const { services, id, server } = await received()
    const asked = destinations()
    press('Change my response')
    await inTime(() => expect(asked).toEqual([`/consultations/${slug}/questions/how-travel`]))
    expect(await stateOf(services, id)).toBe('draft')
    await showCheck(services)
    press('Send my changes')
    await vi.waitFor(async () => expect(await stateOf(services, id)).toBe('received'))
    expect(server.sent.at(-1)).toMatchObject({
      kind: 'response.change',
      input: { responseId: id, baseRevision: 1 },
    })
  })

  it('is taken back only after one more question, whose focus begins at the safe answer', async () => {
    const { services, id, server } = await received()
    press('Withdraw my response')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('No, keep it')
    await inTime(() => expect(document.activeElement?.id).toBe('ask-withdraw'))
    expect(server.sent).toHaveLength(1)
    press('Withdraw my response')
    await inTime(() => byId('keep'))
    server.answer = (command) => ({
      outcome: 'accepted',
      receipt: { ...receiptOf(idOf(command)), state: 'withdrawn', revision: 2 },
    })
    press('Yes, withdraw it')
    await inTime(() => expect(heading()).toBe('You have withdrawn your response'))
    expect(server.sent.at(-1)).toMatchObject({
      kind: 'response.withdraw',
      input: { completedAt: openDay.toISOString() },
    })
    expect(await stateOf(services, id)).toBe('received')
  })

  it.each<[string, Problem, string, string]>([
    [
      'still received when taking it back was refused',
      { code: 'consultation-closed', closedAt: busVersion.consultation.closesAt },
      'Your response has not been withdrawn',
      'We have received your response',
    ],
    [
      'taken back when that turns out to have been done before',
      { code: 'response-withdrawn' },
      'Your response was withdrawn before',
      'You have withdrawn your response',
    ],
  ])('is shown as %s', async (_how, problem, said, stands) => {
    const { services, id, server } = await received()
    server.answer = () => ({ outcome: 'refused', problems: [problem] })
    press('Withdraw my response')
    await inTime(() => byId('keep'))
    press('Yes, withdraw it')
    await inTime(() => expect(heading()).toBe(said))
    press('Go back to my response')
    await inTime(() => expect(heading()).toBe(stands))
    expect(await stateOf(services, id)).toBe('received')
    expect(server.sent).toHaveLength(2)
  })

  it('is deleted from the device only after one more question', async () => {
    const { services, id } = await received()
    const asked = destinations()
    press('Delete from this device')
    await inTime(() => byId('keep'))
    press('Yes, delete it')
    await inTime(() => expect(asked).toEqual(['/my-responses']))
    expect(await services.records.read('response', id)).toBeUndefined()
  })
})

const receiptOf = (responseId: string) =>
  ({
    responseId: responseId as never,
    reference: 'KTRM-4821' as never,
    revision: 1,
    state: 'received',
    late: false,
    receivedAt: openDay.toISOString(),
    closesAt: busVersion.consultation.closesAt,
  }) as const

describe('a response that waits', () => {
  async function waiting() {
    const { server, services, id } = await sentInVain()
    await services.outbox.flush()
    await showRecord(services, id)
    return { server, services, id }
  }

  it('says so, and why, when it is tried again in vain', async () => {
    await waiting()
    expect(heading()).toBe('Your response is waiting to be sent')
    press('Try to send now')
    await inTime(() =>
      expect(pageText()).toContain('We could not send it just now. We will keep trying.'),
    )
  })

  it('becomes received by itself, said aloud with its reference', async () => {
    const { server, services } = await waiting()
    const said: string[] = []
    new MutationObserver(() => said.push(byId('status').textContent)).observe(byId('status'), {
      childList: true,
    })
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(heading()).toBe('We have received your response'))
    await inTime(() =>
      expect(said).toContain('We have received your response. Reference KTRM-4821'),
    )
  })

  it('becomes refused by itself, with the reason and the words', async () => {
    const { server, services } = await waiting()
    server.reachable = true
    server.answer = () => ({
      outcome: 'refused',
      problems: [{ code: 'consultation-closed', closedAt: busVersion.consultation.closesAt }],
    })
    await services.outbox.flush()
    await inTime(() => expect(heading()).toBe('We could not take your response'))
    expect(pageText()).toContain('This consultation closed on Monday 31 May 2027')
    expect(pageText()).toContain('By car')
  })
})
