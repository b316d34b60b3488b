import { remembered } from './remembered.ts'

/**
 * Languages as tags (BCP 47): "en-GB", "ar", "cy". What a tag says of its language is the platform's to know; where that
 * knows nothing, a language is written from left to right and called by its tag.
 */

/** Scripts that are written from right to left. */
const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']

export type Direction = 'ltr' | 'rtl'

/** The direction in which a language is written, by the script that it is most likely written in, or that its tag names. */
export const directionOf = remembered((lang): Direction => {
  try {
    return rightToLeft.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
})

/** What the speakers of a language call it: "العربية", "Cymraeg". */
export const ownNameOf = remembered((lang): string => {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
  } catch {
    return lang
  }
})

/** True of all the kinds of English: the product's own words are in English. */
export const isEnglish = (lang: string): boolean => /^en(-|$)/i.test(lang)
