import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce } from './announce.ts'

/** What the status region was given to say, in order. */
function heard(): string[] {
  const region = document.createElement('div')
  region.id = 'status'
  document.body.append(region)
  const said: string[] = []
  new MutationObserver(() => {
    if (region.textContent) said.push(region.textContent)
  }).observe(region, { childList: true })
  return said
}

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] }),
)
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('an announcement', () => {
  it('is said once, and cleared after ten seconds so that nothing repeats it', async () => {
    const said = heard()
    announce('Saved on this device')
    expect(said).toEqual([])
    await vi.advanceTimersByTimeAsync(9_000)
    expect(said).toEqual(['Saved on this device'])
    expect(document.getElementById('status')?.textContent).toBe('Saved on this device')
    await vi.advanceTimersByTimeAsync(1_100)
    expect(document.getElementById('status')?.textContent).toBe('')
    expect(said).toEqual(['Saved on this device'])
  })

  it('is said again when the same happens again', async () => {
    const said = heard()
    announce('Parking: 1 of 3')
    await vi.advanceTimersByTimeAsync(1_000)
    announce('Parking: 1 of 3')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said).toEqual(['Parking: 1 of 3', 'Parking: 1 of 3'])
  })

  it('is not cut short by one that comes right behind it; of many about one thing, the last is said', async () => {
    const said = heard()
    announce('Parking: 1 of 4', 'place')
    announce('Parking: 2 of 4', 'place')
    announce('Parking: 3 of 4', 'place')
    await vi.advanceTimersByTimeAsync(100)
    expect(said).toEqual(['Parking: 1 of 4'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said).toEqual(['Parking: 1 of 4', 'Parking: 3 of 4'])
  })

  it('is not lost to one about something else', async () => {
    const said = heard()
    announce('Kept on this device')
    announce('Saved on this device', 'saving')
    announce('Parking: 1 of 3', 'place')
    announce('Saved on this device at 12:00', 'saving')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(said).toEqual([
      'Kept on this device',
      'Parking: 1 of 3',
      'Saved on this device at 12:00',
    ])
  })

  it('is not cleared by the time of an earlier one', async () => {
    heard()
    announce('One thing you wrote is waiting to be sent.')
    await vi.advanceTimersByTimeAsync(8_000)
    announce('We have received your response')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(document.getElementById('status')?.textContent).toBe('We have received your response')
  })
})
