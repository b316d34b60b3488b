/** Numbers of people as they stand in a form, by the code of their group. */
export type TypedPeople = Readonly<Record<string, string>>

export type ReadPopulation =
  | { readonly people: Readonly<Record<string, number>> }
  /** The group whose number cannot be read; null: nobody is in any group. */
  | { readonly wrong: string | null }

const most = 100_000_000

/** Reads numbers as people write them ("12,400", "12 400"). A group left empty is not compared with. */
export function readPopulation(codes: readonly string[], typed: TypedPeople): ReadPopulation {
  const people: Record<string, number> = {}
  for (const code of codes) {
    const words = (typed[code] ?? '').replaceAll(/[,\s]/g, '')
    if (words === '') continue
    if (!/^\d+$/.test(words) || Number(words) > most) return { wrong: code }
    people[code] = Number(words)
  }
  return Object.values(people).some((count) => count > 0) ? { people } : { wrong: null }
}
