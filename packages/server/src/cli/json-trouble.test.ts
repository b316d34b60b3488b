import { describe, expect, it } from 'vitest'
import { jsonTrouble, repeatedNames } from './json-trouble.ts'

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

describe('repeatedNames', () => {
  it.each([
    ['{ "a": 1, "b": { "a": 1 }, "c": [{ "a": 1 }, { "a": 2 }] }', []],
    ['["a", "a"]', []],
    ['{\n  "title": "One",\n  "title": "Two"\n}', [{ name: 'title', line: 3, column: 3 }]],
    [
      '{ "s": [{ "id": 1 }, { "id": 1, "x": {}, "id": 2 }], "s": 1 }',
      [
        { name: 'id', line: 1, column: 42 },
        { name: 's', line: 1, column: 54 },
      ],
    ],
    [
      '{ "title": 1, "ti\\u0074le": 2, "title": 3 }',
      [
        { name: 'title', line: 1, column: 15 },
        { name: 'title', line: 1, column: 32 },
      ],
    ],
    ['{ "__proto__": 1, "__proto__": 2 }', [{ name: '__proto__', line: 1, column: 19 }]],
    ['{ "a": "\\"a\\": 1, ", "b": "a" }', []],
    ['', []],
  ])('finds what is said twice within the same braces in %j', (source, found) => {
    expect(repeatedNames(source)).toEqual(found)
  })
})
