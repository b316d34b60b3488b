import type { PartKey } from '../draft/draft.ts'
import { refusalOf } from '../draft/draft-schema.ts'
import type { ImportNote } from './imported.ts'

/** A note of an import, beside the part of the draft that it is about. */
export interface PlacedNote {
  readonly part: PartKey
  readonly field?: string
  readonly kind: ImportNote['kind']
  readonly words: string
}

/**
 * Those fields that the part can hold. A text that is too long is cut; a note says what the file says, in full up to 4,000
 * characters.
 */
export function fitting(
  part: PartKey,
  fields: object,
  notes: PlacedNote[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]: [string, unknown]) => {
      if (value === undefined) return []
      const refusal = refusalOf(part, field, value)
      if (refusal === undefined) return [[field, value]]
      const short = typeof value === 'string' ? cutToFit(part, field, value) : undefined
      notes.push({
        part,
        field,
        kind: 'left-out',
        words: `${short === undefined ? 'This could not be brought over' : 'This was cut to fit'}: ${refusal}. In the file it says: “${saidOf(value).slice(0, 4_000)}”`,
      })
      return short === undefined ? [] : [[field, short]]
    }),
  )
}

/** The longest beginning that fits, whatever the limit is. */
function cutToFit(part: PartKey, field: string, value: string): string | undefined {
  const lengths = [5_000, 2_000, 1_000, 500, 300, 200, 100, 80, 40]
  return lengths
    .map((most) => value.slice(0, most))
    .find((short) => refusalOf(part, field, short) === undefined)
}

function saidOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return JSON.stringify(value)
  return value
    .map((one: unknown) => {
      const { label, text } = (one ?? {}) as { label?: unknown; text?: unknown }
      return typeof label === 'string' ? label : typeof text === 'string' ? text : saidOf(one)
    })
    .join('; ')
}
