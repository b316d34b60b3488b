import { html } from 'lit'
import { directionOf, isEnglish } from '../domain/core/language.ts'
import { asTheyAre, type Content, type OwnWords } from './field.ts'

/**
 * Languages within a page. A page about a consultation is in the language of its edition. The website's own words stay in
 * English, and a part that the edition has not got stays in the standard's language: both are marked, so that they are
 * spoken with the right voice, and are set in their own direction where they stand (WCAG 2.2, 3.1.2).
 */

/** Words in one language among words of another. */
const marked = (words: Content, lang: string) =>
  html`<span lang=${lang} dir=${directionOf(lang)}>${words}</span>`

/** How the website's own words stand among words of this language. */
export const ownWordsAmong = (lang: string): OwnWords =>
  isEnglish(lang) ? asTheyAre : (words) => marked(words, 'en')

/** Words of the consultation that may be in another language than the page: `lang` says which. */
export const wordsIn = (words: Content, lang: string | undefined): Content =>
  lang === undefined ? words : marked(words, lang)

/** A part of a page that may be in another language: as it is where it is not. */
export const partIn = (content: unknown, lang: string | undefined) =>
  lang === undefined ? content : html`<div lang=${lang} dir=${directionOf(lang)}>${content}</div>`

/** The language of words where it is not English, as on a page of the website's own. */
export const unlessEnglish = (lang: string): string | undefined =>
  isEnglish(lang) ? undefined : lang

/** A whole part in the website's own words, among words of this language. */
export const ownPartAmong = (lang: string, content: unknown) =>
  partIn(content, isEnglish(lang) ? undefined : 'en')
