import { html } from 'lit'
import { roundStatus, type Round } from '../../domain/round/round.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { helpLine } from './help-line.view.ts'
import { roundAddress } from './round-address.ts'
import type { ShownThread } from './round-model.ts'
import { threadView } from './thread.view.ts'

export interface ThreadPageModel {
  readonly round: Round
  readonly thread: ShownThread
  readonly now: Date
}

export const threadPageTitle = ({ round, thread }: ThreadPageModel): string =>
  thread.comment.words.kind === 'said'
    ? words.thread(thread.comment.words.name, round.title)
    : round.title

/** One comment with all its replies: a page to link to. */
export const threadPageView = (model: ThreadPageModel) => {
  const { round, thread, now } = model
  // Where people ask, nobody replies but the staff who are named.
  const open = roundStatus(round, now) === 'open' && round.kind !== 'questions'
  return html`<div class="wrap" data-round=${round.slug} data-open=${open ? 'true' : 'false'}>
  ${backLink({ href: roundAddress(round.slug), text: round.title })}
  <h1 id=${pageTitleId}>${threadPageTitle(model)}</h1>
  <h2 class="hidden-text">${words.backToRound}</h2>
  <ol class="talk"><li>${threadView(thread, round, open)}</li></ol>
  <div class="actions"><a href=${roundAddress(round.slug)}>${words.backToRound}</a></div>
  ${open ? helpLine(round.reading) : ''}
</div>`
}
