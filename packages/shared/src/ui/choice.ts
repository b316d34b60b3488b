import { html, nothing } from 'lit'
import { checked } from './checked.ts'
import { type Content, type Described, fieldIds, invalid } from './field.ts'

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
  /** Ids of the error and hint of a larger group that this one is part of. */
  readonly around?: { readonly error?: string; readonly hint?: string }
  readonly onChange?: (value: string, checked: boolean) => void
}

/** The id of the choice at a place (from 0) in a group. */
export const choiceId = (groupId: string, index: number): string =>
  index === 0 ? groupId : `${groupId}_${index + 1}`

/**
 * A radio button or checkbox with its label. The error and the group's hint describe every choice, since a description
 * of the fieldset alone is not read out by every screen reader.
 */
export function choice(group: ChoiceGroup, item: ChoiceItem, index: number) {
  const id = index === 0 && group.firstId ? group.firstId : choiceId(group.id, index)
  const itemHint = item.hint ? `${choiceId(group.id, index)}_item` : undefined
  const isChecked = item.checked === true
  const changed = (event: Event) =>
    group.onChange?.(item.value, (event.currentTarget as HTMLInputElement).checked)
  return html`<div class="choice">
      <input type=${group.type} id=${id} name=${group.name} value=${item.value} ?checked=${isChecked} ${checked(isChecked)}
        aria-describedby=${describing(group, itemHint)} aria-invalid=${invalid(group.error ?? group.around?.error)} @change=${changed} />
      <label for=${id}>${item.text}</label>
      ${itemHint ? html`<p class="hint" id=${itemHint}>${item.hint}</p>` : nothing}
    </div>
    ${item.conditional ? html`<div class="reveal" ?hidden=${!isChecked}>${item.conditional}</div>` : nothing}`
}

/** Errors first, then hints, each from the larger group to the smaller. */
function describing(
  { id, error, hint, around }: ChoiceGroup,
  itemHint: string | undefined,
): string | typeof nothing {
  const ids = fieldIds(id)
  return (
    [around?.error, error && ids.error, around?.hint, hint && ids.hint, itemHint]
      .filter(Boolean)
      .join(' ') || nothing
  )
}
