import { describe, expect, it } from 'vitest'
import { makeCode, normaliseCode, showCode } from './private-code.ts'

const counting = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => index * 13)

describe('makeCode', () => {
  it('makes five groups of four', () => {
    expect(makeCode(counting)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('uses five bits of every byte, so other bytes make another code', () => {
    expect(makeCode(counting)).not.toBe(
      makeCode((bytes) => counting(bytes).map((byte) => byte + 1)),
    )
    expect(makeCode((bytes) => new Uint8Array(bytes).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ')
  })

  it('can use every letter of the alphabet', () => {
    const codes = Array.from({ length: 32 }, (_, letter) =>
      makeCode((bytes) => new Uint8Array(bytes).fill(letter)),
    )
    expect(new Set(codes).size).toBe(32)
  })

  it('makes no code from too little randomness', () => {
    expect(() => makeCode(() => new Uint8Array(3))).toThrow('20 random bytes')
  })

  it('makes codes that are read back as themselves', () => {
    const code = makeCode(counting)
    expect(showCode(normaliseCode(code) ?? '')).toBe(code)
  })
})

describe('normaliseCode', () => {
  const code = '0123456789ABCDEFGHJK'
  it.each([
    ['with hyphens', '0123-4567-89AB-CDEF-GHJK'],
    ['in small letters', '0123-4567-89ab-cdef-ghjk'],
    ['with spaces and line ends', ' 0123 4567\n89AB\tCDEF GHJK '],
    ['with dashes a word processor put in', '0123–4567—89AB−CDEF‑GHJK'],
    ['with letters for digits', 'O12345678 9ABCDEFGHJK'],
    ['with I and l for 1', 'oI23-4567-89AB-CDEF-GHJK'],
    ['with a small L for 1', '0l23-4567-89AB-CDEF-GHJK'],
    ['in full-width letters', '０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫ'],
  ])('reads a code %s', (_how, typed) => {
    expect(normaliseCode(typed)).toBe(code)
  })

  it.each([
    ['nothing', ''],
    ['too few characters', '0123-4567-89AB-CDEF-GHJ'],
    ['too many characters', '0123-4567-89AB-CDEF-GHJKM'],
    ['the letter U', '0123-4567-89AB-CDEF-GHJU'],
    ['another sign', '0123-4567-89AB-CDEF-GHJ!'],
    ['a very long text', '-'.repeat(100_000) + code],
  ])('finds no code in %s', (_what, typed) => {
    expect(normaliseCode(typed)).toBeNull()
  })
})
