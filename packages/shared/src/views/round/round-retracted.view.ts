import { html } from 'lit'
import { dayOfMomentWords } from '../../domain/core/dates.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundWords } from '../../words/round.ts'

export const roundRetractedTitle: string = roundWords.retracted.title

/** A round that was taken down: when, and why. Nothing of it is left to read. */
export const roundRetractedView = ({
  at,
  reason,
}: {
  readonly at: Date
  readonly reason: string
}) => html`<div class="wrap">
  <h1 id=${pageTitleId}>${roundWords.retracted.title}</h1>
  <p class="lede">${roundWords.retracted.words(dayOfMomentWords(at))}</p>
  <p>${reason}</p>
  <div class="actions"><a href="/rounds">${roundWords.retracted.others}</a></div>
</div>`
