import { fieldsOf, itemsOf, textOf, type Fields } from '../../core/loose-fields.ts'

/** What FHIR's own extensions are called, and ours. */
export const extensions = {
  control: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  hidden: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
  unit: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit',
  unitOption: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',
  exclusive: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
  minOccurs: 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs',
  maxOccurs: 'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs',
  minValue: 'http://hl7.org/fhir/StructureDefinition/minValue',
  maxValue: 'http://hl7.org/fhir/StructureDefinition/maxValue',
  decimals: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces',
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
  /** The kind of a question of ours, where FHIR has none for it. */
  kind: 'urn:takepart:question-kind',
  /** The short name of a question. */
  about: 'urn:takepart:question-about',
  /** The name of the field beside a choice. */
  say: 'urn:takepart:option-say',
} as const

export const controlSystem = 'http://hl7.org/fhir/questionnaire-item-control'

type ExtensionName = keyof typeof extensions

/** The extensions of one name that something has. */
export const extensionsOf = (thing: Fields, name: ExtensionName): readonly Fields[] =>
  itemsOf(thing['extension']).filter(({ url }) => url === extensions[name])

/** The value of an extension, whatever its type; undefined when there is none. */
export function valueOf(thing: Fields, name: ExtensionName): unknown {
  const [extension] = extensionsOf(thing, name)
  const found = Object.entries(extension ?? {}).find(([field]) => field.startsWith('value'))
  return found?.[1]
}

/** How an item wants to be shown: "table", "help", "slider". */
export const controlOf = (item: Fields): string | undefined =>
  extensionsOf(item, 'control')
    .flatMap((extension) => itemsOf(fieldsOf(extension['valueCodeableConcept'])['coding']))
    .map(({ code }) => textOf(code))
    .find((code) => code !== undefined)

/** Words on one line; markup in them is words. */
export const wordsOf = (value: unknown): string =>
  (textOf(value) ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** The items in an item. A single one that is no list is read as one. */
export const insideOf = (thing: Fields): readonly Fields[] =>
  Array.isArray(thing['item'])
    ? itemsOf(thing['item'])
    : thing['item'] === undefined
      ? []
      : [fieldsOf(thing['item'])]

/** Words in other languages, by language tag in small letters. `name` is the field beside which they stand. */
export function translationsOf(thing: Fields, name: string): Readonly<Record<string, string>> {
  const beside = fieldsOf(thing[`_${name}`])
  return Object.fromEntries(
    extensionsOf(beside, 'translation').flatMap((extension) => {
      const parts = itemsOf(extension['extension'])
      const value = (url: string, field: string): string | undefined =>
        parts.filter((part) => part['url'] === url).map((part) => textOf(part[field]))[0]
      const lang = value('lang', 'valueCode')
      const content = value('content', 'valueString') ?? value('content', 'valueMarkdown')
      return lang && content ? [[lang.toLowerCase(), wordsOf(content)]] : []
    }),
  )
}
