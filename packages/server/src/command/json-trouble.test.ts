import { describe, expect, it } from 'vitest'
import { jsonTrouble } from './json-trouble.ts'

describe('jsonTrouble', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{\n  "slug": "a",\n  "title": }', 3, 12],
    ['{\n  "slug": "a"\n  "title": "b"\n}', 3, 3],
    ['{ "a": 1, }', 1, 11],
    ['[1, 2,, 3]', 1, 7],
    ['{ "a": "not ended\n}', 1, 8],
    ["{ 'a': 1 }", 1, 3],
    ['{ "a": 01 }', 1, 8],
    ['{ "a": NaN }', 1, 8],
    ['{ "a" 1 }', 1, 7],
    ['{} {}', 1, 4],
    ['{ "a": "tab\there" }', 1, 8],
    ['{ "a": "\\x" }', 1, 8],
    ['// words\n{}', 1, 1],
  ])('finds where %j stops being JSON', (source, line, column) => {
    expect(() => JSON.parse(source)).toThrow(SyntaxError)
    expect(jsonTrouble(source)).toEqual({ line, column })
  })

  it('stops at brackets inside each other without end', () => {
    expect(jsonTrouble('['.repeat(200_000))).toEqual({ line: 1, column: 502 })
    expect(jsonTrouble('{"a":'.repeat(200_000)).line).toBe(1)
  })
})
