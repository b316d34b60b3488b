import { needWords } from './support-needs.ts'

/** What was asked for in words, each with what was written beside it: "Another language: Polish". */
export const askedForWords = (
  needs: readonly string[],
  say: Readonly<Record<string, string>> | null,
): readonly string[] =>
  needs.map((need) => {
    const said = say !== null && Object.hasOwn(say, need) ? say[need] : undefined
    return said === undefined || said === '' ? needWords(need) : `${needWords(need)}: ${said}`
  })
