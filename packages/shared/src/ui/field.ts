import { html, nothing, type TemplateResult } from 'lit'
import type { DirectiveResult } from 'lit/directive.js'
import { changing } from './changing.ts'

/**
 * The wiring every form field shares: ids, what describes a control, the words above it.
 *
 * Ids are document-wide and made from the caller's id, which holds only a–z, 0–9 and hyphen; the underscore keeps the
 * parts made here apart from any other field. The first control of a field has the plain id, so that a link to the
 * field always lands on something that takes focus.
 */

/** What may stand where words stand: plain text, or words with markup. */
export type Content = string | TemplateResult | DirectiveResult

/** `h1` is the title of the whole page, so it gets the id that `<main>` is named by. */
export type HeadingLevel = 'h1' | 'h2' | 'h3'

/** The id of the one `h1` of a page; `<main aria-labelledby>` points to it. */
export const pageTitleId = 'page-title'

/**
 * Shows words that the field brings itself: "(optional)", "Move up". Where the words around them are in another language they
 * are marked with theirs. Absent: as they are.
 */
export type OwnWords = (words: Content) => Content

/** The words above a field. */
export interface FieldWords extends Framed {
  /** The question, or the name of the field. */
  readonly title: string
  /** Makes the title a heading; absent: a plain label. */
  readonly heading?: HeadingLevel
  /** A statement the title asks about; part of the name of the group. */
  readonly statement?: string
  /** Adds "(optional)". */
  readonly optional?: boolean
}

/** A character limit. The page says the words aloud when the end is near, through its one status region: not the field. */
export interface CharacterCount {
  /** Never changes; read with the field: "You can enter up to 2,000 characters". */
  readonly limit: string
  /** Seen, and not read with the field: "You have 929 characters left". */
  readonly shown: string
  /** The end is near or passed, so the words are worth saying aloud. */
  readonly near?: boolean
}

interface Framed {
  readonly own?: OwnWords
}

/** What can be said about a field, and so describes its controls. Error and count are in the same language as the field's own words. */
export interface Described extends Framed {
  readonly hint?: Content
  readonly error?: string
  readonly count?: CharacterCount
}

/** Words in the language of what is around them. */
export const asTheyAre: OwnWords = (words) => words

/** Ids of the parts of the field whose first control has the id given. */
export const fieldIds = (id: string) => ({
  control: id,
  hint: `${id}_hint`,
  error: `${id}_error`,
  count: `${id}_count`,
  unit: `${id}_unit`,
})

/** The id of a named part of a field: a text field beside a choice, a row of a matrix, the month of a date. */
export const partId = (id: string, part: string): string => `${id}__${part}`

/**
 * Where a problem with a field is put right, for the link in the error summary.
 * `parts` are the names of the parts in order, for a field made of parts (a date, a matrix): the first one has the plain id.
 */
export const fieldHref = (id: string, part?: string, parts: readonly string[] = []): string =>
  `#${part === undefined || part === parts[0] ? id : partId(id, part)}`

/**
 * The value of `aria-describedby`: the error before the hint before the count, and then anything more.
 * It goes on each control, and on the fieldset too: screen readers differ in which of the two they read.
 */
export function describedBy(
  id: string,
  described: Described,
  more: readonly (string | undefined)[] = [],
): string | typeof nothing {
  const ids = fieldIds(id)
  const parts = [
    described.error && ids.error,
    described.hint && ids.hint,
    described.count && ids.count,
    ...more,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : nothing
}

/** `aria-invalid`, present only when there is an error. */
export const invalid = (error: string | undefined): 'true' | typeof nothing =>
  error ? 'true' : nothing

/** Words that only screen readers meet. Visible words come first, these after them. */
export const hiddenText = (text: Content) => html`<span class="hidden-text">\u00a0${text}</span>`

/** The title of a field, and "(optional)" after it. The space is inside, and beside marked words it does not break: Chromium leaves out a space between two nodes from names. */
export const titleWords = ({
  title,
  optional,
  own = asTheyAre,
}: Omit<FieldWords, 'title'> & { readonly title: Content }) =>
  html`${title}${optional ? html`<span class="optional">${own === asTheyAre ? ' (optional)' : html`\u00a0${own('(optional)')}`}</span>` : nothing}`

/** A title as a heading; the level is fixed for the life of a page. */
export function heading(level: HeadingLevel | undefined, words: unknown) {
  if (level === 'h1') return html`<h1 id=${pageTitleId}>${words}</h1>`
  if (level === 'h2') return html`<h2>${words}</h2>`
  if (level === 'h3') return html`<h3>${words}</h3>`
  return html`${words}`
}

/** The legend of a group. The statement is inside it, so that it is part of the name of the group. */
export const legend = (
  words: FieldWords,
) => html`<legend class=${words.heading ? 'as-heading' : 'label'}>
  ${heading(words.heading, titleWords(words))}${words.statement ? html` <span class="statement">${words.statement}</span>` : nothing}
</legend>`

/** The hint, then the error: the error is nearest to the control. The no-break space keeps "Error:" a word of its own when read out. */
export const hintAndError = (id: string, { hint, error, own = asTheyAre }: Described) =>
  html`${hint ? html`<p class="hint" id=${fieldIds(id).hint}>${hint}</p>` : nothing}${
    error
      ? html`<p class="problem" id=${fieldIds(id).error}>${own(html`<span class="hidden-text">Error:\u00a0</span><span>${changing(error)}</span>`)}</p>`
      : nothing
  }`

/** A character count, after the control. */
export const characterCount = (id: string, { count, own = asTheyAre }: Described) =>
  count
    ? html`<div class=${count.near ? 'count near' : 'count'}>
        <p class="hidden-text" id=${fieldIds(id).count}>${own(count.limit)}</p>
        <p aria-hidden="true">${own(changing(count.shown))}</p>
      </div>`
    : nothing

/** The classes of a field; the bar beside it repeats in shape what the error says in words. */
export const fieldClass = (error: string | undefined): string =>
  error ? 'field has-problem' : 'field'
