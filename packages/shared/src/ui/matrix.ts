import { html } from 'lit'
import { choice } from './choice.ts'
import { type Content, type Described, fieldIds, type FieldWords, partId } from './field.ts'
import { fieldset } from './fieldset.ts'

export interface MatrixRow {
  readonly value: string
  readonly text: string
  readonly hint?: Content
  readonly error?: string
  /** The value of the point chosen. */
  readonly chosen?: string
}

export interface MatrixOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly rows: readonly MatrixRow[]
  readonly scale: readonly { readonly value: string; readonly text: string }[]
  readonly onChange?: (row: string, value: string) => void
}

/**
 * Statements, each answered on the same scale. Every statement is a group of radio buttons of its own, not a row of a
 * table: it is read out with its statement, and it folds to one column on a narrow screen.
 */
export const matrix = (options: MatrixOptions) =>
  fieldset({
    ...options,
    content: html`<div class="matrix">${options.rows.map((row, index) => matrixRow(options, row, index))}</div>`,
  })

function matrixRow(options: MatrixOptions, row: MatrixRow, index: number) {
  const id = index === 0 ? options.id : partId(options.id, row.value)
  // The first row may not take the ids of the whole group's hint and error, so its own carry the row's name.
  const words = {
    id: partId(options.id, row.value),
    hint: row.hint,
    error: row.error,
    own: options.own,
  }
  const ids = fieldIds(options.id)
  const around = { error: options.error && ids.error, hint: options.hint ? ids.hint : undefined }
  const group = { type: 'radio', name: partId(options.name, row.value), around, ...words } as const
  return fieldset({
    ...words,
    title: row.text,
    content: html`<div class="points">${options.scale.map((point, place) =>
      choice(
        { ...group, firstId: id, onChange: (value) => options.onChange?.(row.value, value) },
        { ...point, checked: row.chosen === point.value },
        place,
      ),
    )}</div>`,
  })
}
