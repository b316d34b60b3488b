import { html, nothing } from 'lit'
import {
  redact,
  redactedFields,
  removedKinds,
  type RedactedField,
  type RedactedPart,
} from '../../domain/moderation/redaction.ts'
import { button } from '../../ui/button.ts'
import { hiddenText } from '../../ui/field.ts'
import { select } from '../../ui/select.ts'
import { textInput } from '../../ui/text-input.ts'
import { removedLabels } from '../../words/moderation.ts'
import { moderationDeskWords as words } from '../../words/moderation-desk.ts'
import { withMarks } from '../round/contribution.view.ts'
import { paragraphsOf } from '../round/paragraphs.view.ts'
import type { Deciding } from './queued-contribution.view.ts'
import { wordsToChoose } from './words-to-choose.view.ts'

export const takeOutId = 'take-out-words'

/**
 * Choosing words to take out. What somebody wrote stands in a field that cannot be changed: there words are chosen with
 * the keys, the finger or the voice that a person chooses words with anywhere else.
 */
export const takeOutForm = (deciding: Deciding) => {
  const { one, state, handlers } = deciding
  const error = state.problems.find(({ href }) => href === `#${takeOutId}`)?.text
  const submit = (event: Event): void => {
    event.preventDefault()
    handlers.onTakeOutWords?.()
  }
  return html`<form method="dialog" class="panel take-out" aria-labelledby="take-out-title" novalidate @submit=${submit}>
    <h3 id="take-out-title">${words.takeOutTitle}</h3>
    <p class="quiet" id="take-out-how">${words.takeOutHow}</p>
    ${redactedFields.filter((field) => one.said[field] !== undefined).map((field) => fieldToChooseFrom(deciding, field))}
    ${textInput({
      id: takeOutId,
      name: 'words',
      title: words.takeOutWords,
      hint: words.takeOutWordsHint,
      value: state.takeOut.words,
      ...(error ? { error } : {}),
      onInput: (typed) => handlers.onTakeOutState?.({ words: typed, selected: undefined }),
    })}
    <div @change=${(event: Event) => handlers.onTakeOutState?.({ what: (event.target as HTMLSelectElement).value as RedactedPart['what'] })}>${select(
      {
        id: 'take-out-what',
        name: 'what',
        title: words.takeOutWhat,
        items: removedKinds.map((what) => ({
          value: what,
          text: removedLabels[what],
          selected: what === state.takeOut.what,
        })),
      },
    )}</div>
    <div class="actions">${button({ type: 'submit', kind: 'second', text: words.takeOutButton })}
      <button class="tool" type="button" @click=${() => handlers.onForm?.(undefined)}>${words.cancel}</button></div>
  </form>`
}

const fieldToChooseFrom = ({ one, handlers }: Deciding, field: RedactedField) => {
  const said = one.said[field] ?? ''
  return wordsToChoose({
    id: `choose-${field}`,
    label: words.takeOutField[field],
    said,
    rows: field === 'text' ? 5 : 1,
    describedBy: 'take-out-how',
    onChosen: (start, end) =>
      handlers.onTakeOutState?.({ words: said.slice(start, end), selected: { field, start, end } }),
  })
}

/** What is taken out so far, and the words as people would read them. */
export const takenOutView = ({ one, state, handlers }: Deciding) => {
  if (state.parts.length === 0) return nothing
  const result = redact(one.said, state.parts)
  return html`<div class="inset">
    <h4>${words.asRead}</h4>
    ${result.ok ? html`<p><strong dir="auto">${result.value.fields.name}</strong>${result.value.fields.self === undefined ? nothing : html` “${result.value.fields.self}”`}</p>${asRead(result.value)}` : nothing}
    <p class="tools">${state.parts.map((part) => {
      const taken = (one.said[part.field] ?? '').slice(part.start, part.end)
      return html`<button class="tool" type="button" @click=${() => handlers.onPutBack?.(part)}>${words.putBack(taken)}${hiddenText(`(${words.takeOutField[part.field]})`)}</button>`
    })}</p>
    <p class="quiet">${words.asReadMore}</p>
  </div>`
}

function asRead({ fields, removed }: Extract<ReturnType<typeof redact>, { ok: true }>['value']) {
  const marks = removed
    .filter(({ field }) => field === 'text')
    .map(({ start, end, what }) => ({ start, end, reason: removedLabels[what].toLowerCase() }))
  return paragraphsOf(fields.text, (paragraph, start) => withMarks(paragraph, start, marks))
}
