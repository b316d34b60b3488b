import type { Consultation } from '../consultation/consultation.ts'
import { warning, type Finding } from './finding.ts'
import { partsOf, type Passage } from './passages.ts'

/** Three words or more in a row that are all in capitals, with twelve letters or more between them. */
const leastWords = 3
const leastLetters = 12

/**
 * Stretches in capital letters: slower to read for everybody, harder still with dyslexia, and spelt out letter by letter by
 * some screen readers (British Dyslexia Association style guide, 2023). A name of letters ("NHS") is none.
 */
export const checkCapitals = (consultation: Consultation): readonly Finding[] =>
  partsOf(consultation)
    .flatMap((part) => part.passages)
    .flatMap(checkShouted)

function checkShouted({ path, text }: Passage): readonly Finding[] {
  const shouted = capitalsIn(text)
  return shouted === undefined
    ? []
    : [
        warning(
          path,
          `“${shouted.slice(0, 60)}” is all in capitals, which is slow to read. Write it in small letters, and use **strong** words if it matters most`,
        ),
      ]
}

/** The first stretch of words that are all in capitals. Figures and signs between them belong to it. */
function capitalsIn(text: string): string | undefined {
  let stretch: string[] = []
  for (const word of [...text.trim().split(/\s+/), 'end']) {
    const capital = /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)
    if (capital || (stretch.length > 0 && !/\p{L}/u.test(word))) stretch.push(word)
    else {
      if (isShouted(stretch)) return stretch.join(' ')
      stretch = []
    }
  }
  return undefined
}

function isShouted(stretch: readonly string[]): boolean {
  const letters = stretch
    .map((word) => word.replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '')
  return letters.length >= leastWords && letters.join('').length >= leastLetters
}

/**
 * Abbreviations that nobody has explained (WCAG 2.2, 3.1.4): two to six capitals that are not in the glossary and have no
 * explanation in brackets where they are first used: "equality impact assessment (EIA)", or "EIA (what a plan changes for
 * different groups)". One piece of advice for each, at its first use.
 */
export function checkAbbreviations(consultation: Consultation): readonly Finding[] {
  const known = new Set([
    ...everybodyKnows,
    ...(consultation.glossary ?? []).map(({ word }) => word),
  ])
  return partsOf(consultation)
    .flatMap((part) => part.passages)
    .flatMap((passage) =>
      firstUses(passage, known).map((short) =>
        warning(
          passage.path,
          `“${short}” is not explained. Write it out where it is first used, with the letters in brackets: “in full (${short})”`,
        ),
      ),
    )
}

/** More widely known than what they stand for, so that writing them out would help nobody. */
const everybodyKnows: readonly string[] = [
  'NHS',
  'UK',
  'GP',
  'US',
  'USA',
  'EU',
  'MP',
  'BBC',
  'TV',
  'ID',
  'OK',
  'PIN',
  'PDF',
  'DVD',
  'CD',
  'PO',
  'AM',
  'PM',
  'VAT',
  'DNA',
  'HIV',
  'AIDS',
  'II',
  'III',
  'IV',
  'VI',
  'VII',
  'VIII',
  'IX',
]

/** Two to six capitals, perhaps with an "s" for several of them: no part of a longer word, a postcode or an address. */
const abbreviation = /(?<![\p{L}\p{N}@/.'’-])([A-Z]{2,6})s?(?![\p{L}\p{N}@/'’-]|\.\p{L})/gu

/** Those of a passage that are met for the first time and are not explained. What is met becomes known. */
function firstUses({ text }: Passage, known: Set<string>): readonly string[] {
  const shouted = capitalsIn(text)
  const read =
    shouted === undefined ? text : text.replaceAll(/\s+/g, ' ').replace(shouted, () => '')
  return [...read.matchAll(abbreviation)].flatMap(({ 0: whole, 1: short = '', index }) => {
    if (known.has(short)) return []
    known.add(short)
    return isExplained(
      read.slice(Math.max(0, index - 200), index),
      read.slice(index + whole.length),
    )
      ? []
      : [short]
  })
}

/** In brackets after the words it stands for, or followed by what it means in brackets. */
const isExplained = (before: string, after: string): boolean =>
  (/\p{L}\s*[(“"[]{1,2}$/u.test(before) && /^["”]?[\])]/.test(after)) ||
  /^\s*\([^()]*\p{L}/u.test(after)
