import { describe, expect, it } from 'vitest'
import { countSyllables } from './syllables.ts'

/** Words of each length, as the CMU Pronouncing Dictionary divides them; British spellings by ear. */
const words: readonly (readonly [syllables: number, words: string])[] = [
  // plain runs of vowels
  [1, 'a I be the day night boat rain house through friend quite juice guide build suit'],
  [2, 'about again begin paper window doctor carer garden ticket appoint today before'],
  [3, 'hospital appointment telephone disabled family banana remember together'],
  [4, 'information television education understanding everybody consultation'],
  [5, 'organisation university opportunity congratulations'],
  [6, 'responsibility availability accessibility'],
  // a silent "e", alone and before an ending
  [1, 'made whole here care rooms homes plates times hole more'],
  [2, 'safely careful homeless movement sometimes lonely someone'],
  [3, 'carefully openness excitement completely everyone anyone'],
  // "ed" and "es", silent and said
  [1, 'asked called moved helped plays played eyes goes'],
  [2, 'wanted needed places boxes teaches changes settled houses'],
  [3, 'decided reduces services included'],
  // "le" and "re" at the end
  [2, 'table people little settle centre metre apple simple'],
  [3, 'disable example possible'],
  // vowels side by side that are said apart
  [2, 'going trying seeing quiet fluid ruin client poem react player'],
  [3, 'radio video various actual idea area serious easier easiest earlier museum theatre'],
  [4, 'community situation accessible society'],
  // and vowels that are not
  [1, 'league tongue queue cheque quick'],
  [2, 'nation special patient question social region'],
  // with an apostrophe or a hyphen
  [1, 'don’t can’t it’s we’ve'],
  [2, "didn’t isn't couldn’t"],
  [3, 'day-to-day up-to-date'],
]

describe('countSyllables', () => {
  it.each(words.flatMap(([count, list]) => list.split(' ').map((word) => [word, count] as const)))(
    '%s has %i',
    (word, count) => {
      expect(countSyllables(word)).toBe(count)
    },
  )

  it('counts capitals like small letters, and figures, signs and other scripts as one', () => {
    expect(['HOSPITAL', '4,200', '£3.5', 'مرحبا', '', '—'].map(countSyllables)).toEqual([
      3, 1, 1, 1, 1, 1,
    ])
  })

  it('takes time in step with the length of a word', () => {
    const started = performance.now()
    for (const hostile of ['e', 'ae', 'y', 'ia', 'ed', "'", 'ing', '-'])
      countSyllables(hostile.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
