import { html } from 'lit'
import type { Round } from '../../domain/round/round.ts'
import { roundDeskWords as words } from '../../words/round-desk.ts'
import { questionsPageView } from '../questions/questions-page.view.ts'
import type { RoundsProcess } from '../round/round-model.ts'
import { roundPageView } from '../round/round-page.view.ts'
import { roundHead } from './round-head.view.ts'
import type { RoundHead } from './round-desk-model.ts'

export interface RoundPreviewModel {
  readonly head: RoundHead
  /** Null: something has to be put right before it can be shown. */
  readonly round: Round | null
  /** ISO 8601: it is shown as it will be on its first day, or once its summary is published. */
  readonly now: string
  readonly process: RoundsProcess | null
}

/** The page of a discussion as people will see it, by the very view that shows it to them. */
export const roundPreviewView = ({
  head,
  round,
  now,
  process,
}: RoundPreviewModel) => html`<div class="wrap wide">
    ${roundHead(head, 'preview', { ownHeading: round !== null })}
    ${round ? html`<p>${words.previewed}</p>` : html`<p class="lede">${words.notYet}</p>`}
  </div>
  ${round ? html`<div class="preview">${pageOf(round, new Date(now), process)}</div>` : ''}`

function pageOf(round: Round, now: Date, of: RoundsProcess | null) {
  const process = of ? { process: of } : {}
  if (round.kind === 'questions')
    return questionsPageView({ round, now, shown: { questions: [], sequence: 0 }, ...process })
  return roundPageView({
    round,
    now,
    order: { by: 'newest' },
    later: false,
    threads: [],
    counts: nothingSaid,
    speakers: [],
    ...process,
  })
}

const nothingSaid = {
  contributions: 0,
  people: 0,
  staff: 0,
  replies: 0,
  repliesBetweenPublic: 0,
  newest: 0,
}
