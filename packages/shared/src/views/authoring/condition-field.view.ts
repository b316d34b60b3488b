import { html, nothing } from 'lit'
import { fieldOf, type Value } from '../../domain/authoring/draft/draft.ts'
import type { Condition } from '../../domain/question/question.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { radios } from '../../ui/radios.ts'
import { authoringWords } from '../../words/authoring.ts'
import { conditionSentence } from '../../words/condition.ts'
import type { FormField } from './part-fields.ts'
import { fieldId, type PartFormModel } from './part-form-model.ts'

/** Who is asked: everybody, or those who gave certain answers to an earlier question. It is said as a sentence too. */
export function conditionField(
  { field, model }: { readonly field: FormField; readonly model: PartFormModel },
  onValue: (value: Value) => void,
) {
  const { earlier, problems } = model
  const condition = conditionIn(model)
  const id = fieldId(field.field)
  const chosen = earlier.find((one) => one.id === condition?.question)
  const error = problems[field.field]
  if (earlier.length === 0 && !condition)
    return html`<div class="field" id=${id}><p class="label">${authoringWords.whoIsAsked}</p><p>${authoringWords.everybody}. <span class="quiet">${authoringWords.noEarlier}</span></p></div>`
  return html`<div class="condition">
    ${radios({
      id,
      name: id,
      title: authoringWords.whoIsAsked,
      ...(error ? { error } : {}),
      items: [
        { value: '', text: authoringWords.everybody, checked: !condition },
        ...earlier.map((one) => ({
          value: one.id,
          text: `${authoringWords.onlyAfter}: ${one.number}. ${one.title || authoringWords.untitled}`,
          checked: condition?.question === one.id,
        })),
      ],
      onChange: (question) => onValue(question === '' ? undefined : { question, includes: [] }),
    })}
    ${
      chosen
        ? checkboxes({
            id: `${id}-codes`,
            name: `${id}-codes`,
            title: authoringWords.afterAnswers,
            items: chosen.choices.map(({ code, label }) => ({
              value: code,
              text: label || authoringWords.untitled,
              checked: condition?.includes.includes(code) === true,
            })),
            onChange: (code, checked) =>
              onValue({
                question: chosen.id,
                includes: chosen.choices
                  .map((one) => one.code)
                  .filter((one) =>
                    one === code ? checked : condition?.includes.includes(one) === true,
                  ),
              }),
          })
        : nothing
    }
    ${chosen && condition && condition.includes.length > 0 ? html`<p><strong>${conditionSentence(chosen, condition.includes)}</strong></p>` : nothing}
  </div>`
}

function conditionIn({ part }: PartFormModel): Condition | undefined {
  const value = fieldOf(part, 'showIf')
  return value === undefined || value === null ? undefined : (value as Condition)
}
