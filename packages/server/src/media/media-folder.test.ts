import { symlinkSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import {
  captions,
  mediaFolder,
  mp3,
  mpeg4,
  ogg,
  pdf,
  phoneFilm,
  png,
  svg,
  wav,
  webm,
  type TestFolder,
} from '../test-support/media-files.ts'
import { readMediaFolder } from './media-folder.ts'

let folder: TestFolder | undefined
afterEach(() => folder?.remove())

const look = async (files: Readonly<Record<string, Buffer | string>>) => {
  folder = mediaFolder(files)
  return (await readMediaFolder(folder.write({}))).files
}

describe('readMediaFolder', () => {
  it.each([
    ['png', png(4, 3), { type: 'png' }],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), { type: 'jpeg' }],
    ['webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), { type: 'webp' }],
    ['svg', svg, { type: 'svg' }],
    ['mp4', mpeg4(61), { type: 'mp4', seconds: 61 }],
    ['mp4 with its index far behind', mpeg4(5, { more: 900_000 }), { type: 'mp4', seconds: 5 }],
    ['m4a', mpeg4(30, { handler: 'soun' }), { type: 'm4a', seconds: 30 }],
    ['mp4 cut off', mpeg4(61).subarray(0, 40), { type: 'mp4' }],
    ['webm', webm(12.5), { type: 'webm', seconds: 12.5 }],
    ['ogg', ogg(7), { type: 'ogg', seconds: 7 }],
    ['wav', wav(), { type: 'wav', seconds: expect.closeTo(1, 1) as number }],
    [
      'a film from a telephone',
      phoneFilm,
      { type: 'mov', seconds: expect.closeTo(1, 0) as number },
    ],
    ['mp3', mp3, { type: 'mp3' }],
    ['mp3 without a label', mp3.subarray(10), { type: 'mp3' }],
    ['pdf', pdf, { type: 'pdf' }],
    ['captions', captions(9), { type: 'vtt', captions: { cues: [{ from: 0, to: 9 }] } }],
    ['captions with faults', 'WEBVTT\n\nwords', { type: 'vtt', captions: { line: 3 } }],
    ['nothing', '', { type: undefined }],
    ['a web page', '<!doctype html><svg></svg>', { type: undefined }],
    [
      'a drawing that declares entities',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
      { type: undefined },
    ],
    [
      'a film in another container',
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x88, ...Buffer.from('matroska')]),
      { type: undefined },
    ],
    ['a program', Buffer.from('\x7fELF'), { type: undefined }],
  ])('knows %s by its content', async (_, bytes, facts) => {
    expect((await look({ 'some.png': bytes })).get('some.png')).toMatchObject({
      ...facts,
      bytes: bytes.length,
    })
  })

  it('finds plain files only: no links, folders or hidden ones', async () => {
    folder = mediaFolder({ 'a.png': png(1, 1), '.hidden.png': png(1, 1) })
    symlinkSync('/etc/passwd', folder.path('linked.png'))
    expect([...(await readMediaFolder(folder.write({}))).files.keys()]).toEqual(['a.png'])
  })

  it('is empty where there is no folder', async () => {
    expect((await readMediaFolder('/nowhere/rooms.json')).files.size).toBe(0)
    expect((await readMediaFolder('/etc')).files.size).toBe(0)
  })
})
