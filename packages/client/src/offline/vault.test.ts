import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draft, emptyDevice, openTab, responseId, rowsIn, text } from './test-support/device.ts'

const id = responseId(1)
const shared = draft({ ownDevice: false, answers: { why: text('Canary') } })

beforeEach(emptyDevice)

describe('a draft on a shared device', () => {
  it('is readable again after a reload of its tab', async () => {
    await (await openTab()).saveDraft('response', shared, {})
    expect((await (await openTab()).read('response', id))?.draft.answers).toEqual({
      why: text('Canary'),
    })
    expect(await rowsIn('meta')).toEqual([])
  })

  it('is readable in a second tab of the same session, which is given the key by the first', async () => {
    const first = await openTab()
    await first.saveDraft('response', shared, {})
    const key = sessionStorage.getItem('takepart-session-key')!
    // In a browser the second tab has a session storage of its own; here the item is put back when it is asked for.
    const channel = new BroadcastChannel('takepart')
    channel.onmessage = () => channel.postMessage({ sessionKey: key })
    sessionStorage.clear()
    expect((await (await openTab()).read('response', id))?.draft.answers).toEqual({
      why: text('Canary'),
    })
    channel.close()
  })

  it('cannot be read once the key is gone, and stays while another tab of the session is open', async () => {
    await (await openTab()).saveDraft('response', shared, {})
    sessionStorage.clear()
    const later = await openTab()
    expect(await later.list('response')).toEqual([])
    expect(await rowsIn('record')).toHaveLength(1)
  })

  it('is not called saved where the browser has no session storage', async () => {
    const records = await openTab()
    const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(await records.saveDraft('response', shared, {})).toEqual({
      saved: false,
      reason: 'unavailable',
    })
    refuse.mockRestore()
  })

  it('becomes one of an own device when the person says so', async () => {
    const records = await openTab()
    await records.saveDraft('response', shared, {})
    await records.saveDraft('response', { ...shared, revision: 1, ownDevice: true }, shared.answers)
    sessionStorage.clear()
    expect((await (await openTab()).read('response', id))?.draft.ownDevice).toBe(true)
  })
})
