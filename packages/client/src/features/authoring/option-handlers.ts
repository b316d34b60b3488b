import type { Value } from '@takepart/shared/domain/authoring/draft/draft'
import { newIdFrom } from '@takepart/shared/domain/authoring/draft/ids'
import type { Option } from '@takepart/shared/domain/question/question'
import { optionId, type OptionHandlers } from '@takepart/shared/views/authoring/option-list.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { announce } from '../../app/announce.ts'

interface OptionLists {
  readonly listOf: (field: string) => Value
  readonly onValue: (field: string, value: Value) => void
  readonly random: (bytes: number) => Uint8Array
  /** Resolves once the list is drawn anew. */
  readonly updated: () => Promise<unknown>
}

/** Adds, removes, moves and rewords the choices of a question. A code is given once, and never again to another choice. */
export function optionHandlers({ listOf, onValue, random, updated }: OptionLists): OptionHandlers {
  const list = (field: string): readonly Option[] => {
    const value = listOf(field)
    return Array.isArray(value) ? (value as readonly Option[]) : []
  }
  const focus = async (id: string): Promise<void> => {
    await updated()
    document.getElementById(id)?.focus()
  }
  return {
    onAddOption: (field) => {
      const code = newIdFrom('', random(4))
      onValue(field, [...list(field), { code, label: '' }])
      void focus(optionId(field, code))
    },
    onRemoveOption: (field, code) => {
      const before = list(field)
      const at = before.findIndex((option) => option.code === code)
      const rest = before.filter((option) => option.code !== code)
      onValue(field, rest)
      const near = rest[Math.min(at, rest.length - 1)]
      announce(`${before[at]?.label ?? ''} ${authoringWords.removeChoice}`)
      void focus(near ? optionId(field, near.code) : `f-${field}`)
    },
    onMoveOption: (field, code, step) => {
      const options = [...list(field)]
      const at = options.findIndex((option) => option.code === code)
      const [moved] = options.splice(at, 1)
      if (!moved) return
      options.splice(at + step, 0, moved)
      onValue(field, options)
      announce(authoringWords.choice(at + step + 1))
    },
    onOption: (field, option) =>
      onValue(
        field,
        list(field).map((one) => (one.code === option.code ? option : one)),
      ),
  }
}
