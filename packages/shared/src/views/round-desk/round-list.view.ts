import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dateWords, momentWords } from '../../domain/core/dates.ts'
import { pathOfRoundDesk, roundDeskPaths } from '../../domain/site/round-desk-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { roundDeskWords as words } from '../../words/round-desk.ts'
import type { RoundHead, RoundNext } from './round-desk-model.ts'
import { standingWords, timeWords, toneOf } from './round-head.view.ts'

/** One discussion in the list of the desk. */
export interface RoundRow extends RoundHead {
  readonly summaryBy: string | null
  /** When it will be published by itself. */
  readonly dueAt: string | null
  readonly contributions: number
  readonly next: readonly RoundNext[]
}

export interface RoundDeskModel {
  readonly rows: readonly RoundRow[]
  readonly mayBegin: boolean
}

type Group = keyof typeof words.groups

const groups: readonly Group[] = ['waiting', 'closed', 'draft', 'scheduled', 'open', 'over']

/** What waits for somebody stands before what runs by itself. */
export function groupOf({ stage, signOff }: Pick<RoundHead, 'stage' | 'signOff'>): Group {
  if (stage === 'concluded' || stage === 'retracted') return 'over'
  if (signOff === 'asked') return 'waiting'
  if (stage === 'draft' && signOff === 'scheduled') return 'scheduled'
  return stage
}

/** Every discussion that somebody works on, by what is to be done with it. */
export const roundDeskView = ({ rows, mayBegin }: RoundDeskModel) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${words.list}</h1>
  ${mayBegin ? html`<div class="actions">${linkButton({ href: roundDeskPaths.begin, text: words.begin })}</div>` : nothing}
  ${
    rows.length === 0
      ? html`<div class="empty"><p><strong>${words.noneYet}</strong></p><p>${words.noneYetMore}</p></div>`
      : groups.map((group) =>
          groupView(
            group,
            rows.filter((row) => groupOf(row) === group),
          ),
        )
  }
</div>`

const groupView = (group: Group, rows: readonly RoundRow[]) =>
  rows.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby=${`g-${group}`}>
      <h2 id=${`g-${group}`}>${words.groups[group]}</h2>
      <ul class="plain desk-consultations">${repeat(rows, ({ id }) => id, rowView)}</ul>
    </section>`

const rowView = (row: RoundRow) => html`<li>
  <h3><a href=${pathOfRoundDesk('write', row.id)}>${row.title || words.untitled}</a></h3>
  <p><span class=${`mark ${toneOf(row)}`}>${standingWords(row)}</span>
    <span class="quiet">${[timeWords(row), promise(row), count(row), due(row)].filter(Boolean).join(' · ')}</span></p>
  <p class="tools">${row.next.map((next) => act(row, next))}</p>
</li>`

const promise = ({ stage, summaryBy }: RoundRow): string =>
  stage === 'closed' && summaryBy ? words.summaryBy(dateWords(summaryBy)) : ''

const count = ({ stage, contributions }: RoundRow): string =>
  stage === 'draft' || stage === 'scheduled' ? '' : words.contributions(contributions)

const due = ({ dueAt }: RoundRow): string =>
  dueAt === null ? '' : words.next.publishes(momentWords(dueAt))

function act(row: RoundRow, next: RoundNext) {
  const text = words.next[next]
  return html`<a class="tool" href=${hrefOf(row, next)}>${text}${hiddenText(`: ${row.title}`)}</a>`
}

function hrefOf({ id, slug }: RoundRow, next: RoundNext): string {
  switch (next) {
    case 'sign':
    case 'publish':
      return pathOfRoundDesk('signOff', id)
    case 'answer':
      return pathOfRoundDesk('questions', id)
    case 'following':
      return `${roundDeskPaths.begin}?after=${id}`
    case 'look':
      return `/rounds/${slug ?? ''}`
    default:
      return pathOfRoundDesk('write', id)
  }
}
