import type { Consultation } from './consultation.ts'
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
  partsOf(consultation).flatMap((part) => part.passages).flatMap(checkPassage)

function checkPassage({ path, text }: Passage): readonly Finding[] {
  const shouted = capitalsIn(text)
  return shouted === undefined ? [] : [warning(path, `“${shouted.slice(0, 60)}” is all in capitals, which is slow to read. Write it in small letters, and use **strong** words if it matters most`)]
}

/** The first stretch of words that are all in capitals. Figures and signs between them belong to it. */
export function capitalsIn(text: string): string | undefined {
  let stretch: string[] = []
  for (const word of [...text.split(/\s+/), 'end']) {
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
  const letters = stretch.map((word) => word.replaceAll(/[^\p{L}]/gu, '')).filter((word) => word !== '')
  return letters.length >= leastWords && letters.join('').length >= leastLetters
}
