import { textOf, type Fields } from '../../core/loose-fields.ts'
import type { Edition, EditionOption, EditionQuestion } from '../../consultation/edition.ts'
import { choicesOf } from './fhir-choices.ts'
import type { FhirMaking, MadeItem } from './import-fhir.ts'
import { insideOf, translationsOf, wordsOf } from './fhir-item.ts'
import { itemsOf } from '../../core/loose-fields.ts'

interface Languages {
  readonly editions: readonly Edition[]
  /** Titles of questionnaires that ask something else. */
  readonly unlike: readonly string[]
}

/** An edition for each other language: from translations beside the words, or from a questionnaire of its own with the same link ids. */
export function editionsOf(making: FhirMaking, main: Fields, others: readonly Fields[]): Languages {
  const like = others.filter((other) => asksTheSame(making, other))
  const unlike = others.filter((other) => !like.includes(other))
  const inWords = languagesIn(making).map((lang) => editionFrom(making, lang))
  const taken = new Set(inWords.map(({ id }) => id))
  const own = like.flatMap((other) => {
    const lang = (textOf(other['language']) ?? '').toLowerCase()
    const isNew =
      lang !== '' && !taken.has(lang) && lang !== textOf(main['language'])?.toLowerCase()
    taken.add(lang)
    return isNew ? [editionOf(making, other, lang)] : []
  })
  return {
    editions: [...inWords, ...own],
    unlike: unlike.map((one) => wordsOf(one['title']) || 'Another questionnaire'),
  }
}

function itemsBelow(thing: Fields, depth = 0): readonly Fields[] {
  return depth > 20 ? [] : insideOf(thing).flatMap((item) => [item, ...itemsBelow(item, depth + 1)])
}

const asksTheSame = ({ made }: FhirMaking, other: Fields): boolean => {
  const names = itemsBelow(other).map(({ linkId }) => textOf(linkId) ?? '')
  return names.some((name) => made.has(name))
}

const languagesIn = ({ made }: FhirMaking): readonly string[] => [
  ...new Set([...made.values()].flatMap(({ item }) => Object.keys(translationsOf(item, 'text')))),
]

/** Of the translations that stand beside the words. */
const editionFrom = (making: FhirMaking, lang: string): Edition =>
  edition(making, lang, {
    title: (item) => translationsOf(item, 'text')[lang],
    options: ({ labels }) =>
      Object.entries(labels[lang] ?? {}).map(([code, label]) => ({ code, label })),
  })

/** Of a questionnaire in another language. */
function editionOf(making: FhirMaking, other: Fields, lang: string): Edition {
  const items = new Map(itemsBelow(other).map((item) => [textOf(item['linkId']) ?? '', item]))
  const contained = itemsOf(other['contained'])
  const itsOwn = (item: Fields): Fields | undefined => items.get(textOf(item['linkId']) ?? '')
  const title = wordsOf(other['title'])
  return {
    ...edition(making, lang, {
      title: (item) => wordsOf(itsOwn(item)?.['text']) || undefined,
      options: ({ item, codes }) => {
        const found = choicesOf(itsOwn(item) ?? {}, contained)
        if (found.kind !== 'found') return []
        const label = (ownCode: string) =>
          found.choices.options.find(({ code }) => code === ownCode)?.label
        const labels = new Map(
          [...found.choices.codes].map(([value, ownCode]) => [codes.get(value), label(ownCode)]),
        )
        return [...labels].flatMap(([code, words]) =>
          code && words ? [{ code, label: words }] : [],
        )
      },
    }),
    ...(title === '' ? {} : { title }),
  }
}

interface Words {
  readonly title: (item: Fields) => string | undefined
  readonly options: (made: MadeItem) => readonly EditionOption[]
}

function edition(making: FhirMaking, lang: string, words: Words): Edition {
  const byId = new Map([...making.made.values()].map((made) => [made.id, made]))
  const question = (id: string): readonly EditionQuestion[] => {
    const made = byId.get(id)
    const title = made && words.title(made.item)
    if (!made || title === undefined) return []
    const options = words.options(made)
    return [{ id, title, ...(options.length > 0 ? { options } : {}) }]
  }
  return {
    id: lang,
    sections: making.sections.map(({ id, questions }) => {
      const item = making.sectionItems.get(id)
      const title = item && words.title(item)
      return {
        id,
        ...(title === undefined ? {} : { title }),
        questions: questions.flatMap((one) => question(one.id)),
      }
    }),
  }
}
