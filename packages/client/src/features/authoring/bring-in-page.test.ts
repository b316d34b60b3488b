import { pathOfImport } from '@takepart/shared/domain/site/authoring-paths'
import type { FileToSend, KeptFiles } from '@takepart/shared/domain/authoring/import/import-file'
import type { BringInModel } from '@takepart/shared/views/authoring/bring-in.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  aloud,
  buttonNamed,
  fieldOf,
  focused,
  nextAddress,
  openDesk,
  said,
  summary,
  type Answers,
} from '../../test-support/open-desk.ts'
import './bring-in-page.ts'

const draft = draftHead.id
const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const model: BringInModel = { head: draftHead, before: [], unsaid: null }
const whole: Answers = {
  'authoring.sendPiece': [{ received: true }],
  'authoring.readFile': [{ outcome: 'read', import: 'found-1' }],
}
const notes = (words = 'What we know') => new File([words], 'notes.docx')

/** The page on a device with these files; `full`: it keeps no more. */
async function open(answers: Answers, { left, full }: { left?: FileToSend; full?: boolean } = {}) {
  const files = new Map(left ? [[left.id, left]] : [])
  const keptFiles: KeptFiles = {
    put: async (one) => {
      if (!full) files.set(one.id, one)
      return !full
    },
    find: async (of) => [...files.values()].find((one) => one.draft === of),
    remove: async (one) => void files.delete(one),
    clear: async () => files.clear(),
  }
  const received = await openDesk('tp-bring-in-page', model, answers, { keptFiles })
  return { received, files }
}
function choose(file: File): void {
  const input = fieldOf('file') as HTMLInputElement
  const chosen = new DataTransfer()
  chosen.items.add(file)
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
const bringIn = () => userEvent.click(buttonNamed('Bring it in'))
const piece = [
  'authoring.sendPiece',
  { draft, file: id, name: 'notes.docx', bytes: 12, number: 0, piece: btoa('What we know') },
]

afterEach(leaveDesk)

describe('the page on which somebody brings in a file', () => {
  it.each([
    ['none', undefined, 'Choose a file first'],
    ['an empty one', notes(''), 'This file is empty. Choose another one.'],
    ['one that is too large', notes('x'.repeat(20 * 1024 * 1024 + 1)), 'larger than 20 MB'],
  ])('says at the field what is wrong with the file: %s', async (_, file, words) => {
    const { received, files } = await open(whole)
    if (file) choose(file)
    await bringIn()
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#file', expect.stringContaining(words)]])
    expect(fieldOf('file').getAttribute('aria-invalid')).toBe('true')
    expect([received, files.size]).toEqual([[], 0])
  })

  it('sends it, has it read, lets go of it and goes to what was found', async () => {
    const { received, files } = await open(whole)
    await bringIn()
    await expect.poll(focused).toBe('error-summary')
    const next = nextAddress()
    choose(notes())
    await bringIn()
    expect(await next).toBe(pathOfImport(draft, 'found-1'))
    expect(received).toEqual([piece, ['authoring.readFile', { draft, file: id }]])
    expect(files.size).toBe(0)
    expect(summary()).toEqual([])
  })

  it('says why a file is refused, on the page and aloud, and takes another one', async () => {
    const { files } = await open({
      ...whole,
      'authoring.readFile': [{ outcome: 'refused', words: 'There are no words in it.' }],
    })
    choose(notes())
    await bringIn()
    await expect.poll(said).toContain('There are no words in it.')
    await expect.poll(aloud).toBe('“notes.docx” was not brought in')
    expect(files.size).toBe(0)
    expect(buttonNamed('Bring it in')).toBeTruthy()
  })

  it('keeps it on this device while nobody answers, and goes on when the connection is back', async () => {
    const { received, files } = await open({
      ...whole,
      'authoring.sendPiece': [new FailedCall('not-reached'), { received: true }],
    })
    choose(notes())
    await bringIn()
    await expect.poll(said).toContain('“notes.docx” is saved on this device')
    expect([...files.keys()]).toEqual([id])
    const next = nextAddress()
    window.dispatchEvent(new Event('online'))
    expect(await next).toBe(pathOfImport(draft, 'found-1'))
    expect(received.slice(0, 2)).toEqual([piece, piece])
    expect(files.size).toBe(0)
  })

  it('does not say that it is on a device that keeps nothing', async () => {
    const away = { 'authoring.sendPiece': [new FailedCall('not-reached')] }
    await open(away, { full: true })
    choose(notes())
    await bringIn()
    await expect.poll(said).toContain('“notes.docx” is only on this page')
    expect(said()).not.toContain('saved on this device')
  })

  const left = { id, draft, name: 'notes.docx', file: new Blob(['What we know']) }

  it('asks about a file that was left, and sends it only when somebody says so', async () => {
    const { received } = await open(whole, { left })
    await expect.poll(said).toContain('“notes.docx” is on this device and was not sent')
    expect(received).toEqual([])
    const next = nextAddress()
    await userEvent.click(buttonNamed('Send it now'))
    expect(await next).toBe(pathOfImport(draft, 'found-1'))
    expect(received[0]).toEqual(piece)
  })

  it('takes a file that was left off the device, says so, and keeps the focus on the page', async () => {
    const { received, files } = await open(whole, { left })
    await expect.poll(said).toContain('was not sent')
    await userEvent.click(buttonNamed('Do not send it'))
    await expect.poll(aloud).toBe('The file was taken off this device.')
    expect([focused(), files.size, received]).toEqual(['main', 0, []])
    expect(said()).not.toContain('was not sent')
  })
})
