const space = /[ \t\n\r]*/y
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these in a string (RFC 8259, 7)
const text = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/** Where a text stops being JSON, counted from 1. */
export interface JsonTrouble {
  readonly line: number
  readonly column: number
}

/** Deeper than any file that means something; the scanner calls itself once for each. */
const deepest = 500

/**
 * Finds the place in a text that JSON.parse refused. JSON.parse itself does not always say where. For the first value,
 * comma or bracket that does not fit; for a string that does not end, where it begins; for brackets inside each other
 * without end, where they become too many.
 */
export function jsonTrouble(source: string): JsonTrouble {
  const scanner = new Scanner(source)
  if (scanner.value()) scanner.pass(space)
  return placeOf(source, scanner.at)
}

/** A name that stands in its braces a second time. */
export interface RepeatedName extends JsonTrouble {
  readonly name: string
}

/** Every name that stands again within the same braces of a JSON text. JSON.parse takes the last and says nothing. */
export function repeatedNames(source: string): readonly RepeatedName[] {
  const scanner = new Scanner(source)
  scanner.value()
  return scanner.repeated
    .map(({ name, at }) => ({ name, ...placeOf(source, at) }))
    .sort((one, other) => one.line - other.line || one.column - other.column)
}

function placeOf(source: string, at: number): JsonTrouble {
  const before = source.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

class Scanner {
  at = 0
  readonly repeated: { readonly name: string; readonly at: number }[] = []
  private depth = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** Moves past a pattern if it is here. */
  pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    this.at += found?.[0].length ?? 0
    return found !== null
  }

  /** Moves past one value; when there is none, stays where the trouble is. */
  value(): boolean {
    this.pass(space)
    if (this.is('{')) {
      const names = new Set<string>()
      return this.items('}', () => this.field(names))
    }
    if (this.is('[')) return this.items(']', () => this.value())
    return this.pass(text) || this.pass(scalar)
  }

  private field(names: Set<string>): boolean {
    this.pass(space)
    const { at } = this
    if (!this.pass(text)) return false
    const name = JSON.parse(this.source.slice(at, this.at)) as string
    if (names.has(name)) this.repeated.push({ name, at })
    names.add(name)
    this.pass(space)
    return this.is(':') && this.value()
  }

  private items(end: string, item: () => boolean): boolean {
    if (this.depth >= deepest) return false
    this.depth += 1
    const isWhole = this.itemsWithin(end, item)
    this.depth -= 1
    return isWhole
  }

  private itemsWithin(end: string, item: () => boolean): boolean {
    this.pass(space)
    if (this.is(end)) return true
    for (;;) {
      if (!item()) return false
      this.pass(space)
      if (this.is(end)) return true
      if (!this.is(',')) return false
    }
  }

  private is(character: string): boolean {
    if (this.source[this.at] !== character) return false
    this.at += 1
    return true
  }
}
