import type { Fields, Path } from './loose-fields.ts'

/** Something in a consultation file that its author must put right (error) or look at again (warning). */
export interface Finding {
  readonly path: Path
  readonly words: string
  readonly level: 'error' | 'warning'
}

/** A question of a file, however badly written, with where it stands. */
export interface FoundQuestion {
  readonly fields: Fields
  readonly path: Path
}

export const error = (path: Path, words: string): Finding => ({ path, words, level: 'error' })

export const warning = (path: Path, words: string): Finding => ({ path, words, level: 'warning' })

/** A finding for each value that stands in the list a second time; values that are not there are passed over. */
export function repeated(values: readonly { readonly value: string | undefined; readonly path: Path }[], thing: string): readonly Finding[] {
  const seen = new Set<string>()
  return values.flatMap(({ value, path }) => {
    if (value === undefined) return []
    if (seen.has(value)) return [error(path, `“${value.slice(0, 60)}” is used twice. Each ${thing} needs its own`)]
    seen.add(value)
    return []
  })
}
