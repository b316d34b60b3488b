import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { fieldOf, textIn } from '../../domain/authoring/draft/draft.ts'
import type { Option } from '../../domain/question/question.ts'
import { hiddenText } from '../../ui/field.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { details } from '../../ui/details.ts'
import { textInput } from '../../ui/text-input.ts'
import { authoringWords } from '../../words/authoring.ts'
import type { FormField } from './part-fields.ts'
import { fieldId, type PartFormModel } from './part-form-model.ts'

export interface OptionHandlers {
  readonly onAddOption?: (field: string) => void
  readonly onRemoveOption?: (field: string, code: string) => void
  readonly onMoveOption?: (field: string, code: string, step: -1 | 1) => void
  readonly onOption?: (field: string, option: Option) => void
}

interface OptionList {
  readonly field: FormField
  readonly model: PartFormModel
}

/** The id of the text field of one choice. */
export const optionId = (field: string, code: string): string => `${fieldId(field)}-${code}`

export const optionsIn = (model: Pick<PartFormModel, 'part'>, field: string): readonly Option[] => {
  const value = fieldOf(model.part, field)
  return Array.isArray(value) ? (value as readonly Option[]) : []
}

/** A list of choices: each has its words, its place, and more for those who need it. The code stays when the words change. */
export function optionList({ field, model }: OptionList, handlers: OptionHandlers) {
  const options = optionsIn(model, field.field)
  const error = model.problems[field.field]
  const id = fieldId(field.field)
  return html`<fieldset class=${error ? 'field has-problem' : 'field'} id=${id} tabindex="-1" aria-describedby=${`${id}_hint`}>
    <legend class="label">${field.label}</legend>
    ${field.hint ? html`<p class="hint" id=${`${id}_hint`}>${field.hint}</p>` : nothing}
    ${error ? html`<p class="problem">${error}</p>` : nothing}
    <ol class="plain option-list">${repeat(
      options,
      ({ code }) => code,
      (option, index) => one({ field, model }, { option, index, of: options.length }, handlers),
    )}</ol>
    <p class="tools"><button class="tool" type="button" @click=${() => handlers.onAddOption?.(field.field)}>${authoringWords.addChoice}</button></p>
  </fieldset>`
}

interface Placed {
  readonly option: Option
  readonly index: number
  readonly of: number
}

function one(list: OptionList, { option, index, of }: Placed, handlers: OptionHandlers) {
  const { field } = list.field
  const name = option.label || authoringWords.choice(index + 1)
  const step = (by: -1 | 1, text: string, can: boolean) =>
    html`<button class="tool" type="button" aria-disabled=${can ? nothing : 'true'} @click=${() => can && handlers.onMoveOption?.(field, option.code, by)}>${text}${hiddenText(`: ${name}`)}</button>`
  return html`<li class="option-row">
    ${textInput({
      id: optionId(field, option.code),
      name: optionId(field, option.code),
      title: authoringWords.choice(index + 1),
      value: option.label,
      onInput: (label) => handlers.onOption?.(field, { ...option, label }),
    })}
    <p class="tools">${step(-1, authoringWords.up, index > 0)}${step(1, authoringWords.down, index < of - 1)}
      <button class="tool" type="button" @click=${() => handlers.onRemoveOption?.(field, option.code)}>${authoringWords.removeChoice}${hiddenText(`: ${name}`)}</button></p>
    ${field === 'options' ? more(list, option, handlers) : nothing}
  </li>`
}

function more({ field, model }: OptionList, option: Option, handlers: OptionHandlers) {
  const put = (change: Partial<Option>) =>
    handlers.onOption?.(field.field, { ...option, ...change })
  const id = optionId(field.field, option.code)
  const kind = textIn(model.part, 'kind')
  return details({
    summary: html`${authoringWords.choiceMore}${hiddenText(`: ${option.label}`)}`,
    content: html`${textInput({
      id: `${id}_more`,
      name: `${id}_more`,
      title: authoringWords.choiceHint,
      optional: true,
      value: option.hint ?? '',
      onInput: (hint) => put({ hint }),
    })}
    ${kind === 'ranking' ? nothing : sayField(id, option, handlers, field.field)}
    ${
      kind === 'several-of'
        ? checkboxes({
            id: `${id}_apart`,
            name: `${id}_apart`,
            title: option.label || authoringWords.choices,
            items: [
              {
                value: 'exclusive',
                text: authoringWords.choiceExclusive,
                checked: option.exclusive === true,
              },
            ],
            onChange: (_value, checked) =>
              handlers.onOption?.(field.field, withExclusive(option, checked)),
          })
        : nothing
    }`,
  })
}

function withExclusive({ exclusive: _, ...option }: Option, exclusive: boolean): Option {
  return exclusive ? { ...option, exclusive: true } : option
}

/** An empty name means that nothing opens beside the choice. */
const sayField = (id: string, option: Option, handlers: OptionHandlers, field: string) =>
  textInput({
    id: `${id}_say`,
    name: `${id}_say`,
    title: authoringWords.choiceSay,
    optional: true,
    value: option.say?.label ?? '',
    onInput: (label) => {
      const { say, ...rest } = option
      handlers.onOption?.(field, label === '' ? rest : { ...rest, say: { ...say, label } })
    },
  })
