import { describe, expect, it } from 'vitest'
import { countSyllables } from './syllables.ts'

/** Words of each length, as the CMU Pronouncing Dictionary divides them; British spellings by ear. */
const words: Readonly<Record<number, string>> = {
  1: 'a I the be care made whole here called asked bus queue league tongue plays played eyes hours friends through quite juice guide blue',
  2: 'about going trying table centre wanted settled places boxes teaches didn’t player quiet fluid people something someone '
    + 'therefore useful careful really clinic',
  3: 'hospital appointment earlier easiest radio video various actual area idea everything museum theatre criticism telephone happily',
  4: 'information consultation community everybody accessible education ability society calculator situation long-term-planning',
  5: 'organisation university opportunity congratulations',
  6: 'responsibility availability accessibility',
}

describe('countSyllables', () => {
  it.each(Object.entries(words).flatMap(([count, list]) => list.split(' ').map((word) => [word, Number(count)] as const)))('%s has %i', (word, count) => {
    expect(countSyllables(word)).toBe(count)
  })

  it('counts a word with hyphens by its parts, capitals like small letters, and figures and other scripts as one', () => {
    expect(['day-to-day', 'HOSPITAL', '4,200', '£3.5', 'مرحبا', '', '—'].map(countSyllables)).toEqual([3, 3, 1, 1, 1, 1, 1])
  })

  it('takes time in step with the length of a word', () => {
    const started = performance.now()
    for (const hostile of ['e', 'ae', 'y', 'ia', 'ed', '\'', 'ing', '-']) countSyllables(hostile.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
