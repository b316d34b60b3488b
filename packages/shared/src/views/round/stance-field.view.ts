import { html } from 'lit'
import { isStance, stances } from '../../domain/round/stance.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { askStance, stanceLabels } from '../../words/stance.ts'
import { sayWords as words } from '../../words/say.ts'
import { errorOf, type Live } from './say-model.ts'

/** Where somebody stands, if they like to say so; what was chosen can be taken back. */
export const stanceField = (live: Live, position: string) => {
  const { stance, condition = '' } = live.model.form
  const conditionField = textInput({
    id: 'condition',
    name: 'condition',
    title: words.stance.condition,
    value: condition,
    error: errorOf(live, 'condition'),
    onInput: (typed) => live.handlers?.onChange({ condition: typed }),
  })
  return html`${radios({
    id: 'stance',
    name: 'stance',
    title: askStance(position),
    optional: true,
    items: [
      ...stances.map((value) => ({
        value,
        text: stanceLabels[value],
        checked: stance === value,
        ...(value === 'conditional' ? { conditional: conditionField } : {}),
      })),
      { value: 'none', text: words.stance.none, checked: false },
    ],
    onChange: (value) => live.handlers?.onChange({ stance: isStance(value) ? value : undefined }),
  })}`
}
