import { describe, expect, it } from 'vitest'
import { canonicalJson, sameContent } from './canonical-json.ts'

describe('canonicalJson', () => {
  it('writes fields in the order of their names, at every depth', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }], a: null })).toBe('{"a":null,"b":[{"a":2,"z":1}]}')
  })

  it('leaves out fields that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it('keeps a field named like the prototype as an ordinary field', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}')
  })
})

describe('sameContent', () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [['a', 'b'], ['b', 'a'], false],
    [{ a: '1' }, { a: 1 }, false],
    [undefined, undefined, true],
    [undefined, null, false],
  ])('compares %j with %j: %s', (one, other, same) => {
    expect(sameContent(one, other)).toBe(same)
  })
})
