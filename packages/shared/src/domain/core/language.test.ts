import { describe, expect, it } from 'vitest'
import { directionOf, isEnglish, ownNameOf } from './language.ts'

describe('directionOf', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'ps', 'dv', 'yi', 'ckb', 'ar-EG', 'pa-Arab', 'pa-arab'])(
    '%s is written from right to left',
    (lang) => expect(directionOf(lang)).toBe('rtl'),
  )
  it.each(['en-GB', 'cy', 'pa', 'zh-hant', 'bfi', 'so', 'ar-latn'])(
    '%s is written from left to right',
    (lang) => expect(directionOf(lang)).toBe('ltr'),
  )
  it.each(['', 'not a tag', 'x', '-'])('what is no tag (“%s”) is taken as left to right', (lang) =>
    expect(directionOf(lang)).toBe('ltr'),
  )
})

describe('ownNameOf', () => {
  it.each([
    ['ar', 'العربية'],
    ['cy', 'Cymraeg'],
    ['pl', 'polski'],
    ['ur', 'اردو'],
  ])('%s is called %s', (lang, name) => expect(ownNameOf(lang)).toBe(name))
  it('leaves a tag that nobody knows as it is', () => expect(ownNameOf('qqz')).toBe('qqz'))
  it.each(['', 'not a tag'])('leaves what is no tag (“%s”) as it is', (lang) =>
    expect(ownNameOf(lang)).toBe(lang),
  )
})

describe('isEnglish', () => {
  it.each(['en', 'en-GB', 'EN-gb'])('is true of %s', (lang) => expect(isEnglish(lang)).toBe(true))
  it.each(['ar', 'enm', ''])('is false of “%s”', (lang) => expect(isEnglish(lang)).toBe(false))
})
