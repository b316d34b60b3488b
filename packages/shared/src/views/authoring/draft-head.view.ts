import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { authoringPaths, pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { authoringWords } from '../../words/authoring.ts'
import type { DraftHead, People } from './desk-model.ts'

export type DraftTab = keyof typeof authoringWords.tabs

const tabs: readonly DraftTab[] = ['edit', 'bringIn', 'preview', 'checks', 'history', 'signOff']

/**
 * The top of every page about a consultation that is written: where it stands, and the ways to its other pages. A preview that
 * is `shown` brings its own heading.
 */
export const draftHead = (
  head: DraftHead,
  current: DraftTab | undefined,
) => html`<div class="draft-top">
    ${backLink({ href: authoringPaths.list, text: authoringWords.list })}
    <p class="draft-standing"><span class="mark">${standingWords(head)}</span>
      <span class="quiet">${authoringWords.questions(head.questions)}${head.opensAt ? ` · ${authoringWords.opens(momentWords(head.opensAt))}` : ''}</span></p>
  </div>
  ${current === 'preview' && head.shown ? nothing : html`<h1 id=${pageTitleId}>${head.title || authoringWords.untitled}</h1>`}
  <nav class="tabs" aria-label=${authoringWords.parts}>${tabs.map(
    (tab) =>
      html`<a href=${pathOfDraft(tab, head.id)} aria-current=${tab === current ? 'page' : nothing}>${authoringWords.tabs[tab]}</a>`,
  )}${
    head.version === null
      ? nothing
      : html`<a href=${pathOfDraft('change', head.id)}>${authoringWords.change}</a>`
  }</nav>`

const standingWords = ({ state, version }: DraftHead): string =>
  state === 'draft' && version !== null
    ? authoringWords.draftOfNext(version)
    : state === 'draft'
      ? authoringWords.draft
      : authoringWords.states[state]

/** A colleague's name; "You" for who is looking. */
export const nameOf = ({ me, names }: People, id: string): string =>
  id === me ? authoringWords.you : (names[id] ?? authoringWords.somebody)
