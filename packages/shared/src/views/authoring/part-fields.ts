import type { PartKind } from '../../domain/authoring/draft/draft.ts'
import { fieldsOfKind } from '../../domain/authoring/draft/question-fields.ts'
import { questionKindWords } from '../../words/draft.ts'
import { fieldHints, fieldLabels } from '../../words/part-fields.ts'

/** How a field of a part is written. */
export type Control =
  | 'line'
  | 'lines'
  | 'blocks'
  | 'number'
  | 'amount'
  | 'date'
  | 'moment'
  | 'kind'
  | 'must'
  | 'options'
  | 'condition'
  | 'readings'
  | 'purpose'
  | 'glossary'
  | 'decorative'

export interface FormField {
  readonly field: string
  readonly control: Control
  readonly label: string
  readonly hint?: string
  readonly optional?: true
  /** Lines of a long text; absent: as usual. */
  readonly rows?: number
}

type Row = readonly [field: string, control: Control, optional?: 'optional']

const rows: Readonly<Partial<Record<PartKind, readonly Row[]>>> = {
  about: [
    ['title', 'line'],
    ['summary', 'lines'],
    ['minutes', 'number'],
    ['slug', 'line'],
    ['trustName', 'line'],
    ['trustNote', 'line', 'optional'],
  ],
  dates: [
    ['opensAt', 'moment'],
    ['closesAt', 'moment'],
    ['graceDays', 'number'],
    ['graceText', 'lines'],
    ['promiseBy', 'date'],
    ['promiseText', 'lines'],
  ],
  contact: [
    ['name', 'line'],
    ['phone', 'line', 'optional'],
    ['hours', 'line', 'optional'],
    ['email', 'line', 'optional'],
    ['post', 'lines', 'optional'],
    ['crisisPhone', 'line', 'optional'],
    ['crisisWhen', 'line', 'optional'],
  ],
  glossary: [['words', 'glossary', 'optional']],
  document: [
    ['title', 'line'],
    ['minutes', 'number'],
    ['blocks', 'blocks'],
  ],
  section: [
    ['title', 'line'],
    ['introduction', 'blocks', 'optional'],
    ['read', 'readings', 'optional'],
    ['purpose', 'purpose'],
  ],
  media: [
    ['alt', 'lines'],
    ['decorative', 'decorative'],
  ],
  question: [
    ['title', 'lines'],
    ['kind', 'kind'],
    ['hint', 'line', 'optional'],
    ['statement', 'lines'],
    ['statements', 'options'],
    ['options', 'options'],
    ['scale', 'options'],
    ['from', 'amount'],
    ['fromLabel', 'line'],
    ['to', 'amount'],
    ['toLabel', 'line'],
    ['least', 'amount', 'optional'],
    ['most', 'amount', 'optional'],
    ['decimals', 'number', 'optional'],
    ['unit', 'line', 'optional'],
    ['earliest', 'date', 'optional'],
    ['latest', 'date', 'optional'],
    ['maxCharacters', 'number', 'optional'],
    ['showIf', 'condition'],
    ['mandatory', 'must'],
    ['why', 'lines', 'optional'],
    ['about', 'line'],
  ],
}

/** The fields of a part, in the order in which they are written. Of a question: those of its kind. */
export function formFieldsOf(kind: PartKind, questionKind: string): readonly FormField[] {
  const relevant = kind === 'question' ? fieldsOfKind(questionKind) : undefined
  return (rows[kind] ?? [])
    .filter(([field]) => relevant?.includes(field) ?? true)
    .map(([field, control, optional]) => {
      const hint = fieldHints[`${kind} ${field}`]
      return {
        field,
        control,
        label: fieldLabels[`${kind} ${field}`] ?? field,
        ...(hint === undefined ? {} : { hint }),
        ...(optional ? { optional: true as const } : {}),
      }
    })
}

export const kindChoices: readonly { readonly value: string; readonly text: string }[] =
  Object.entries(questionKindWords).map(([value, text]) => ({ value, text }))
