import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { png, svg } from '../test-support/media-files.ts'
import { makePicture } from './make-picture.ts'

const sizes = async (...input: Parameters<typeof makePicture>) =>
  (await makePicture(...input)).map(({ ending, width, height }) => `${ending} ${width}×${height}`)

describe('makePicture', () => {
  it.each([
    ['a large one', png(1200, 600), ['webp 480×240', 'webp 960×480', 'png 960×480']],
    ['one just as large', png(960, 480), ['webp 480×240', 'webp 960×480', 'png 960×480']],
    ['one between', png(600, 300), ['webp 480×240', 'webp 600×300', 'png 600×300']],
    ['a small one, which is not made larger', png(40, 30), ['webp 40×30', 'png 40×30']],
  ])('makes sizes of %s', async (_, source, expected) => {
    expect(await sizes(source, 'png')).toEqual(expected)
  })

  it('makes dots of a drawing, in one size that is enough for all', async () => {
    expect(await sizes(svg, 'svg')).toEqual(['webp 720×540', 'png 480×360'])
    for (const { bytes } of await makePicture(svg, 'svg'))
      expect(bytes.includes('script')).toBe(false)
  })

  it('leaves out what the file says besides, and turns a photograph the right way up', async () => {
    const photograph = await sharp(png(600, 300))
      .withExif({ IFD0: { Copyright: 'Taken by A. Person' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(photograph.includes('A. Person')).toBe(true)
    const made = await makePicture(photograph, 'jpeg')
    expect(made.map(({ ending, width, height }) => `${ending} ${width}×${height}`)).toEqual([
      'webp 300×600',
      'jpg 300×600',
    ])
    for (const { bytes } of made) {
      expect(bytes.includes('A. Person')).toBe(false)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    }
  })

  it('gives old browsers a photograph as JPEG, and what one can see through as PNG', async () => {
    const photograph = await sharp(png(40, 30)).webp().toBuffer()
    expect(await sizes(photograph, 'webp')).toEqual(['webp 40×30', 'jpg 40×30'])
    const clear = await sharp(png(40, 30)).ensureAlpha(0.5).webp().toBuffer()
    expect(await sizes(clear, 'webp')).toEqual(['webp 40×30', 'png 40×30'])
  })

  it('makes the same of the same', async () => {
    const [one, other] = await Promise.all([makePicture(svg, 'svg'), makePicture(svg, 'svg')])
    expect(one.every(({ bytes }, index) => bytes.equals(other[index]!.bytes))).toBe(true)
  })

  it.each([
    ['cut off', png(400, 400).subarray(0, 90)],
    [
      'larger than any camera makes them',
      Buffer.concat([
        png(1, 1).subarray(0, 16),
        Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]),
        png(1, 1).subarray(24),
      ]),
    ],
  ])('throws for a picture that is %s', async (_, source) => {
    await expect(makePicture(source, 'png')).rejects.toThrow()
  })
})
