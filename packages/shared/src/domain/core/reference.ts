import { plainFigures } from './figures.ts'
import type { Reference } from './ids.ts'

/** A reference as somebody typed it ("ktrm 4821") in its one spelling, or null when it cannot be one. */
export function normaliseReference(typed: string): Reference | null {
  const marks = plainFigures(typed.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  return /^[A-Z]{4}\d{4}$/.test(marks)
    ? (`${marks.slice(0, 4)}-${marks.slice(4)}` as Reference)
    : null
}
