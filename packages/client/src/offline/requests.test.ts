import type { Command, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import type { RequestRecord } from '@takepart/shared/domain/device/request-record'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SendCommand } from '../api/send-command.ts'
import { Unavailable } from '../api/unavailable.ts'
import { clearDevice } from './clear-device.ts'
import type { Connectivity } from './connectivity.ts'
import { createOutbox } from './outbox.ts'
import { createDatabaseStore, type Held } from './record-store.ts'
import type { SendingRecords } from './records.ts'
import {
  daysBefore,
  draft,
  emptyDevice,
  idOf,
  openTab,
  requestReceipt,
  responseId,
  rowsIn,
  submission,
  tab,
  taken,
  text,
  today,
  waitingRequest,
} from './test-support/device.ts'
import { FakeServer } from './test-support/server.ts'
import { createVault } from './vault.ts'

const id = responseId(1)
const at = today.toISOString()

beforeEach(emptyDevice)

const only = async (records: SendingRecords): Promise<RequestRecord | undefined> =>
  (await records.list('support-request'))[0]

function outboxOf(
  records: SendingRecords,
  tell: (command: Command) => Promise<DeliveryOf<SendableKind>>,
) {
  const send = ((_, command) => tell(command)) as SendCommand
  const connectivity: Connectivity = {
    online: true,
    report: () => undefined,
    watch: () => () => undefined,
    onChance: () => () => undefined,
    wantNudge: () => undefined,
  }
  return createOutbox({
    records,
    send,
    connectivity,
    now: () => today,
    random: () => new Uint8Array(1),
    after: () => () => undefined,
  })
}

describe('a request for support on this device', () => {
  it('waits, locked like a draft, until it has been received', async () => {
    const records = await openTab()
    const {
      draft: { slug, title, request },
    } = waitingRequest(id)
    expect(await records.adopt(waitingRequest(id))).toMatchObject({ saved: true })
    const [row] = await rowsIn('record')
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'changedAt',
      'data',
      'id',
      'iv',
      'ownDevice',
      'queuedAt',
      'revision',
      'state',
    ])
    expect(new TextDecoder('latin1').decode(row?.['data'] as ArrayBuffer)).not.toMatch(
      /01632|large-print|hospital/,
    )
    const elsewhere = await openTab()
    expect(await only(elsewhere)).toMatchObject({
      kind: 'support-request',
      state: 'waiting',
      draft: { id, slug, title, request },
    })
    await outboxOf(elsewhere, new FakeServer().answer).flush()
    expect(await only(records)).toMatchObject({
      state: 'received',
      receipt: requestReceipt(id),
      draft: { request },
    })
    expect(await rowsIn('outbox')).toEqual([])
  })

  it('takes what is made of the revision that is held, and nothing else, while it is written', async () => {
    const records = await openTab()
    const {
      draft: { request: _, ...about },
      ...waits
    } = waitingRequest(id)
    const begun = { ...about, written: { needs: [], say: {}, to: {}, remember: false } } as const
    expect(
      await records.adopt({ kind: 'support-request', state: 'draft', draft: begun }),
    ).toMatchObject({
      saved: true,
      draft: { revision: 1 },
    })
    expect(await records.adopt({ kind: 'support-request', state: 'draft', draft: begun })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(
      await records.adopt({
        kind: 'support-request',
        state: 'draft',
        draft: { ...begun, revision: 1, title: 'Anew' },
      }),
    ).toMatchObject({ saved: true, draft: { revision: 2 } })
    expect(await records.adopt(waitingRequest(id))).toEqual({ saved: false, reason: 'not-a-draft' })
    expect(await records.adopt(waitingRequest(id, { revision: 2 }))).toMatchObject({ saved: true })
    expect([await records.list('support-request'), await records.waiting()]).toMatchObject([
      [{ state: waits.state }],
      [id],
    ])
  })

  it('is not taken for a response, nor a response for it', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    await records.saveDraft('response', draft({ id: responseId(2) }), {})
    expect((await records.list('response')).map((record) => record.draft.id)).toEqual([
      responseId(2),
    ])
    expect((await records.list('support-request')).map((record) => record.draft.id)).toEqual([id])
    expect(await records.read('response', id)).toBeUndefined()
    expect(await records.backToDraft('response', id)).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(await records.queue('response', id, { command: submission(id), at: at })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(await records.saveDraft('response', draft({ id }), {})).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(await only(records)).toMatchObject({ state: 'waiting' })
  })

  it('stays with the reasons and every word when it is refused', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    const problems = [{ code: 'consultation-retracted' }] as const
    await outboxOf(records, async () => ({ outcome: 'refused', problems })).flush()
    const {
      draft: { request },
    } = waitingRequest(id)
    expect(await only(records)).toMatchObject({
      state: 'refused',
      problems,
      draft: { request },
      refusedAt: at,
    })
  })

  it('is sent once by two tabs, and harmlessly again when an answer is lost', async () => {
    const [one, two] = [await openTab(), await openTab()]
    const server = new FakeServer()
    await one.adopt(waitingRequest(id))
    server.fate = () => (server.arrived.length < 1 ? 'response-lost' : 'arrives')
    await Promise.all([outboxOf(one, server.answer).flush(), outboxOf(two, server.answer).flush()])
    await outboxOf(two, server.answer).flush()
    expect(server.contents.get(id)?.size).toBe(1)
    expect([...server.stored]).toEqual([id])
    expect(await only(one)).toMatchObject({ state: 'received' })
  })

  it('goes in its turn with responses', async () => {
    const records = await openTab()
    const server = new FakeServer()
    await records.saveDraft(
      'response',
      draft({ id: responseId(2), answers: { why: text('x') } }),
      {},
    )
    await records.queue('response', responseId(2), {
      command: submission(responseId(2)),
      at: '2027-01-15T11:00:00Z',
    })
    await records.adopt(waitingRequest(id))
    expect(await records.waiting()).toEqual([id, responseId(2)])
    await outboxOf(records, server.answer).flush()
    expect(server.arrived).toEqual([id, responseId(2)])
  })

  it('does not hold up responses when too many requests came from its network', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    await records.saveDraft('response', draft({ id: responseId(2) }), {})
    await records.queue('response', responseId(2), {
      command: submission(responseId(2)),
      at: '2027-01-15T11:00:00Z',
    })
    await outboxOf(records, async (command) => {
      if (idOf(command) === id) throw new Unavailable('status', { status: 429, retryAfter: 60_000 })
      return taken(command)
    }).flush()
    expect((await records.list('response'))[0]?.state).toBe('received')
    expect(await only(records)).toMatchObject({ state: 'waiting' })
  })

  it('is kept for the session only where the device is shared', async () => {
    await (await openTab()).adopt(waitingRequest(id, { ownDevice: false }))
    sessionStorage.clear()
    expect(await (await openTab()).list('support-request')).toEqual([])
  })

  it('is not said to wait once its session is over, also where a browser has no locks to tell that by', async () => {
    const locks = vi
      .spyOn(navigator, 'locks', 'get')
      .mockReturnValue(undefined as unknown as LockManager)
    const first = await openTab()
    await first.adopt(waitingRequest(id, { ownDevice: false }))
    await first.adopt(waitingRequest(responseId(2)))
    expect(await (await openTab()).waiting()).toEqual([id, responseId(2)])
    sessionStorage.clear()
    expect(await (await openTab()).waiting()).toEqual([responseId(2)])
    locks.mockRestore()
  })

  it('goes once it was received and closed and 90 days have gone, and never while it waits', async () => {
    const records = await openTab()
    const old = { changedAt: daysBefore(91) }
    await records.adopt(waitingRequest(id, old))
    const { draft: received } = waitingRequest(responseId(2), old)
    await records.adopt({
      kind: 'support-request',
      draft: received,
      state: 'received',
      receipt: { ...requestReceipt(responseId(2)), closesAt: daysBefore(1) },
    })
    for (let before = 98; before > 0; before -= 7)
      await openTab({ now: () => new Date(daysBefore(before)) })
    expect(
      (await (await openTab()).list('support-request')).map((record) => record.draft.id),
    ).toEqual([id])
  })

  it('comes from a file where it is not here, and is settled by a receipt it brings', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    expect(await records.adopt(waitingRequest(id))).toEqual({ saved: false, reason: 'not-a-draft' })
    const { draft: asked } = waitingRequest(id)
    expect(
      await records.adopt({
        kind: 'support-request',
        draft: asked,
        state: 'received',
        receipt: requestReceipt(id),
      }),
    ).toMatchObject({ saved: true })
    expect(await only(records)).toMatchObject({ state: 'received' })
    expect(await records.waiting()).toEqual([])
  })

  it('is gone with everything else when the device is cleared', async () => {
    const device = tab()
    await (await openTab(device)).adopt(waitingRequest(id))
    expect(await clearDevice()).toEqual([])
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('takepart')
  })
})

describe('what an earlier release has kept', () => {
  it('has its kind told from what it holds, where it names none', async () => {
    const device = tab()
    const records = await openTab(device)
    await records.saveDraft('response', draft({ answers: { why: text('Written before') } }), {})
    await records.adopt(waitingRequest(responseId(2)))
    const store = createDatabaseStore(device.database, createVault(device))
    for (const { record, mark } of await store.list()) {
      const next = { record: { ...record, kind: undefined }, mark } as unknown as Held
      await store.replace({ id: record.draft.id, expected: record.draft.revision, next })
    }
    const later = await openTab()
    expect(await later.list('response')).toMatchObject([
      { kind: 'response', draft: { id, answers: { why: text('Written before') } } },
    ])
    expect(await only(later)).toMatchObject({
      kind: 'support-request',
      state: 'waiting',
      draft: { id: responseId(2) },
    })
    const server = new FakeServer()
    await outboxOf(later, server.answer).flush()
    expect(server.arrived).toEqual([responseId(2)])
  })

  it('is left alone where a later release wrote it, of a kind that this one does not know', async () => {
    const device = tab()
    await (await openTab(device)).adopt(waitingRequest(id))
    const store = createDatabaseStore(device.database, createVault(device))
    const [held] = await store.list()
    const next = { ...held, record: { ...held?.record, kind: 'petition' } } as unknown as Held
    await store.replace({ id, expected: 1, next })
    const records = await openTab()
    const server = new FakeServer()
    await outboxOf(records, server.answer).flush()
    expect([await records.all(), server.arrived]).toEqual([[], []])
    expect([(await rowsIn('record')).length, (await rowsIn('outbox')).length]).toEqual([1, 1])
  })
})

describe('the release that knows requests', () => {
  it('keeps everything that the one before it stored', async () => {
    const before = tab({ version: 1 })
    const old = await openTab(before)
    await old.saveDraft('response', draft({ answers: { why: text('Written before') } }), {})
    await old.saveDraft('response', draft({ id: responseId(2) }), {})
    await old.queue('response', responseId(2), { command: submission(responseId(2)), at: at })
    const stored = await rowsIn('record')
    before.close()
    const records = await openTab()
    expect(records.durable).toBe(true)
    expect(await rowsIn('record')).toEqual(stored)
    expect(await records.read('response', id)).toMatchObject({
      kind: 'response',
      state: 'draft',
      draft: { answers: { why: text('Written before') } },
    })
    expect(await records.waiting()).toEqual([responseId(2)])
    await records.adopt(waitingRequest(responseId(3)))
    expect(
      (await records.list('response')).length + (await records.list('support-request')).length,
    ).toBe(3)
  })

  it('is not misread by the one before it', async () => {
    const now = tab()
    await (await openTab(now)).adopt(waitingRequest(id))
    now.close()
    const old = await openTab({ version: 1 })
    expect(old.durable).toBe(false)
    expect(await old.list('response')).toEqual([])
    expect(await only(await openTab())).toMatchObject({ state: 'waiting' })
  })
})
