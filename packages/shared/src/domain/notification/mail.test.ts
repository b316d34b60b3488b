import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestAddress, mailAddressOf, mailKinds } from './mail.ts'

describe('mailAddressOf', () => {
  it.each([
    ['involvement@garden.example', 'involvement@garden.example'],
    ['  ana.o-brien+views@Garden.EXAMPLE ', 'ana.o-brien+views@garden.example'],
    ['A.Capital@garden.example', 'A.Capital@garden.example'],
    ["o'brien@garden.example", "o'brien@garden.example"],
    ['x@a.b.c.garden.example', 'x@a.b.c.garden.example'],
    [`${'a'.repeat(64)}@garden.example`, `${'a'.repeat(64)}@garden.example`],
  ])('takes %j', (typed, address) => expect(mailAddressOf(typed)).toBe(address))

  it.each([
    [''],
    ['@'],
    ['garden.example'],
    ['ana@'],
    ['@garden.example'],
    ['ana@garden'],
    ['ana@garden.example.'],
    ['ana@.garden.example'],
    ['ana@-garden.example'],
    ['ana@garden-.example'],
    ['.ana@garden.example'],
    ['ana.@garden.example'],
    ['an..a@garden.example'],
    ['ana@garden.example, ben@garden.example'],
    ['ana@garden.example;ben@garden.example'],
    ['Ana <ana@garden.example>'],
    ['"ana b"@garden.example'],
    ['ana(comment)@garden.example'],
    ['ana@[192.0.2.1]'],
    ['ana@192.0.2.1'],
    ['=?utf-8?q?ana?=@garden.example,x'],
    ['ana@gärden.example'],
    ['än@garden.example'],
    ['ana@garden.example\r\nBcc: all@garden.example'],
    ['ana\n@garden.example'],
    ['ana@garden.example\u0000'],
    ['ana@gar\u200Bden.example'],
    [`${'a'.repeat(65)}@garden.example`],
    [`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.example`],
  ])('refuses %j', (typed) => expect(mailAddressOf(typed)).toBeUndefined())

  it('gives one ASCII form, without line breaks, that it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const address = mailAddressOf(typed)
        if (address === undefined) return
        expect(address).toMatch(/^[\x21-\x7e]+$/)
        expect(address.length).toBeLessThanOrEqual(longestAddress)
        expect(mailAddressOf(address)).toBe(address)
      }),
    )
  })
})

describe('mailKinds', () => {
  it('names each kind once', () => expect(new Set(mailKinds).size).toBe(mailKinds.length))
})
