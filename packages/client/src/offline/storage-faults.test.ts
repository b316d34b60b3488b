import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDatabase, databaseName } from './database.ts'
import { openTabs, tellCleared } from './tabs.ts'
import {
  draft,
  emptyDevice,
  openTab,
  responseId,
  rowsIn,
  submission,
  tab,
  text,
  today,
} from './test-support/device.ts'

const id = responseId(1)
const at = today.toISOString()

beforeEach(emptyDevice)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Every connection that is opened from here on, past our own code. */
function connections(): IDBDatabase[] {
  const found: IDBDatabase[] = []
  const open = IDBFactory.prototype.open
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...of) {
    const request = open.apply(this, of)
    request.addEventListener('success', () => found.push(request.result))
    return request
  })
  return found
}

/** Lets writing transactions start, and then does something to them. */
function afterEachPut(then: (transaction: IDBTransaction) => void): void {
  const put = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...of
  ) {
    const request = put.apply(this, of)
    if (this.name === 'record') request.addEventListener('success', () => then(this.transaction))
    return request
  })
}

const full = () => {
  throw new DOMException('', 'QuotaExceededError')
}
const off = () => {
  throw new DOMException('', 'SecurityError')
}

const openHangs = () =>
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(
    () =>
      Object.assign(Object.create(IDBOpenDBRequest.prototype), {
        addEventListener: () => undefined,
      }) as IDBOpenDBRequest,
  )

async function taken(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

describe('F38, a connection that closes under the page', () => {
  it('is opened again, and nothing is lost', async () => {
    const opened = connections()
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    for (const connection of opened) {
      connection.close()
      connection.dispatchEvent(new Event('close'))
    }
    const outcome = await records.saveDraft(
      'response',
      draft({ revision: 1, answers: { why: text('After') } }),
      {},
    )
    expect(outcome).toMatchObject({ saved: true, draft: { revision: 2 } })
  })

  it('is opened again also when nobody was told', async () => {
    const opened = connections()
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    for (const connection of opened) connection.close()
    expect(await records.saveDraft('response', draft({ revision: 1 }), {})).toMatchObject({
      saved: true,
    })
  })

  it('never says saved over words that were wiped meanwhile, nor locks new ones with a key that is gone', async () => {
    const opened = connections()
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    // What a browser does that clears a site's data: the connection ends, the store comes back empty.
    for (const connection of opened) connection.close()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = resolve
    })
    expect(await records.saveDraft('response', draft({ revision: 1 }), {})).toEqual({
      saved: false,
      reason: 'gone',
    })
    expect(await records.saveDraft('response', draft(), {})).toMatchObject({ saved: true })
    expect((await (await openTab()).read('response', id))?.draft.id).toBe(id)
  })
})

describe('a store wiped between locking a draft and storing it', () => {
  it('never holds a draft locked with a key that is gone', async () => {
    const opened = connections()
    const records = await openTab()
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...of) => {
      const locked = await encrypt(...of)
      for (const connection of opened) connection.close()
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(databaseName).onsuccess = resolve
      })
      return locked
    })
    expect(await records.saveDraft('response', draft(), {})).toMatchObject({ saved: true })
    expect((await (await openTab()).read('response', id))?.draft.id).toBe(id)
  })
})

describe('F39, a store that never answers', () => {
  it('leaves the app working from memory within 2 s or little more', async () => {
    openHangs()
    let durable: boolean | undefined
    expect(
      await taken(async () => {
        durable = (await openTab()).durable
      }),
    ).toBeLessThan(2500)
    expect(durable).toBe(false)
  })

  it('counts as not saved within 2 s, and is tried afresh the next time', async () => {
    const opened = connections()
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    for (const connection of opened) connection.dispatchEvent(new Event('close'))
    vi.restoreAllMocks()
    openHangs()
    let outcome
    expect(
      await taken(async () => {
        outcome = await records.saveDraft('response', draft({ revision: 1 }), {})
      }),
    ).toBeLessThan(2500)
    expect(outcome).toEqual({ saved: false, reason: 'timeout' })
    vi.restoreAllMocks()
    expect(await records.saveDraft('response', draft({ revision: 1 }), {})).toMatchObject({
      saved: true,
    })
  })
})

describe('F40, no room left', () => {
  it('is said, the draft stored before stays, and saving works again once there is room', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Before') } }), {})
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
    const more = draft({ revision: 1, answers: { why: text('More') } })
    expect(await records.saveDraft('response', more, {})).toEqual({ saved: false, reason: 'full' })
    expect(await records.queue('response', id, { command: submission(id), at: at })).toEqual({
      saved: false,
      reason: 'full',
    })
    expect(await records.read('response', id)).toMatchObject({
      kind: 'response',
      state: 'draft',
      draft: { answers: { why: text('Before') } },
    })
    put.mockRestore()
    expect(await records.saveDraft('response', more, {})).toMatchObject({ saved: true })
  })

  it('is no reason not to send what already waits', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at: at })
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
    expect(await records.begin(id)).toEqual({ kind: 'response', command: submission(id) })
  })
})

describe('F41, a transaction that aborts after its put succeeded', () => {
  it('is never called saved', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Before') } }), {})
    afterEachPut((transaction) => transaction.abort())
    const outcome = await records.saveDraft(
      'response',
      draft({ revision: 1, answers: { why: text('After') } }),
      {},
    )
    expect(outcome).toEqual({ saved: false, reason: 'unavailable' })
    vi.restoreAllMocks()
    expect((await records.read('response', id))?.draft.answers).toEqual({ why: text('Before') })
  })

  it('leaves record and outbox entry together in every case', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    let abort = 0
    afterEachPut((transaction) => {
      if (abort++ % 3 < 2) transaction.abort()
    })
    for (const _ of [1, 2, 3]) {
      await records.queue('response', id, { command: submission(id), at: at })
      const waits = (await records.read('response', id))?.state === 'waiting'
      expect(await rowsIn('outbox')).toHaveLength(waits ? 1 : 0)
    }
  })

  it('is not called saved when the revision cannot be read back', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      return this.get('nothing') as IDBRequest<IDBValidKey>
    })
    expect(await records.saveDraft('response', draft({ revision: 1 }), {})).toEqual({
      saved: false,
      reason: 'unavailable',
    })
  })
})

describe('F43, a newer release waiting for an old tab', () => {
  it('does not wait: the old tab gives way, keeps what it saved, and says that it cannot save more', async () => {
    const old = await openTab()
    await old.saveDraft('response', draft({ answers: { why: text('Old tab') } }), {})
    const newer = createDatabase(openTabs(), 99)
    expect(await newer.run(async (open) => (await open.getAll('record')).length)).toBe(1)
    const outcome = await old.saveDraft(
      'response',
      draft({ revision: 1, answers: { why: text('Later') } }),
      {},
    )
    expect(outcome).toEqual({ saved: false, reason: 'unavailable' })
    newer.close()
  })
})

describe('F44, a store made by a newer release', () => {
  it('is left as it is, and the app works from memory', async () => {
    const newer = tab({ version: 99 })
    await (
      await openTab({ database: newer.database, tabs: newer.tabs })
    ).saveDraft('response', draft(), {})
    newer.close()
    const before = await rowsIn('record')
    const records = await openTab()
    expect(records.durable).toBe(false)
    await records.saveDraft('response', draft({ id: responseId(2) }), {})
    expect(await rowsIn('record')).toEqual(before)
  })
})

describe('F45, storage switched off', () => {
  const forbidden = () => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(off)

  it('holds drafts in memory, through every state to received, and calls itself not durable', async () => {
    forbidden()
    const records = await openTab()
    expect(records.durable).toBe(false)
    await records.saveDraft('response', draft({ answers: { why: text('W') } }), {})
    await records.queue('response', id, { command: submission(id), at: at })
    expect(await records.waiting()).toEqual([id])
    expect(await records.begin(id)).toEqual({ kind: 'response', command: submission(id) })
    await records.settle('response', id, {
      delivery: { outcome: 'refused', problems: [{ code: 'response-empty' }] },
      at,
    })
    expect(await records.list('response')).toMatchObject([
      { kind: 'response', state: 'refused', draft: { answers: { why: text('W') } } },
    ])
    expect(await records.discard(id)).toBe(true)
    expect(await records.list('response')).toEqual([])
  })

  it('also where there is no secure connection to lock drafts with', async () => {
    vi.stubGlobal('crypto', { randomUUID: () => 'x' })
    expect((await openTab()).durable).toBe(false)
  })
})

describe('a browser that has things and refuses them', () => {
  const refusal = () => new DOMException('The operation is insecure.', 'SecurityError')

  it('opens without a channel to the other tabs, as Firefox with cookies blocked wants it', async () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          throw refusal()
        }
      },
    )
    const tabs = openTabs()
    expect(tabs.listen(() => undefined)()).toBeUndefined()
    expect(() => tabs.tell({ changed: id })).not.toThrow()
    const records = await openTab()
    expect(await records.saveDraft('response', draft(), {})).toMatchObject({ saved: true })
    expect(tellCleared).not.toThrow()
    vi.unstubAllGlobals()
  })

  it('opens where locks are refused, at once or later, and takes nothing for left behind', async () => {
    await (await openTab()).saveDraft('response', draft({ ownDevice: false }), {})
    sessionStorage.clear()
    for (const refuse of [
      () => Promise.reject(refusal()),
      () => {
        throw refusal()
      },
    ]) {
      const locks = vi.spyOn(navigator.locks, 'request').mockImplementation(refuse)
      expect((await openTab()).durable).toBe(true)
      locks.mockRestore()
    }
    expect(await rowsIn('record')).toHaveLength(1)
  })
})
