import { describe, expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

describe('nearestName', () => {
  const known = ['title', 'about', 'maxCharacters', 'opensAt', 'closesAt']
  it.each([
    ['tilte', 'title'],
    ['Title', 'title'],
    ['maxChars', undefined],
    ['maxCharacter', 'maxCharacters'],
    ['max-characters', 'maxCharacters'],
    ['openAt', 'opensAt'],
    ['zzz', undefined],
    ['', undefined],
  ])('takes “%s” for %s', (wrong, meant) => {
    expect(nearestName(wrong, known)).toBe(meant)
  })

  it('compares no name that is longer than any name can be', () => {
    expect(nearestName('title'.repeat(20_000), known)).toBeUndefined()
  })
})
