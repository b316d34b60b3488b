import { fieldsOf, itemsOf, textOf, type Fields } from '../../core/loose-fields.ts'
import { nameOf } from '../import/names.ts'
import type { Option } from '../../question/question.ts'
import { translationsOf, valueOf, wordsOf } from './fhir-item.ts'

/** The choices of an item, the codes by what the file calls them, and their labels in other languages. */
export interface FhirChoices {
  readonly options: readonly Option[]
  readonly codes: ReadonlyMap<string, string>
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type FoundChoices =
  | { readonly kind: 'found'; readonly choices: FhirChoices }
  /** The list is somewhere else; it is never fetched. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'none' }

interface Choice {
  readonly value: string
  readonly label: string
  readonly exclusive?: boolean
  readonly say?: string
  readonly translations: Readonly<Record<string, string>>
}

/** Value sets that every reader of FHIR knows. */
const known: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'http://hl7.org/fhir/ValueSet/yesnodontknow': [
    ['Y', 'Yes'],
    ['N', 'No'],
    ['asked-unknown', 'I do not know'],
  ],
}

/** The choices of an item: its own, or those of a value set in the file. */
export function choicesOf(item: Fields, contained: readonly Fields[]): FoundChoices {
  const own = itemsOf(item['answerOption'])
  if (own.length > 0) return found(own.map(choiceOfOption))
  const set = textOf(item['answerValueSet'])
  if (set === undefined) return { kind: 'none' }
  const wellKnown = known[set.split('|')[0] ?? '']
  if (wellKnown)
    return found(wellKnown.map(([value, label]) => ({ value, label, translations: {} })))
  const inFile = contained.find(({ id }) => `#${String(id)}` === set)
  const concepts = inFile === undefined ? [] : conceptsOf(inFile)
  return concepts.length > 0
    ? found(concepts.map(choiceOfConcept))
    : { kind: 'elsewhere', address: set.slice(0, 200) }
}

const conceptsOf = (set: Fields): readonly Fields[] => {
  const expanded = itemsOf(fieldsOf(set['expansion'])['contains'])
  return expanded.length > 0
    ? expanded
    : itemsOf(fieldsOf(set['compose'])['include']).flatMap(({ concept }) => itemsOf(concept))
}

function choiceOfOption(option: Fields): Choice {
  const coding = fieldsOf(option['valueCoding'])
  const plain = option['valueString'] ?? option['valueInteger'] ?? option['valueDate']
  const isCoded = option['valueCoding'] !== undefined
  const value = isCoded ? (textOf(coding['code']) ?? '') : plainText(plain)
  const say = wordsOf(valueOf(option, 'say'))
  return {
    value,
    label: isCoded ? wordsOf(coding['display']) || value : wordsOf(value),
    translations: translationsOf(coding, 'display'),
    ...(valueOf(option, 'exclusive') === true ? { exclusive: true } : {}),
    ...(say === '' ? {} : { say }),
  }
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const choiceOfConcept = (concept: Fields): Choice => ({
  value: textOf(concept['code']) ?? '',
  label: wordsOf(concept['display']) || (textOf(concept['code']) ?? ''),
  translations: translationsOf(concept, 'display'),
})

function found(choices: readonly Choice[]): FoundChoices {
  const taken = new Set<string>()
  const codes = new Map<string, string>()
  const labels: Record<string, Record<string, string>> = {}
  const options = choices
    .filter(({ label }) => label !== '')
    .map(({ value, label, exclusive, say, translations }, index): Option => {
      const code = nameOf(value === '' ? label : value, taken, `option-${index + 1}`)
      for (const name of [value, label]) if (!codes.has(name)) codes.set(name, code)
      for (const [lang, words] of Object.entries(translations))
        labels[lang] = { ...labels[lang], [code]: words }
      return {
        code,
        label,
        ...(exclusive ? { exclusive: true as const } : {}),
        ...(say === undefined ? {} : { say: { label: say } }),
      }
    })
  return { kind: 'found', choices: { options, codes, labels } }
}
