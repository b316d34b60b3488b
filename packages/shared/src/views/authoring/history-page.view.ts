import { html, nothing } from 'lit'
import { clockWords, dayOfMomentWords } from '../../domain/core/dates.ts'
import { hiddenText } from '../../ui/field.ts'
import { historyPageWords } from '../../words/authoring.ts'
import { draftHead, nameOf } from './draft-head.view.ts'
import type { DraftHead, People } from './desk-model.ts'

/** One line of a history: what was done, by whom and when. */
export interface HistoryLine {
  readonly number: number
  readonly part: string
  readonly words: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly beside: boolean
}

export interface HistoryModel {
  readonly head: DraftHead
  readonly people: People
  /** The newest first. */
  readonly lines: readonly HistoryLine[]
  readonly mayWrite: boolean
}

export interface HistoryHandlers {
  readonly onGoBack?: (line: HistoryLine) => void
}

/** What was changed, day by day, and the way back to before any of it. */
export const historyView = (
  model: HistoryModel,
  handlers: HistoryHandlers = {},
) => html`<div class="wrap wide">
  ${draftHead(model.head, 'history')}
  <h2>${historyPageWords.title}</h2>
  <p class="lede">${historyPageWords.lede}</p>
  ${model.lines.length === 0 ? html`<div class="empty"><p>${historyPageWords.none}</p></div>` : historyLines(model, handlers)}
</div>`

/** The lines of a history under their days. */
export function historyLines(
  { lines, people, mayWrite }: Pick<HistoryModel, 'lines' | 'people' | 'mayWrite'>,
  { onGoBack }: HistoryHandlers = {},
) {
  const days = [...new Set(lines.map(({ at }) => dayOfMomentWords(at)))]
  return days.map(
    (day) =>
      html`<h3>${day}</h3><ol class="log plain">${lines
        .filter(({ at }) => dayOfMomentWords(at) === day)
        .map(
          (
            line,
          ) => html`<li><span><time datetime=${line.at}>${clockWords(line.at)}</time> ${nameOf(people, line.by)}: ${line.words}${line.beside ? ` (${historyPageWords.beside})` : ''}</span>
        ${mayWrite && onGoBack ? html`<button class="tool" type="button" @click=${() => onGoBack(line)}>${historyPageWords.goBack}${hiddenText(`: ${line.words}, ${clockWords(line.at)}`)}</button>` : nothing}</li>`,
        )}</ol>`,
  )
}
