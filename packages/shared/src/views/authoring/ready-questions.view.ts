import { html, nothing } from 'lit'
import { button } from '../../ui/button.ts'
import { notice } from '../../ui/notice.ts'
import { questionKindWords } from '../../words/draft.ts'
import { readyWords } from '../../words/ready.ts'
import type { DraftHead } from './desk-model.ts'
import { draftHead } from './draft-head.view.ts'

export interface ReadySet {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly questions: readonly {
    readonly title: string
    readonly kind: string
    readonly isThere: boolean
  }[]
}

export interface ReadyModel {
  readonly head: DraftHead
  readonly sets: readonly ReadySet[]
}

export interface ReadyHandlers {
  readonly onAdd?: (set: string) => void
}

/** Sets of ready questions, each to add in one step. */
export const readyQuestionsView = (
  { head, sets }: ReadyModel,
  problem = '',
  handlers: ReadyHandlers = {},
) => html`<div class="wrap wide">
  ${draftHead(head, 'edit')}
  <h2>${readyWords.title}</h2>
  <p class="lede">${readyWords.lede}</p>
  ${problem ? notice({ tone: 'warning', content: html`<p id="problem" tabindex="-1">${problem}</p>` }) : nothing}
  ${sets.map((set) => one(set, handlers))}
</div>`

function one({ id, title, source, questions }: ReadySet, { onAdd }: ReadyHandlers) {
  const missing = questions.filter(({ isThere }) => !isThere).length
  const words =
    missing === questions.length ? readyWords.add(missing) : readyWords.addMissing(missing)
  return html`<section class="part" aria-labelledby=${`set-${id}`}>
    <h3 id=${`set-${id}`}>${title}</h3>
    ${id === 'equality' ? html`<p>${readyWords.equality}</p>` : nothing}
    <ol class="found">${questions.map(
      (question) =>
        html`<li><p><strong>${question.title}</strong></p><p class="quiet">${questionKindWords[question.kind] ?? ''}</p></li>`,
    )}</ol>
    <p class="quiet small">${readyWords.source(source)}</p>
    ${
      missing === 0
        ? html`<p><span class="mark good">${readyWords.there}</span></p>`
        : html`<div class="actions">${button({ kind: 'second', text: words, hidden: title, onClick: () => onAdd?.(id) })}</div>`
    }
  </section>`
}
