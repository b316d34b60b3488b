import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { changedPixels, readPng, type Picture } from './pixels.ts'

const picture = (...rows: readonly (readonly number[])[]): Picture => ({
  width: rows[0]!.length,
  height: rows.length,
  channels: 3,
  bytes: Buffer.from(rows.flat().flatMap((grey) => [grey, grey, grey])),
})

/** A PNG of three channels, each row with the filter given. */
const png = (rows: readonly (readonly [filter: number, ...bytes: readonly number[]])[]): Buffer => {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE((rows[0]!.length - 1) / 3, 0)
  head.writeUInt32BE(rows.length, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.alloc(8),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('readPng', () => {
  it.each([
    ['none', [[0, 1, 2, 3, 4, 5, 6]], [1, 2, 3, 4, 5, 6]],
    ['left', [[1, 1, 2, 3, 3, 3, 3]], [1, 2, 3, 4, 5, 6]],
    [
      'up',
      [
        [0, 1, 2, 3],
        [2, 9, 8, 7],
      ],
      [1, 2, 3, 10, 10, 10],
    ],
    [
      'middle',
      [
        [0, 10, 10, 10],
        [3, 5, 5, 5],
      ],
      [10, 10, 10, 10, 10, 10],
    ],
    [
      'nearest',
      [
        [0, 10, 10, 10, 20, 20, 20],
        [4, 0, 0, 0, 1, 1, 1],
      ],
      [10, 10, 10, 20, 20, 20, 10, 10, 10, 21, 21, 21],
    ],
  ] as const)('reads a row by the filter “%s”', (_, rows, bytes) =>
    expect([...readPng(png(rows)).bytes]).toEqual([...bytes]),
  )

  it('reads over a value that is more than a byte', () =>
    expect([
      ...readPng(
        png([
          [0, 250, 0, 0],
          [2, 10, 0, 0],
        ]),
      ).bytes,
    ]).toEqual([250, 0, 0, 4, 0, 0]))
  it('refuses what is no screenshot', () =>
    expect(() => readPng(Buffer.alloc(40))).toThrow('not a screenshot'))
})

describe('changedPixels', () => {
  const white = picture([255, 255])

  it.each([
    ['nothing where nothing changes', [255, 255], { changed: 0, strong: 0 }],
    ['nothing that nobody can see', [250, 255], { changed: 0, strong: 0 }],
    ['a faint change, and not as strong', [200, 255], { changed: 1, strong: 0 }],
    ['a change of 3 to 1 as strong', [100, 255], { changed: 1, strong: 1 }],
    ['all that changes', [0, 0], { changed: 2, strong: 2 }],
  ] as const)('counts %s', (_, row, counted) => {
    expect(changedPixels(white, picture(row))).toEqual(counted)
    expect(changedPixels(picture(row), white), 'either way').toEqual(counted)
  })
})
