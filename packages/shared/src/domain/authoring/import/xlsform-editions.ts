import type { Edition, EditionOption, EditionQuestion } from '../../consultation/edition.ts'
import type { Question } from '../../question/question.ts'
import type { Making } from './xlsform-making.ts'
import { readType } from './xlsform-question.ts'
import type { FormRow } from './xlsform-sheets.ts'

/** An edition for every other language that has words of its own. A column without words makes none. */
export function editionsOf(making: Making, rows: readonly FormRow[]): readonly Edition[] {
  const languages = new Set(
    rows.flatMap(({ words }) =>
      Object.entries(words['label'] ?? {}).flatMap(([language, text]) =>
        text === '' ? [] : [language],
      ),
    ),
  )
  languages.delete(making.language)
  languages.delete('')
  return [...languages].sort().map((language) => ({
    id: language,
    sections: making.sections.map((section) => ({
      id: section.id,
      ...titled(section.row, language),
      questions: section.questions.flatMap((question) =>
        editionQuestion(making, question, language),
      ),
    })),
  }))
}

const titled = (row: FormRow | undefined, language: string): { readonly title?: string } => {
  const title = row?.words['label']?.[language]
  return title === undefined ? {} : { title }
}

function editionQuestion(
  making: Making,
  question: Question,
  language: string,
): readonly EditionQuestion[] {
  const row = making.rows.get(question.id)
  const title = row?.words['label']?.[language]
  if (row === undefined || title === undefined) return []
  const hint = row.words['hint']?.[language]
  const { list } = readType(row.cells['type'] ?? '')
  const options =
    'options' in question ? optionWords(making, question.options, { list, language }) : []
  return [
    {
      id: question.id,
      title,
      ...(hint === undefined ? {} : { hint }),
      ...(options.length > 0 ? { options } : {}),
    },
  ]
}

function optionWords(
  making: Making,
  options: readonly { readonly code: string }[],
  { list, language }: { readonly list: string; readonly language: string },
): readonly EditionOption[] {
  const choices = making.lists.get(list) ?? []
  return options.flatMap(({ code }, at) => {
    const label = choices[at]?.words['label']?.[language]
    return label === undefined ? [] : [{ code, label }]
  })
}
