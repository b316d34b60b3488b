import {
  uploadPiece,
  type FileRead,
  type FileToSend,
  type KeptFiles,
} from '@takepart/shared/domain/authoring/import/import-file'
import type { SendingFile } from '@takepart/shared/views/authoring/bring-in.view'
import { describe, expect, it } from 'vitest'
import { FileSender } from './file-sender.ts'

class Away extends Error {}

const file = (size: number, id = 'f1'): FileToSend => ({
  id,
  draft: 'd',
  name: 'garden.docx',
  file: new Blob([new Uint8Array(size).fill(7)]),
})

function device(before: readonly FileToSend[] = [], full = false) {
  const files = new Map(before.map((one) => [one.id, one]))
  const kept: KeptFiles = {
    put: async (one) => {
      if (!full) files.set(one.id, one)
      return !full
    },
    find: async (draft) => [...files.values()].findLast((one) => one.draft === draft),
    remove: async (id) => void files.delete(id),
    clear: async () => files.clear(),
  }
  return { kept, files }
}

/** A server that keeps pieces. `awayAt`: the calls, counted from 1, to which nobody answers. */
function server({ awayAt = [] as number[], reads = [] as FileRead[], takes = true } = {}) {
  const pieces: [number, number][] = []
  let calls = 0
  const answer = <Value>(value: () => Value): Promise<Value> => {
    calls += 1
    return awayAt.includes(calls) ? Promise.reject(new Away()) : Promise.resolve(value())
  }
  return {
    pieces,
    sendPiece: (_file: FileToSend, number: number, base64: string) =>
      answer(() => {
        pieces.push([number, atob(base64).length])
        return takes
      }),
    read: () => answer((): FileRead => reads.shift() ?? { outcome: 'read', import: 'f1' }),
  }
}

function senderOf({ kept } = device(), away = server()) {
  const said: SendingFile[] = []
  const read: string[] = []
  const sender = new FileSender({
    kept,
    sendPiece: away.sendPiece,
    read: away.read,
    isAway: (error) => error instanceof Away,
    onChange: (sending) => said.push(sending),
    onRead: (id) => read.push(id),
    notTaken: 'Not taken',
  })
  return { sender, said, read, last: () => said.at(-1) }
}

const threePieces = 2 * uploadPiece + 5

describe('FileSender', () => {
  it('keeps a file, sends it in pieces, has it read and lets go of it', async () => {
    const [here, there] = [device(), server()]
    const { sender, said, read } = senderOf(here, there)
    await sender.send(file(threePieces))
    expect(there.pieces).toEqual([
      [0, uploadPiece],
      [1, uploadPiece],
      [2, 5],
    ])
    expect(said.map(({ kind }) => kind)).toEqual([
      'keeping',
      'sending',
      'sending',
      'sending',
      'reading',
    ])
    expect(read).toEqual(['f1'])
    expect(here.files.size).toBe(0)
  })

  it('waits with the file on the device when nobody answers, and goes on with the piece that was lost', async () => {
    const [here, there] = [device(), server({ awayAt: [2, 4] })]
    const { sender, read, last } = senderOf(here, there)
    await sender.send(file(threePieces))
    expect(last()).toEqual({ kind: 'waiting', name: 'garden.docx', onDevice: true })
    expect(here.files.size).toBe(1)
    await sender.flush()
    expect(last()).toMatchObject({ kind: 'waiting' })
    await sender.flush()
    expect(there.pieces.map(([number]) => number)).toEqual([0, 1, 2])
    expect(read).toEqual(['f1'])
    sender.stop()
  })

  it('says truthfully that a file is only on the page where the device is full', async () => {
    const { sender, last } = senderOf(device([], true), server({ awayAt: [1] }))
    await sender.send(file(10))
    expect(last()).toEqual({ kind: 'waiting', name: 'garden.docx', onDevice: false })
    sender.stop()
  })

  it('shows what an earlier page left, and sends it only when somebody says so', async () => {
    const [here, there] = [device([file(10)]), server()]
    const { sender, read, last } = senderOf(here, there)
    await sender.begin('d')
    expect(last()).toEqual({ kind: 'left', name: 'garden.docx' })
    expect(there.pieces).toEqual([])
    await sender.flush()
    expect(read).toEqual(['f1'])
  })

  it('shows nothing of another draft’s file', async () => {
    const { sender, said } = senderOf(device([file(10)]))
    await sender.begin('another')
    expect(said).toEqual([])
  })

  it('sends again what the server says that it has not got', async () => {
    const there = server({ reads: [{ outcome: 'incomplete', missing: [1] }] })
    const { sender, read } = senderOf(device(), there)
    await sender.send(file(threePieces))
    expect(there.pieces.map(([number]) => number)).toEqual([0, 1, 2, 1])
    expect(read).toEqual(['f1'])
  })

  it('sends all of it again to a server that has nothing, and gives up where that does not help', async () => {
    const nothing: FileRead = { outcome: 'incomplete', missing: [] }
    const there = server({ reads: [nothing] })
    await senderOf(device(), there).sender.send(file(10))
    expect(there.pieces).toHaveLength(2)
  })

  it.each([
    [
      'a file that cannot be read',
      { reads: [{ outcome: 'refused', words: 'Macros' } as const] },
      'Macros',
    ],
    ['a piece that is not taken', { takes: false }, 'Not taken'],
  ])('says why it stopped at %s, and takes it off the device', async (_what, options, words) => {
    const here = device()
    const { sender, last } = senderOf(here, server(options))
    await sender.send(file(10))
    expect(last()).toEqual({ kind: 'stopped', name: 'garden.docx', words })
    expect(here.files.size).toBe(0)
  })

  it('throws on what is no lost connection', async () => {
    const { sender } = senderOf(device(), {
      ...server(),
      sendPiece: () => Promise.reject(new TypeError('a bug')),
    })
    await expect(sender.send(file(10))).rejects.toThrow('a bug')
  })

  it('forgets a file when somebody does not want to send it', async () => {
    const here = device([file(10)])
    const { sender, last } = senderOf(here)
    await sender.begin('d')
    await sender.forget()
    expect(last()).toEqual({ kind: 'nothing' })
    expect(here.files.size).toBe(0)
  })
})
