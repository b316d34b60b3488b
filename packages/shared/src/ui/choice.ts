import { html, nothing } from 'lit'
import { checked } from './checked.ts'
import { type Content, describedBy, type Described, invalid } from './field.ts'

/** One radio button or checkbox. */
export interface ChoiceItem {
  readonly value: string
  readonly text: Content
  readonly hint?: Content
  readonly checked?: boolean
  /** Shown while this one is checked ("Other, say what"). It is always in the page, hidden, so that nothing typed in it is lost. */
  readonly conditional?: unknown
}

/** What a choice needs to know of the group it is in. */
export interface ChoiceGroup extends Described {
  readonly type: 'radio' | 'checkbox'
  /** The id of the group; the others have it with their number. */
  readonly id: string
  /** The id of the first choice; absent: the group's own. */
  readonly firstId?: string
  readonly name: string
  readonly onChange?: (value: string, checked: boolean) => void
}

/** The id of the choice at a place (from 0) in a group. */
export const choiceId = (groupId: string, index: number): string => (index === 0 ? groupId : `${groupId}_${index + 1}`)

/**
 * A radio button or checkbox with its label. The error and the group's hint describe every choice, since a description
 * of the fieldset alone is not read out by every screen reader.
 */
export function choice(group: ChoiceGroup, item: ChoiceItem, index: number) {
  const id = index === 0 && group.firstId ? group.firstId : choiceId(group.id, index)
  const itemHint = `${choiceId(group.id, index)}_item`
  const isChecked = item.checked === true
  const changed = (event: Event) => group.onChange?.(item.value, (event.currentTarget as HTMLInputElement).checked)
  return html`<div class="choice">
      <input
        type=${group.type}
        id=${id}
        name=${group.name}
        value=${item.value}
        ?checked=${isChecked}
        ${checked(isChecked)}
        aria-describedby=${describedBy(group.id, group, [item.hint ? itemHint : undefined])}
        aria-invalid=${invalid(group.error)}
        @change=${changed}
      />
      <label for=${id}>${item.text}</label>
      ${item.hint ? html`<p class="hint" id=${itemHint}>${item.hint}</p>` : nothing}
    </div>
    ${item.conditional ? html`<div class="reveal" ?hidden=${!isChecked}>${item.conditional}</div>` : nothing}`
}
