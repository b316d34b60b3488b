import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainState } from '@takepart/shared/views/site/page-state'
import { draft, emptyDevice, responseId, submission } from '../offline/test-support/device.ts'
import {
  byId,
  emptySite,
  inTime,
  leaveSite,
  openApp,
  quiet,
  spoken,
  withRecords,
} from '../test-support/app.ts'
import type { Services } from '../app/services.ts'
import { showState } from './state-line.ts'

beforeEach(async () => {
  await emptyDevice()
  await quiet()
  emptySite()
})
afterEach(leaveSite)

const words = () => byId('state-words').textContent
const shows = (expected: string) => inTime(() => expect(words()).toBe(expected))
const dot = () => byId('state-dot').className

async function waiting(services: Services, number: number): Promise<void> {
  const id = responseId(number)
  await services.records.saveDraft('response', draft({ id }), {})
  await services.records.queue('response', id, {
    command: submission(id),
    at: '2027-01-15T10:00:00Z',
  })
}

describe('the line that says how things stand', () => {
  it('says one thing, the most important', async () => {
    const services = await openApp()
    const state = showState(services)
    await shows(plainState.words)
    state.nowKept()
    await shows('Kept on this device: read and answer without a connection.')
    state.newVersionWaits()
    await shows('A new version is ready. It starts when you have finished here.')
    state.hear({ kind: 'page-changed' })
    await shows('This page has changed since it was kept. Show the new page')
    await waiting(services, 1)
    await shows('One thing you wrote is waiting to be sent.')
    await waiting(services, 2)
    await shows('2 things you wrote are waiting to be sent.')
    services.connectivity.report(false)
    await shows('You are offline. We send what waits when you are back online.')
    state.hear({ kind: 'page-gone' })
    await shows('This page has been taken down. You see the copy kept on this device.')
    expect(dot()).toBe('dot problem')
  })

  it('counts what waits without reading what anybody wrote', async () => {
    const services = await openApp()
    await waiting(services, 1)
    const unlocked = vi.spyOn(crypto.subtle, 'decrypt')
    showState(services)
    await shows('One thing you wrote is waiting to be sent.')
    expect(unlocked).not.toHaveBeenCalled()
    unlocked.mockRestore()
  })

  it('does not go on saying what has passed', async () => {
    const services = await openApp()
    showState(services)
    await waiting(services, 1)
    await shows('One thing you wrote is waiting to be sent.')
    await services.records.discard(responseId(1))
    await shows(plainState.words)
    services.connectivity.report(false)
    await shows('You are offline. You can go on reading and writing.')
    services.connectivity.report(true)
    await shows(plainState.words)
    expect(dot()).toBe('dot plain')
  })

  it('warns when words would be lost with the tab', async () => {
    const services = withRecords(await openApp(), { durable: false })
    showState(services)
    services.connectivity.report(false)
    await shows('You are offline. Keep this tab open, or your words are lost.')
    expect(dot()).toBe('dot problem')
  })

  it('is said aloud when it changes for the worse and when that is over, not when the page opens', async () => {
    const services = await openApp()
    const said = spoken()
    const state = showState(services)
    await shows(plainState.words)
    state.nowKept()
    await quiet()
    expect(said).toEqual([])
    services.connectivity.report(false)
    await inTime(() =>
      expect(said).toEqual(['You are offline. You can go on reading and writing.']),
    )
    await quiet()
    services.connectivity.report(true)
    await inTime(() => expect(said.at(-1)).toBe('You are back online.'))
    expect(words()).toBe('Kept on this device: read and answer without a connection.')
  })

  it('leaves it to the page to say what becomes of a response while there is a connection', async () => {
    const services = await openApp()
    const said = spoken()
    showState(services)
    await shows(plainState.words)
    await waiting(services, 1)
    await shows('One thing you wrote is waiting to be sent.')
    services.connectivity.report(false)
    await inTime(() =>
      expect(said).toEqual(['You are offline. We send what waits when you are back online.']),
    )
    await quiet()
    services.connectivity.report(true)
    await inTime(() => expect(said.at(-1)).toBe('You are back online.'))
    expect(words()).toBe('One thing you wrote is waiting to be sent.')
  })

  it('leads to the new page by a link that loads it, and not while something else matters more', async () => {
    const services = await openApp()
    const state = showState(services)
    state.hear({ kind: 'page-changed' })
    await shows('This page has changed since it was kept. Show the new page')
    const link = document.querySelector('#state-words a')
    expect([link?.getAttribute('href'), link?.hasAttribute('router-ignore')]).toEqual([
      location.pathname,
      true,
    ])
    services.connectivity.report(false)
    await shows('You are offline. You can go on reading and writing.')
    expect(document.querySelector('#state-words a')).toBeNull()
    services.connectivity.report(true)
  })

  it('fits two lines of a narrow screen, whatever it says', async () => {
    const services = await openApp()
    const state = showState(services)
    const seen = new Set<string>()
    new MutationObserver(() => seen.add(words())).observe(byId('state-words'), { childList: true })
    await shows(plainState.words)
    state.nowKept()
    state.newVersionWaits()
    services.connectivity.report(false)
    await shows('You are offline. You can go on reading and writing.')
    await waiting(services, 1)
    services.connectivity.report(true)
    await shows('One thing you wrote is waiting to be sent.')
    state.hear({ kind: 'page-gone' })
    await inTime(() => expect(seen.size).toBeGreaterThan(4))
    expect([...seen].filter((line) => line.length > 70)).toEqual([])
  })
})
