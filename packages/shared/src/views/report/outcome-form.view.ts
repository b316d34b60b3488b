import { html, nothing, type TemplateResult } from 'lit'
import type { FrozenResults } from '../../domain/report/frozen-results.ts'
import { doings, type Doing, type PointDraft } from '../../domain/report/outcome-draft.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { reportWords } from '../../words/report.ts'
import type { OutcomeDeskModel, OutcomeHandlers, OutcomeState } from './outcome-desk.view.ts'

/** The fields of an outcome that is being written. */
export const outcomeForm = (
  model: OutcomeDeskModel,
  { document, changed }: OutcomeState,
  handlers: OutcomeHandlers,
): TemplateResult => html`<form method="dialog" novalidate @submit=${(event: Event) => {
  event.preventDefault()
  handlers.onSave?.()
}}>
  ${textarea({ id: 'summary', name: 'summary', title: reportWords.summary, hint: reportWords.summaryHint, rows: 3, value: document.summary, onInput: (summary) => handlers.onWrite?.({ summary }) })}
  ${textarea({ id: 'we-asked', name: 'we-asked', title: reportWords.weAsked, hint: reportWords.weAskedHint, rows: 4, value: document.weAsked, onInput: (weAsked) => handlers.onWrite?.({ weAsked }) })}
  ${document.points.map((point, index) => pointFields(point, index + 1, { model, handlers, elsewhere: document.elsewhere }))}
  <div class="actions">${button({ kind: 'second', id: 'add-point', text: reportWords.addPoint, onClick: () => handlers.onAddPoint?.() })}</div>
  ${textarea({ id: 'next', name: 'next', title: reportWords.next, hint: reportWords.nextHint, rows: 3, value: document.next, onInput: (next) => handlers.onWrite?.({ next }) })}
  ${model.mayWrite ? html`<div class="actions">${button({ type: 'submit', text: reportWords.save })}</div>` : nothing}
  <p id="saving" class="quiet">${changed ? reportWords.notSaved : model.saved ? reportWords.savedAt(model.saved.moment, model.saved.by) : ''}</p>
</form>`

interface Around {
  readonly model: OutcomeDeskModel
  readonly handlers: OutcomeHandlers
  readonly elsewhere: readonly string[]
}

const toggled = (list: readonly string[], one: string, isIn: boolean): readonly string[] =>
  isIn ? [...list, one] : list.filter((other) => other !== one)

function pointFields(point: PointDraft, number: number, around: Around): TemplateResult {
  const { model, handlers } = around
  const { id } = point
  const write = (changes: Partial<PointDraft>): void => handlers.onPoint?.(id, changes)
  return html`<section class="part" aria-labelledby=${`point-${id}`}>
    <h2 id=${`point-${id}`} tabindex="-1">${reportWords.point(number)}</h2>
    ${textInput({ id: `title-${id}`, name: 'title', title: reportWords.pointTitle, value: point.title, onInput: (title) => write({ title }) })}
    ${textarea({ id: `said-${id}`, name: 'said', title: reportWords.youSaid, hint: reportWords.youSaidHint, rows: 5, value: point.youSaid, onInput: (youSaid) => write({ youSaid }) })}
    ${numbersElsewhere(point, around)}
    ${tableChoices(point, model.frozen, write)}
    ${
      model.themes.length > 0
        ? checkboxes({
            id: `themes-${id}`,
            name: 'themes',
            title: reportWords.themes,
            hint: reportWords.themesHint,
            items: model.themes.map((theme) => ({
              value: theme.id,
              text: theme.name,
              checked: point.themes.includes(theme.id),
            })),
            onChange: (theme, isIn) => write({ themes: toggled(point.themes, theme, isIn) }),
          })
        : nothing
    }
    ${radios({
      id: `did-${id}`,
      name: `did-${id}`,
      title: reportWords.did,
      layout: 'row',
      items: doings.map((did) => ({
        value: did,
        text: reportWords.doings[did],
        checked: point.did === did,
      })),
      onChange: (did) => write({ did: did as Doing }),
    })}
    ${textarea({ id: `we-did-${id}`, name: 'we-did', title: reportWords.weDid, rows: 5, value: point.weDid, onInput: (weDid) => write({ weDid }) })}
    <div class="actions">${button({ kind: 'quiet', text: reportWords.removePoint, hidden: `: ${point.title}`, onClick: () => handlers.onRemovePoint?.(id) })}</div>
  </section>`
}

const tableChoices = (
  point: PointDraft,
  frozen: FrozenResults | null,
  write: (changes: Partial<PointDraft>) => void,
) =>
  frozen && frozen.tables.length > 0
    ? checkboxes({
        id: `tables-${point.id}`,
        name: 'tables',
        title: reportWords.tables,
        items: frozen.tables.map(({ key, title }) => ({
          value: key,
          text: title,
          checked: point.tables.includes(key),
        })),
        onChange: (key, isIn) => write({ tables: toggled(point.tables, key, isIn) }),
      })
    : nothing

/** Numbers that the server did not find in the frozen results when it last looked, each with a box to say that it is no result. */
function numbersElsewhere({ id }: PointDraft, { model, handlers, elsewhere }: Around) {
  const asked = model.problems.flatMap((problem) =>
    problem.code === 'number-not-frozen' && problem.at.startsWith(`points.${id}.`)
      ? [problem.number]
      : [],
  )
  return asked.length === 0
    ? nothing
    : checkboxes({
        id: `numbers-${id}`,
        name: 'numbers',
        title: 'Numbers that are not in the frozen results',
        items: asked.map((number) => ({
          value: number,
          text: reportWords.elsewhere(number),
          checked: elsewhere.includes(number),
        })),
        onChange: (number, isIn) =>
          handlers.onWrite?.({ elsewhere: toggled(elsewhere, number, isIn) }),
      })
}
