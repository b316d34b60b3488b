/** Something read from a file that may have any shape: fields that may or may not be there. */
export type Fields = Readonly<Record<string, unknown>>

/** Where something is in a file: names of fields and numbers of items (from 0), from the outside in. */
export type Path = readonly (string | number)[]

/** The fields of an object; none when the value is something else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** The items of a list, each as fields; none when the value is something else. */
export const itemsOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(fieldsOf) : []

/** The texts in a list; undefined where an item is something else. */
export const textsOf = (value: unknown): readonly (string | undefined)[] =>
  Array.isArray(value) ? value.map(textOf) : []

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A place in words: "sections › 2 (travel) › questions › 3 (how-travel)". Items are counted from 1. */
export function placeWords(document: unknown, path: Path): string {
  const words: string[] = []
  let value: unknown = document
  for (const step of path) {
    value = at(value, step)
    words.push(typeof step === 'number' ? itemWords(step, fieldsOf(value)) : step.slice(0, 60))
  }
  return words.length > 0 ? words.join(' › ') : 'the whole file'
}

/** What stands at one step inside a value; undefined when there is nothing. */
export const at = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Fields)[step]
    : undefined

function itemWords(index: number, item: Fields): string {
  const name = textOf(item['id']) ?? textOf(item['code'])
  return name === undefined ? String(index + 1) : `${index + 1} (${name.slice(0, 60)})`
}
