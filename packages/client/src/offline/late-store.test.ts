import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  accepted,
  draft,
  emptyDevice,
  holdStore,
  openTab,
  responseId,
  submission,
  text,
  today,
} from './test-support/device.ts'

const id = responseId(1)
const other = responseId(2)
const at = today.toISOString()
const inTime = (look: () => unknown) => vi.waitFor(look, { timeout: 12_000 })

beforeEach(emptyDevice)

describe('a store that is held by another page', () => {
  it('is asked until it answers; what was written meanwhile goes into it', async () => {
    await (await openTab()).saveDraft('response', draft({ answers: { why: text('Before') } }), {})
    const letGo = await holdStore()
    const records = await openTab()
    const looked = vi.fn()
    records.whenLooked(looked)
    expect([records.durable, records.looking, await records.all()]).toEqual([false, true, []])
    const written = draft({ id: other, answers: { why: text('Meanwhile') } })
    expect(await records.saveDraft('response', written, {})).toMatchObject({ saved: true })
    letGo()
    await inTime(() => expect(looked).toHaveBeenCalledOnce())
    expect([records.durable, records.looking]).toEqual([true, false])
    const elsewhere = await (await openTab()).list('response')
    expect(elsewhere.map((record) => record.draft.answers['why'])).toEqual([
      text('Before'),
      text('Meanwhile'),
    ])
    expect(
      await records.saveDraft('response', { ...written, revision: 1 }, written.answers),
    ).toMatchObject({ saved: true, draft: { revision: 2 } })
  })

  it('merges two drafts of one response, and loses no words', async () => {
    await (await openTab()).saveDraft('response', draft({ answers: { why: text('There') } }), {})
    const letGo = await holdStore()
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Here') } }), {})
    letGo()
    await inTime(() => expect(records.durable).toBe(true))
    const both = (await (await openTab()).read('response', id))?.draft
    expect([both?.answers['why'], both?.others.map(({ answer }) => answer)]).toEqual([
      text('There'),
      [text('Here')],
    ])
  })

  it('takes in what was sent meanwhile as received', async () => {
    await openTab()
    const letGo = await holdStore()
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at })
    await records.begin(id)
    await records.settle('response', id, { delivery: accepted(id), at })
    letGo()
    await inTime(() => expect(records.durable).toBe(true))
    expect(await (await openTab()).read('response', id)).toMatchObject({ state: 'received' })
  })
})

describe('a store that cannot be used', () => {
  it('is not asked again', async () => {
    const subtle = vi
      .spyOn(crypto, 'subtle', 'get')
      .mockReturnValue(undefined as unknown as SubtleCrypto)
    const records = await openTab()
    expect([records.durable, records.looking]).toEqual([false, false])
    subtle.mockRestore()
  })
})

describe('a store without room', () => {
  it('still shows what is in it', async () => {
    await (await openTab()).saveDraft('response', draft({ answers: { why: text('Before') } }), {})
    const put = IDBObjectStore.prototype.put
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...wanted: Parameters<typeof put>
    ) {
      if (this.name === 'sighting') throw new DOMException('No room', 'QuotaExceededError')
      return put.apply(this, wanted)
    })
    const records = await openTab()
    full.mockRestore()
    expect(records.durable).toBe(true)
    expect(await records.read('response', id)).toMatchObject({
      draft: { answers: { why: text('Before') } },
    })
  })
})

describe('a store that takes 3 s to open each time', () => {
  it('is used once it is open', async () => {
    await (await openTab()).saveDraft('response', draft({ answers: { why: text('Before') } }), {})
    const open = indexedDB.open.bind(indexedDB)
    const late = vi.spyOn(indexedDB, 'open').mockImplementation((...wanted) => {
      const request = open(...wanted)
      const listen = request.addEventListener.bind(request)
      vi.spyOn(request, 'addEventListener').mockImplementation((kind: string, then: unknown) =>
        listen(kind, (event) =>
          setTimeout(
            () => (then as EventListener).call(request, event),
            kind === 'success' ? 3000 : 0,
          ),
        ),
      )
      return request
    })
    const records = await openTab()
    expect(records.looking).toBe(true)
    await inTime(() => expect(records.durable).toBe(true))
    expect(await records.read('response', id)).toMatchObject({ state: 'draft' })
    late.mockRestore()
  })
})
