import { capitalsIn } from './check-capitals.ts'
import type { Consultation } from './consultation.ts'
import { warning, type Finding } from './finding.ts'
import { partsOf, type Passage } from './passages.ts'

/**
 * Abbreviations that nobody has explained (WCAG 2.2, 3.1.4): two to six capitals that are not in the glossary and have no
 * explanation in brackets where they are first used: "equality impact assessment (EIA)", or "EIA (what a plan changes for
 * different groups)". One piece of advice for each, at its first use.
 */
export function checkAbbreviations(consultation: Consultation): readonly Finding[] {
  const known = new Set([...everybodyKnows, ...(consultation.glossary ?? []).map(({ word }) => word)])
  return partsOf(consultation).flatMap((part) => part.passages).flatMap((passage) => firstUses(passage, known).map((short) =>
    warning(passage.path, `“${short}” is not explained. Write it out where it is first used, with the letters in brackets: “in full (${short})”`)))
}

/** More widely known than what they stand for, so that writing them out would help nobody. */
const everybodyKnows: readonly string[] = [
  'NHS', 'UK', 'GP', 'US', 'USA', 'EU', 'MP', 'BBC', 'TV', 'ID', 'OK', 'PIN', 'PDF', 'DVD', 'CD', 'PO', 'AM', 'PM', 'VAT', 'DNA', 'HIV', 'AIDS',
  'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX',
]

/** Two to six capitals, perhaps with an "s" for several of them: no part of a longer word, a postcode or an address. */
const abbreviation = /(?<![\p{L}\p{N}@/.'’-])([A-Z]{2,6})s?(?![\p{L}\p{N}@/'’-]|\.\p{L})/gu

/** Those of a passage that are met for the first time and are not explained. What is met becomes known. */
function firstUses({ text }: Passage, known: Set<string>): readonly string[] {
  if (capitalsIn(text) !== undefined) return []
  return [...text.matchAll(abbreviation)].flatMap(({ 0: whole, 1: short = '', index }) => {
    if (known.has(short)) return []
    known.add(short)
    return isExplained(text.slice(Math.max(0, index - 200), index), text.slice(index + whole.length)) ? [] : [short]
  })
}

/** In brackets after the words it stands for, or followed by what it means in brackets. */
const isExplained = (before: string, after: string): boolean =>
  (/\p{L}\s*[(“"[]{1,2}$/u.test(before) && /^["”]?[\])]/.test(after)) || /^\s*\([^()]*\p{L}/u.test(after)
