import { busConsultation } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { MadeFile, Media } from '@takepart/shared/domain/consultation/media'
import { keptMediaPart } from '@takepart/shared/views/consultation/kept-media.view'
import { html, render } from 'lit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Services } from '../../app/services.ts'
import type { KeepingOutcome, KeptMedia } from '../../offline/kept-media.ts'
import { settleMedia } from './keep-media.ts'

const file = (digit: string, bytes: number): MadeFile => ({
  address: `/media/${digit.repeat(64)}.webp`,
  bytes,
})
const picture = (digit: string, bytes: number): Media => ({
  id: `p${digit}`,
  kind: 'picture',
  file: `${digit}.png`,
  decorative: true,
  made: { source: 'x', files: [file(digit, bytes), file('f', 9)] },
})
const talk: Media = {
  id: 'talk',
  kind: 'audio',
  file: 'talk.mp3',
  title: 'Talk',
  length: '1:00',
  lang: 'en-GB',
  made: { source: 'x', files: [file('a', 3_400_000)] },
}
const having = (...media: readonly Media[]): Consultation => ({ ...busConsultation, media })

/** A device that keeps what it is asked to, unless a test says what happens instead. */
function device(instead?: KeepingOutcome) {
  const here = new Set<string>()
  let off = false
  const kept: KeptMedia = {
    missing: async (_, files) => files.filter(({ address }) => !here.has(address)),
    keep: async (_, files, onProgress) => {
      if (instead) return instead
      for (const [index, { address }] of files.entries()) {
        here.add(address)
        onProgress?.(index + 1)
      }
      off = false
      return 'kept'
    },
    takeOff: async () => {
      here.clear()
      off = true
    },
    isTakenOff: async () => off,
  }
  return { kept, here }
}

async function open(consultation: Consultation, { kept }: { kept: KeptMedia | undefined }) {
  const page = document.createElement('div')
  document.body.replaceChildren(
    page,
    Object.assign(document.createElement('div'), { id: 'status' }),
  )
  render(html`${keptMediaPart(consultation)}`, page)
  await settleMedia(services(kept), consultation)
}
const services = (kept: KeptMedia | undefined, online = true) =>
  ({ keptMedia: async () => kept, connectivity: { online } }) as unknown as Services
const part = () => document.querySelector<HTMLElement>('#kept-media')
const words = () => document.querySelector('#kept-media-words')?.textContent
const button = () => document.querySelector<HTMLButtonElement>('#kept-media-button')!
const aloud = () => document.querySelector('#status')?.textContent

beforeEach(() => document.body.replaceChildren())
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'connection')
})

describe('media of a consultation', () => {
  it('are offered with their size, kept when that is wanted, said so, and can be taken off', async () => {
    const { kept, here } = device()
    await open(having(talk), { kept })
    expect([part()?.hidden, button().textContent, words()]).toEqual([
      false,
      'Keep recordings on this device (3.4 MB)',
      'You can keep them on this device, for when you have no connection.',
    ])
    expect(here.size).toBe(0)
    button().click()
    await expect.poll(() => button().textContent).toBe('Take them off this device')
    expect(words()).toBe('The recordings of this consultation are kept on this device.')
    await expect.poll(aloud).toBe(words())
    button().click()
    await expect.poll(() => button().textContent).toBe('Keep recordings on this device (3.4 MB)')
    expect(words()).toBe('They are no longer kept on this device.')
    expect(here.size).toBe(0)
  })

  it('that are small pictures are kept without being asked, and the rest is offered', async () => {
    const { kept, here } = device()
    await open(having(picture('1', 40_000), talk), { kept })
    expect([...here]).toEqual([file('1', 0).address])
    expect(button().textContent).toBe('Keep pictures and recordings on this device (3.4 MB)')
  })

  it('are kept by themselves on other pages of the consultation too, where there is nothing to press', async () => {
    const { kept, here } = device()
    await settleMedia(services(kept), having(picture('1', 40_000)))
    expect(here.size).toBe(1)
  })

  it('are not asked for where there is no connection', async () => {
    const { kept, here } = device()
    await settleMedia(services(kept, false), having(picture('1', 40_000)))
    expect(here.size).toBe(0)
  })

  it.each([
    ['they are not small', having(picture('1', 300_000), picture('2', 300_000)), {}],
    ['the person saves data', having(picture('1', 40_000)), { saveData: true }],
  ])('are not kept without being asked when %s', async (_, consultation, connection) => {
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true })
    const { kept, here } = device()
    await open(consultation, { kept })
    expect(here.size).toBe(0)
    expect(button().textContent).toMatch(/^Keep pictures on this device/)
  })

  it('are not kept again by themselves once they have been taken off', async () => {
    const { kept, here } = device()
    await open(having(picture('1', 40_000)), { kept })
    expect(button().textContent).toBe('Take them off this device')
    button().click()
    await expect.poll(() => button().textContent).toBe('Keep pictures on this device (40 kB)')
    await open(having(picture('1', 40_000)), { kept })
    expect(here.size).toBe(0)
  })

  it.each([
    ['no-room', 'There is not enough room on this device. They are not kept.'],
    ['unreachable', 'Not all of them could be fetched. Try again when you have a connection.'],
  ] as const)('say in words when keeping fails: %s', async (outcome, said) => {
    await open(having(talk), device(outcome))
    button().click()
    await expect.poll(words).toBe(said)
    expect(button().textContent).toBe('Keep recordings on this device (3.4 MB)')
    await expect.poll(aloud).toBe(said)
  })

  it('are not offered where nothing can be kept, or there are none', async () => {
    await open(having(talk), { kept: undefined })
    expect(part()?.hidden).toBe(true)
    await open(busConsultation, device())
    expect(part()).toBeNull()
  })
})
