import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { severities, type Severity } from '../../domain/moderation/severity.ts'
import type { UrgentHit, UrgentWordList } from '../../domain/moderation/urgent-words.ts'
import { moderationPaths } from '../../domain/site/moderation-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { details } from '../../ui/details.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { table } from '../../ui/table.ts'
import { textarea } from '../../ui/textarea.ts'
import { concernWords, wordListWords as words } from '../../words/concern.ts'
import { severityWords } from '../../words/moderation-desk.ts'
import { nameIn } from './concern-facts.view.ts'
import type { WordListModel } from './concern-model.ts'

/** A field of the page: the phrases of one severity, or those to leave alone. */
export type ListField = Severity | 'leaveAlone'

export const listFields: readonly ListField[] = [...severities, 'leaveAlone']

export const fieldOfList = (field: ListField): string => `list-${field.toLowerCase()}`

export interface WritingState {
  /** Lines as they are typed. */
  readonly lines: Readonly<Record<ListField, string>>
  readonly trying: string
  readonly hits: readonly UrgentHit[]
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export interface WritingHandlers {
  readonly onLines?: (field: ListField, lines: string) => void
  readonly onTry?: (words: string) => void
  readonly onSave?: () => void
}

/** How many days the list is measured over. */
export const daysMeasured = 90

export const linesOf = (list: UrgentWordList): WritingState['lines'] => ({
  now: phrasesOf(list, 'now'),
  today: phrasesOf(list, 'today'),
  week: phrasesOf(list, 'week'),
  leaveAlone: list.leaveAlone.join('\n'),
})

const phrasesOf = ({ phrases }: UrgentWordList, severity: Severity): string =>
  phrases
    .filter((phrase) => phrase.severity === severity)
    .map((phrase) => phrase.words)
    .join('\n')

/** The list that the lines make: a phrase each, without empty lines. */
export const listOf = (lines: WritingState['lines']): UrgentWordList => ({
  phrases: severities.flatMap((severity) =>
    linesIn(lines[severity]).map((phrase) => ({ words: phrase, severity })),
  ),
  leaveAlone: linesIn(lines.leaveAlone),
})

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const asSaved = ({ list }: WordListModel): WritingState => ({
  lines: linesOf(list),
  trying: '',
  hits: [],
  problems: [],
})

/** The Trust's own list, with how well it does. */
export const wordListView = (
  model: WordListModel,
  state: WritingState = asSaved(model),
  handlers: WritingHandlers = {},
) => html`<div class="wrap wide">
  ${backLink({ href: moderationPaths.concerns, text: concernWords.title })}
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  <h1 id=${pageTitleId}>${words.title}</h1>
  <p class="lede">${words.lede}</p>
  <p class="quiet">${model.savedAt === null ? words.first : words.savedBy(nameIn(model.people, model.savedBy ?? ''), momentWords(model.savedAt))}</p>
  ${measureView(model)}
  <div class="bench">
    <form method="dialog" novalidate @submit=${(event: Event) => {
      event.preventDefault()
      handlers.onSave?.()
    }}>
      ${listFields.map((field) => listField(field, state, handlers))}
      <div class="actions">${button({ type: 'submit', text: words.save })}</div>
    </form>
    <div class="stack">${tryView(state, handlers)}${details({
      summary: words.how,
      content: html`<p>${words.howStar}</p><p>${words.howDots}</p><p>${words.howPlain}</p>`,
    })}</div>
  </div>
</div>`

function measureView({ measure, phrases }: WordListModel) {
  return html`<section aria-labelledby="measure">
    <h2 id="measure">${words.measureTitle}</h2>
    <p><strong>${words.measured(daysMeasured)}.</strong> ${words.measure(measure)}</p>
    ${
      phrases.length === 0
        ? nothing
        : table({
            caption: words.falseAlarmsTitle,
            columns: [words.phrase, words.times, words.of],
            rows: phrases.map(({ phrase, falseAlarms, raised }) => [
              phrase,
              String(falseAlarms),
              String(raised),
            ]),
          })
    }
  </section>`
}

function listField(field: ListField, state: WritingState, handlers: WritingHandlers) {
  const id = fieldOfList(field)
  const error = state.problems.find(({ href }) => href === `#${id}`)?.text
  return textarea({
    id,
    name: field,
    title: words.fields[field],
    hint: field === 'leaveAlone' ? words.leaveHint : words.fieldHint,
    rows: 5,
    value: state.lines[field],
    ...(error ? { error } : {}),
    onInput: (lines) => handlers.onLines?.(field, lines),
  })
}

const tryView = (
  { trying, hits }: WritingState,
  handlers: WritingHandlers,
) => html`<section aria-labelledby="try">
  <h2 id="try">${words.tryTitle}</h2>
  ${textarea({
    id: 'trying',
    name: 'trying',
    title: words.tryLabel,
    hint: words.tryHint,
    rows: 4,
    value: trying,
    onInput: (typed) => handlers.onTry?.(typed),
  })}
  ${trying.trim() === '' ? nothing : html`<ul class="plain">${hits.length === 0 ? html`<li>${words.tryNothing}</li>` : hits.map((hit) => html`<li>${words.tryFound(trying.slice(hit.start, hit.end), severityWords[hit.severity])}</li>`)}</ul>`}
</section>`
