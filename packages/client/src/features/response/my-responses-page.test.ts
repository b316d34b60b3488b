import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { writeDeviceFile } from '@takepart/shared/domain/device/record-file'
import type { DeviceRecord } from '@takepart/shared/domain/device/draft'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Services } from '../../app/services.ts'
import { changeSettings, readSettings, resetSettings } from '../../app/display-settings.ts'
import { takeAway } from '../../app/take-away.ts'
import { StorageFailed } from '../../offline/storage-failed.ts'
import {
  accepted,
  daysBefore,
  draft,
  emptyDevice,
  receipt,
  refused,
  responseId,
  submission,
  text,
} from '../../offline/test-support/device.ts'
import {
  byId,
  emptySite,
  fakeServer,
  inTime,
  leaveSite,
  openApp,
  openDay,
  press,
  quiet,
  showPage,
  spoken,
  withRecords,
  type FakeServer,
} from '../../test-support/app.ts'
import { MyResponsesPage } from './my-responses-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

async function showMine(services: Services): Promise<void> {
  emptySite('/my-responses')
  await showPage(new MyResponsesPage(), services)
}

const at = daysBefore(0)
const titlesUnder = (state: string) =>
  [...document.querySelectorAll(`#records-${state} a`)].map(
    ({ childNodes }) =>
      [...childNodes].find((node) => node instanceof Text && node.data.trim())?.textContent,
  )

/** A device with a record in each of the four states. */
async function four(services: Services): Promise<void> {
  const { records } = services
  for (const [number, title] of [
    [1, 'Draft'],
    [2, 'Waits'],
    [3, 'Received'],
    [4, 'Refused'],
  ] as const) {
    const id = responseId(number)
    await records.saveDraft(
      'response',
      draft({ id, title, answers: { why: text(`Words of ${title}`) } }),
      {},
    )
    if (number > 1) await records.queue('response', id, { command: submission(id), at: at })
  }
  await records.settle('response', responseId(3), { delivery: accepted(responseId(3)), at })
  await records.settle('response', responseId(4), { delivery: refused, at })
}

/** What is said aloud, from the moment on in which somebody tries to send what waits. */
async function tried(server: FakeServer): Promise<readonly string[]> {
  const services = await openApp(server)
  await four(services)
  await showMine(services)
  await quiet()
  const said = spoken()
  press('Try to send now')
  return said
}

const bring = async (content: string) => {
  const input = byId('bring-in')
  await userEvent.upload(input, new File([content], 'takepart.json', { type: 'application/json' }))
}

describe('my drafts and responses', () => {
  it('show every record once, under what has become of it', async () => {
    const services = await openApp()
    await four(services)
    await showMine(services)
    expect(['draft', 'waiting', 'received', 'refused'].map(titlesUnder)).toEqual([
      ['Draft'],
      ['Waits'],
      ['Received'],
      ['Refused'],
    ])
  })

  it('change by themselves when the server has answered', async () => {
    const services = await openApp()
    await four(services)
    await showMine(services)
    await services.outbox.flush()
    await inTime(() => expect(titlesUnder('received')).toEqual(['Waits', 'Received']))
  })

  it('say what came of trying to send', async () => {
    const server = fakeServer()
    server.reachable = false
    const said = await tried(server)
    await inTime(() =>
      expect(said).toEqual(['We could not send it just now. We will keep trying.']),
    )
    expect(document.body.textContent).toContain('We could not send it just now.')
    server.reachable = true
    await quiet()
    press('Try to send now')
    await inTime(() =>
      expect(said.slice(1)).toEqual(['We have received your response. Reference KTRM-4821']),
    )
    await quiet()
    expect(said, 'once').toHaveLength(2)
    expect(document.body.textContent).not.toContain('We could not send it just now.')
  })

  it('never call sent what was refused', async () => {
    const server = fakeServer()
    server.answer = () => refused
    const said = await tried(server)
    await inTime(() => expect(said).toEqual(['We could not take your response']))
  })

  it('keep the focus on the page when the button that had it has nothing more to send', async () => {
    const services = await openApp()
    await four(services)
    await showMine(services)
    ;[...document.querySelectorAll<HTMLElement>('main button')]
      .find(({ textContent }) => textContent === 'Try to send now')
      ?.focus()
    press('Try to send now')
    await inTime(() => expect(document.activeElement?.id).toBe('main'))
  })

  it('never say that there is nothing when the store could not be read', async () => {
    const services = withRecords(await openApp(), {
      list: () => Promise.reject(new StorageFailed('timeout')),
    })
    await showMine(services)
    expect(document.body.textContent).toContain('We could not look into this device’s store')
    expect(document.body.textContent).not.toContain('There is nothing here yet')
  })

  it('list what is kept for reading', async () => {
    const services = await openApp()
    await services.library.keep(busVersion)
    await showMine(services)
    expect(
      [...document.querySelectorAll('main .rows a')].map(({ textContent }) => textContent),
    ).toContain('The bus to the clinic\u00a0to read')
  })
})

describe('taking everything along', () => {
  it('gives a file that brings it all back on another device', async () => {
    const services = await openApp()
    await four(services)
    await showMine(services)
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:it'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    press('Save everything as a file')
    vi.restoreAllMocks()
    expect(names).toEqual(['takepart-2027-05-12.json'])
    const content = (await files[0]?.text()) ?? ''
    for (const number of [1, 2, 3, 4]) await services.records.discard(responseId(number))
    await inTime(() => expect(document.body.textContent).toContain('There is nothing here yet'))
    await quiet()
    const said = spoken()
    await bring(content)
    await inTime(() => expect(byId('imported').textContent).toBe('4 of 4 brought in.'))
    expect(['draft', 'waiting', 'received', 'refused'].map(titlesUnder)).toEqual([
      ['Draft'],
      ['Waits'],
      ['Received'],
      ['Refused'],
    ])
    expect((await services.records.read('response', responseId(1)))?.draft).toMatchObject({
      answers: { why: text('Words of Draft') },
      ownDevice: false,
    })
    await inTime(() => expect(said).toEqual(['4 of 4 brought in.']))
  })

  it('keeps it as this device’s owner says', async () => {
    const services = await openApp()
    await showMine(services)
    await userEvent.click(byId('own-device'))
    await bring(
      writeDeviceFile(
        [{ kind: 'response', state: 'draft', draft: draft({ ownDevice: false }) }],
        at,
      ),
    )
    await inTime(() => expect(byId('imported').textContent).toBe('1 of 1 brought in.'))
    expect((await services.records.read('response', responseId(1)))?.draft.ownDevice).toBe(true)
  })

  it('takes the display settings along, there and back', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const made = vi.spyOn(URL, 'createObjectURL')
    const services = await openApp()
    await four(services)
    changeSettings({ letters: 'wide' })
    await showMine(services)
    press('Save everything as a file')
    const [[blob] = []] = made.mock.calls
    const file = blob instanceof Blob ? await blob.text() : ''
    changeSettings({ letters: undefined, lines: 'wide' })
    await bring(file)
    await inTime(() =>
      expect(byId('imported').textContent).toMatch(/Your display settings came with it\.$/),
    )
    expect(readSettings()).toEqual({ letters: 'wide', lines: 'wide' })
    resetSettings()
    click.mockRestore()
    made.mockRestore()
  })

  it('accounts for everything in the file: what cannot be read, what went further here, what could not be stored', async () => {
    const services = await openApp()
    await four(services)
    const records: DeviceRecord[] = [2, 5].map((number) => ({
      kind: 'response',
      state: 'draft',
      draft: draft({ id: responseId(number), title: 'From the file' }),
    }))
    const file = JSON.parse(writeDeviceFile(records, at)) as { records: unknown[] }
    file.records.push({ kind: 'response', state: 'draft', draft: { id: 'none' } })
    await showMine(
      withRecords(services, {
        adopt: (record) =>
          record.draft.id === responseId(5)
            ? Promise.resolve({ saved: false, reason: 'full' })
            : services.records.adopt(record),
      }),
    )
    await bring(JSON.stringify(file))
    await inTime(() =>
      expect(byId('bring-in_error').textContent).toBe(
        'Error:\u00a00 of 3 brought in. 1 had gone further on this device already. 1 could not be stored on this device. 1 could not be read.',
      ),
    )
    expect((await services.records.read('response', responseId(2)))?.state).toBe('waiting')
  })

  it('refuses a file that is not ours, in words', async () => {
    await showMine(await openApp())
    await bring('<html>')
    await inTime(() => expect(byId('bring-in').getAttribute('aria-invalid')).toBe('true'))
    expect(byId('bring-in').getAttribute('aria-describedby')).toBe('bring-in_error')
    expect(byId('bring-in_error').textContent).toMatch(
      /^Error:\u00a0This is not a file saved from this website/,
    )
  })

  it('takes the name of the file from the day, and leaves nothing in the page', () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const links = document.querySelectorAll('a').length
    takeAway(
      [{ kind: 'response', state: 'received', draft: draft(), receipt: receipt(responseId(1)) }],
      openDay,
    )
    expect(click).toHaveBeenCalledOnce()
    expect(document.querySelectorAll('a')).toHaveLength(links)
    click.mockRestore()
  })
})
