import { textOf, type Fields, type Path } from '../core/loose-fields.ts'

/** Something in a consultation file that its author must put right (error) or look at again (warning). */
export interface Finding {
  readonly path: Path
  readonly words: string
  readonly level: 'error' | 'warning'
}

/** Something in a file, however badly written, with where it stands. */
export interface Found {
  readonly fields: Fields
  readonly path: Path
}

export const error = (path: Path, words: string): Finding => ({ path, words, level: 'error' })

export const warning = (path: Path, words: string): Finding => ({ path, words, level: 'warning' })

/** The finding when something is wrong, and nothing otherwise. */
export const when = (wrong: boolean, finding: Finding): readonly Finding[] =>
  wrong ? [finding] : []

/**
 * A finding for each thing whose field says what an earlier one said already ("thing" names it in the words), and for
 * the one word that every object knows already and that could therefore be taken for something that is there.
 */
export function repeated(
  things: readonly Found[],
  field: string,
  thing: string,
): readonly Finding[] {
  const seen = new Set<string>()
  return things.flatMap(({ fields, path }) => {
    const value = textOf(fields[field])
    if (value === undefined) return []
    const again = seen.has(value)
    seen.add(value)
    return [
      ...when(
        again,
        error(
          [...path, field],
          `“${value.slice(0, 60)}” is used twice. Each ${thing} needs its own`,
        ),
      ),
      ...when(
        value === 'constructor' && field !== 'label',
        error([...path, field], 'The word “constructor” cannot be used here. Choose another'),
      ),
    ]
  })
}
