import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { pathOfRoundDesk, roundDeskPaths } from '../../domain/site/round-desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { authoringWords } from '../../words/authoring.ts'
import { roundDeskWords as words } from '../../words/round-desk.ts'
import type { RoundHead } from './round-desk-model.ts'

export type RoundTab = keyof typeof words.tabs

const tabs: readonly RoundTab[] = ['write', 'preview', 'signOff']

/** The top of every page about one discussion: where it stands, and the ways to its other pages. A preview brings its own heading. */
export const roundHead = (
  head: RoundHead,
  current: RoundTab,
  { ownHeading = false }: { readonly ownHeading?: boolean } = {},
) => html`<div class="draft-top">
    ${backLink({ href: roundDeskPaths.list, text: words.list })}
    <p class="draft-standing"><span class=${`mark ${toneOf(head)}`}>${standingWords(head)}</span>
      <span class="quiet">${timeWords(head)}</span></p>
  </div>
  ${ownHeading ? nothing : html`<h1 id=${pageTitleId}>${head.title || words.untitled}</h1>`}
  <nav class="tabs" aria-label=${words.parts}>${tabs.map(
    (tab) =>
      html`<a href=${pathOfRoundDesk(tab, head.id)} aria-current=${tab === current ? 'page' : nothing}>${tab === 'write' && isSummary(head) ? words.summaryTab : words.tabs[tab]}</a>`,
  )}${head.slug === null ? nothing : html`<a href=${`/rounds/${head.slug}`}>${words.next.look}</a>`}</nav>`

/** True once only the summary can still be written. */
export const isSummary = ({ stage }: Pick<RoundHead, 'stage'>): boolean =>
  stage !== 'draft' && stage !== 'scheduled'

/** Where it stands: as people see it, and what its next words wait for. */
export function standingWords({ stage, signOff }: Pick<RoundHead, 'stage' | 'signOff'>): string {
  if (signOff === 'draft' || signOff === 'published') return words.stages[stage]
  return stage === 'draft'
    ? authoringWords.states[signOff]
    : `${words.stages[stage]} · ${authoringWords.states[signOff]}`
}

const tones: Readonly<Record<RoundHead['stage'], string>> = {
  draft: '',
  scheduled: 'waiting',
  open: 'going',
  closed: 'due',
  concluded: 'good',
  retracted: 'alarm',
}

export const toneOf = ({ stage, signOff }: Pick<RoundHead, 'stage' | 'signOff'>): string =>
  signOff === 'asked' ? 'due' : tones[stage]

export function timeWords({
  stage,
  opensAt,
  closesAt,
}: Pick<RoundHead, 'stage' | 'opensAt' | 'closesAt'>): string {
  if (stage === 'draft' || stage === 'scheduled')
    return opensAt ? words.opens(momentWords(opensAt)) : ''
  if (!closesAt) return ''
  return stage === 'open' ? words.until(momentWords(closesAt)) : words.closed(momentWords(closesAt))
}
