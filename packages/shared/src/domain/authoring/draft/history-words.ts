import { sameContent } from '../../core/canonical-json.ts'
import { fieldsOf, itemsOf, textOf } from '../../core/loose-fields.ts'
import type { Value } from './draft.ts'
import type { Edit } from './edit.ts'

/**
 * What an edit did, as data that words are made of: the history on screen, the name of an undo, what changed before
 * somebody signs. The words themselves are in words/history.ts.
 */
export type Told =
  | { readonly kind: 'added' | 'moved' | 'removed' | 'brought-back' | 'settled' }
  | { readonly kind: 'mandatory'; readonly now: boolean }
  | { readonly kind: 'answered-by'; readonly now: string }
  | { readonly kind: 'option-added' | 'option-removed'; readonly label: string }
  | { readonly kind: 'option-reworded'; readonly was: string; readonly label: string }
  | { readonly kind: 'options-reordered' }
  | { readonly kind: 'asked-of'; readonly everybody: boolean }
  | { readonly kind: 'changed' | 'emptied' | 'written'; readonly field: string }

/** What one edit did. */
export function toldOf(edit: Edit): Told {
  switch (edit.do) {
    case 'add':
      return { kind: 'added' }
    case 'move':
      return { kind: 'moved' }
    case 'remove':
      return { kind: 'removed' }
    case 'bring-back':
      return { kind: 'brought-back' }
    case 'settle':
      return { kind: 'settled' }
    case 'set':
      return toldOfField(edit)
  }
}

function toldOfField({ field, was, now }: Extract<Edit, { do: 'set' }>): Told {
  if (field === 'mandatory') return { kind: 'mandatory', now: now === true }
  if (field === 'kind') return { kind: 'answered-by', now: textOf(now) ?? '' }
  if (field === 'showIf') return { kind: 'asked-of', everybody: isNothing(now) }
  if (field === 'options' || field === 'statements' || field === 'scale')
    return toldOfOptions(was, now) ?? { kind: 'changed', field }
  if (isNothing(was)) return { kind: 'written', field }
  return { kind: isNothing(now) ? 'emptied' : 'changed', field }
}

const isNothing = (value: Value): boolean =>
  value === undefined || value === null || value === '' || sameContent(value, [])

/** The one thing that happened to a list of choices; undefined when it was more than one. */
function toldOfOptions(was: Value, now: Value): Told | undefined {
  const [before, after] = [byCode(was), byCode(now)]
  const added = [...after.keys()].filter((code) => !before.has(code))
  const removed = [...before.keys()].filter((code) => !after.has(code))
  const reworded = [...after].filter(
    ([code, label]) => before.has(code) && before.get(code) !== label,
  )
  if (added.length + removed.length + reworded.length > 1) return undefined
  const [one, gone, other] = [added[0], removed[0], reworded[0]]
  if (one !== undefined) return { kind: 'option-added', label: after.get(one) ?? '' }
  if (gone !== undefined) return { kind: 'option-removed', label: before.get(gone) ?? '' }
  if (other) return { kind: 'option-reworded', was: before.get(other[0]) ?? '', label: other[1] }
  return sameContent([...before.keys()], [...after.keys()])
    ? undefined
    : { kind: 'options-reordered' }
}

const byCode = (list: Value): ReadonlyMap<string, string> =>
  new Map(
    itemsOf(list).map((option) => [
      textOf(option['code']) ?? '',
      textOf(fieldsOf(option)['label']) ?? '',
    ]),
  )
