import type { Command } from '@takepart/shared/domain/device/draft'
import type { RequestRecord } from '@takepart/shared/domain/device/request-record'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Unavailable } from '../api/unavailable.ts'
import { clearDevice } from './clear-device.ts'
import type { Connectivity } from './connectivity.ts'
import { createOutbox } from './outbox.ts'
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

const id = responseId(1)
const at = today.toISOString()

beforeEach(emptyDevice)

const only = async (records: SendingRecords): Promise<RequestRecord | undefined> =>
  (await records.requests())[0]

function outboxOf(
  records: SendingRecords,
  send: (command: Command) => ReturnType<FakeServer['send']>,
) {
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
      state: 'waiting',
      draft: { id, slug, title, request },
    })
    await outboxOf(elsewhere, new FakeServer().send).flush()
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
    expect(await records.adopt({ state: 'draft', draft: begun })).toMatchObject({
      saved: true,
      draft: { revision: 1 },
    })
    expect(await records.adopt({ state: 'draft', draft: begun })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(
      await records.adopt({ state: 'draft', draft: { ...begun, revision: 1, title: 'Anew' } }),
    ).toMatchObject({ saved: true, draft: { revision: 2 } })
    expect(await records.adopt(waitingRequest(id))).toEqual({ saved: false, reason: 'not-a-draft' })
    expect(await records.adopt(waitingRequest(id, { revision: 2 }))).toMatchObject({ saved: true })
    expect([await records.requests(), await records.waiting()]).toMatchObject([
      [{ state: waits.state }],
      [id],
    ])
  })

  it('is not taken for a response, nor a response for it', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    await records.saveDraft(draft({ id: responseId(2) }), {})
    expect((await records.list()).map((record) => record.draft.id)).toEqual([responseId(2)])
    expect((await records.requests()).map((record) => record.draft.id)).toEqual([id])
    expect(await records.read(id)).toBeUndefined()
    expect(await records.backToDraft(id)).toEqual({ saved: false, reason: 'not-a-draft' })
    expect(await records.queue(id, submission(id), at)).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(await records.saveDraft(draft({ id }), {})).toEqual({
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
    await Promise.all([outboxOf(one, server.send).flush(), outboxOf(two, server.send).flush()])
    await outboxOf(two, server.send).flush()
    expect(server.contents.get(id)?.size).toBe(1)
    expect([...server.stored]).toEqual([id])
    expect(await only(one)).toMatchObject({ state: 'received' })
  })

  it('goes in its turn with responses', async () => {
    const records = await openTab()
    const server = new FakeServer()
    await records.saveDraft(draft({ id: responseId(2), answers: { why: text('x') } }), {})
    await records.queue(responseId(2), submission(responseId(2)), '2027-01-15T11:00:00Z')
    await records.adopt(waitingRequest(id))
    expect(await records.waiting()).toEqual([id, responseId(2)])
    await outboxOf(records, server.send).flush()
    expect(server.arrived).toEqual([id, responseId(2)])
  })

  it('does not hold up responses when too many requests came from its network', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    await records.saveDraft(draft({ id: responseId(2) }), {})
    await records.queue(responseId(2), submission(responseId(2)), '2027-01-15T11:00:00Z')
    await outboxOf(records, async (command) => {
      if (idOf(command) === id) throw new Unavailable('status', { status: 429, retryAfter: 60_000 })
      return taken(command)
    }).flush()
    expect((await records.list())[0]?.state).toBe('received')
    expect(await only(records)).toMatchObject({ state: 'waiting' })
  })

  it('is kept for the session only where the device is shared', async () => {
    await (await openTab()).adopt(waitingRequest(id, { ownDevice: false }))
    sessionStorage.clear()
    expect(await (await openTab()).requests()).toEqual([])
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
      draft: received,
      state: 'received',
      receipt: { ...requestReceipt(responseId(2)), closesAt: daysBefore(1) },
    })
    expect((await (await openTab()).requests()).map((record) => record.draft.id)).toEqual([id])
  })

  it('comes from a file where it is not here, and is settled by a receipt it brings', async () => {
    const records = await openTab()
    await records.adopt(waitingRequest(id))
    expect(await records.adopt(waitingRequest(id))).toEqual({ saved: false, reason: 'not-a-draft' })
    const { draft: asked } = waitingRequest(id)
    expect(
      await records.adopt({ draft: asked, state: 'received', receipt: requestReceipt(id) }),
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

describe('the release that knows requests', () => {
  it('keeps everything that the one before it stored', async () => {
    const before = tab({ version: 1 })
    const old = await openTab(before)
    await old.saveDraft(draft({ answers: { why: text('Written before') } }), {})
    await old.saveDraft(draft({ id: responseId(2) }), {})
    await old.queue(responseId(2), submission(responseId(2)), at)
    const stored = await rowsIn('record')
    before.close()
    const records = await openTab()
    expect(records.durable).toBe(true)
    expect(await rowsIn('record')).toEqual(stored)
    expect(await records.read(id)).toMatchObject({
      state: 'draft',
      draft: { answers: { why: text('Written before') } },
    })
    expect(await records.waiting()).toEqual([responseId(2)])
    await records.adopt(waitingRequest(responseId(3)))
    expect((await records.list()).length + (await records.requests()).length).toBe(3)
  })

  it('is not misread by the one before it', async () => {
    const now = tab()
    await (await openTab(now)).adopt(waitingRequest(id))
    now.close()
    const old = await openTab({ version: 1 })
    expect(old.durable).toBe(false)
    expect(await old.list()).toEqual([])
    expect(await only(await openTab())).toMatchObject({ state: 'waiting' })
  })
})
