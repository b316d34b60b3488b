import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { brotliSmallest, chooseEncoding, encodeAtOnce, encodeQuickly } from './body-encoding.ts'

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['brotli, gzipped', 'identity'],
    [',;,q=1;;', 'identity'],
  ] as const)('reads %j as %s', (accept, encoding) => {
    expect(chooseEncoding(accept)).toBe(encoding)
    expect(chooseEncoding(accept)).toBe(encoding)
  })
})

describe('encodeQuickly and brotliSmallest', () => {
  const body = Buffer.from('<p>Have your say on the new clinic in Alder Vale.</p>'.repeat(200))

  it('gives back the same bytes from each encoding', async () => {
    const { identity, gzip, br } = encodeQuickly(body)
    expect(identity.equals(body)).toBe(true)
    expect(gunzipSync(gzip).equals(body)).toBe(true)
    expect(brotliDecompressSync(br).equals(body)).toBe(true)
    expect(brotliDecompressSync(await brotliSmallest(body)).equals(body)).toBe(true)
    expect(brotliDecompressSync(encodeAtOnce(body, 'br')).equals(body)).toBe(true)
    expect(gunzipSync(encodeAtOnce(body, 'gzip')).equals(body)).toBe(true)
    expect(encodeAtOnce(body, 'identity')).toBe(body)
  })
})
