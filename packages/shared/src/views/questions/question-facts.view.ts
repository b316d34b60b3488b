import { html, nothing } from 'lit'
import type { RoundStatus } from '../../domain/round/round.ts'
import { questionWords as words } from '../../words/questions.ts'
import { roundFacts } from '../round/round-facts.view.ts'
import type { QuestionsPageModel } from './questions-page.view.ts'

/** What helps beside the questions: who answers, and what every round says of itself. */
export const questionFacts = (
  { round, process }: Pick<QuestionsPageModel, 'round' | 'process'>,
  status: RoundStatus,
) => html`<div>
  ${
    round.answering === undefined
      ? nothing
      : html`<dl class="facts"><dt>${words.answering}</dt><dd><ul>${round.answering.map((one) => html`<li>${words.answerer(one)}</li>`)}</ul>
        <p>${words.endsOnly}</p></dd></dl>`
  }
  ${roundFacts({ round, ...(process ? { process } : {}) }, status)}
</div>`
