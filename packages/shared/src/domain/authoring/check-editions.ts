import { agreementScale, yesNoOptions } from '../question/agreement-scale.ts'
import type { Consultation, Section } from '../consultation/consultation.ts'
import {
  formats,
  isFormat,
  type Edition,
  type EditionOption,
  type EditionQuestion,
} from '../consultation/edition.ts'
import { hasFixedAnswers, optionLists, optionsIn } from '../consultation/edition-words.ts'
import { error, repeated, when, type Finding } from './finding.ts'
import { isEnglish, ownNameOf } from '../core/language.ts'
import type { Path } from '../core/loose-fields.ts'
import type { Option, Question } from '../question/question.ts'

/**
 * Whether the editions of a consultation fit it. An id or code that the standard has not got would show to nobody, so it
 * stops publishing. A part that an edition in another language has must be there whole: in the middle of a question nobody
 * can be told which language comes next. What an edition leaves out altogether is advice, in check-editions-missing.ts.
 */
export const checkEditions = (consultation: Consultation): readonly Finding[] => {
  const editions = (consultation.editions ?? []).map((edition, index) => ({
    edition,
    path: ['editions', index],
  }))
  return [
    ...repeated(placed(consultation.editions, ['editions']), 'id', 'edition'),
    ...editions.flatMap(({ edition, path }) => checkEdition(consultation, edition, path)),
  ]
}

/** Things with ids, as `repeated` takes them. */
const placed = (things: readonly object[] = [], path: Path) =>
  things.map((fields, index) => ({
    fields: fields as Readonly<Record<string, unknown>>,
    path: [...path, index],
  }))

function checkEdition(
  consultation: Consultation,
  edition: Edition,
  path: Path,
): readonly Finding[] {
  const { id, documents = [], sections = [] } = edition
  const language = !isFormat(id)
  return [
    ...checkName(id, [...path, 'id']),
    ...allIf(language, missing(edition, ['title', 'summary'], path)),
    ...repeated(placed(documents, [...path, 'documents']), 'id', 'document'),
    ...repeated(placed(sections, [...path, 'sections']), 'id', 'section'),
    ...documents.flatMap((own, index) => {
      const at = [...path, 'documents', index]
      return [
        ...unknown(own.id, consultation.documents, at, 'document'),
        ...allIf(language, missing(own, ['title', 'blocks'], at)),
      ]
    }),
    ...sections.flatMap((own, index) => {
      const at = [...path, 'sections', index]
      const section = consultation.sections.find((one) => one.id === own.id)
      return [
        ...unknown(own.id, consultation.sections, at, 'section'),
        ...allIf(language, missing(own, ['title'], at)),
        ...repeated(placed(own.questions, [...at, 'questions']), 'id', 'question'),
        ...(own.questions ?? []).flatMap((question, number) =>
          section
            ? checkQuestion({ own: question, section, edition }, consultation, [
                ...at,
                'questions',
                number,
              ])
            : [],
        ),
      ]
    }),
  ]
}

const allIf = (is: boolean, findings: readonly Finding[]): readonly Finding[] =>
  is ? findings : []

const taken: Readonly<Record<string, string>> = {
  standard: 'The words of the file itself are the standard edition. Call this one something else',
  'large-print': 'Large print is made from each edition. Leave this one out',
  bfi: 'Call this edition “bsl”',
}

const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/

function checkName(id: string, path: Path): readonly Finding[] {
  if (isFormat(id)) return []
  if (Object.hasOwn(taken, id)) return [error(path, taken[id] ?? '')]
  if (isEnglish(id))
    return [
      error(
        path,
        'The words of the file itself are in English. An edition in another kind of English is not possible',
      ),
    ]
  const known = tag.test(id) && ownNameOf(id) !== id
  return when(
    !known,
    error(
      path,
      `Write ${Object.keys(formats)
        .map((format) => `“${format}”`)
        .join(', ')}, or a language tag in small letters, like “ar” or “cy”`,
    ),
  )
}

const unknown = (
  id: string,
  all: readonly { readonly id: string }[],
  path: Path,
  thing: string,
): readonly Finding[] =>
  when(
    !all.some((one) => one.id === id),
    error([...path, 'id'], `There is no ${thing} “${id}” in the standard edition`),
  )

const missing = (own: object, names: readonly string[], path: Path): readonly Finding[] =>
  names
    .filter((name) => !Object.hasOwn(own, name))
    .map((name) =>
      error(
        path,
        `There is no “${name}” here. In another language a part is there whole, or it is left out`,
      ),
    )

interface Asked {
  readonly own: EditionQuestion
  /** Of the standard. */
  readonly section: Section
  readonly edition: Edition
}

function checkQuestion(
  { own, section, edition }: Asked,
  consultation: Consultation,
  path: Path,
): readonly Finding[] {
  const question = section.questions.find(({ id }) => id === own.id)
  if (!question) {
    const elsewhere = consultation.sections.find(({ questions }) =>
      questions.some(({ id }) => id === own.id),
    )
    return [
      error(
        [...path, 'id'],
        elsewhere
          ? `“${own.id}” is in the section “${elsewhere.id}”. Move it there`
          : `There is no question “${own.id}” in the standard edition`,
      ),
    ]
  }
  const language = !isFormat(edition.id)
  return [
    ...fieldsOfItsOwn
      .filter((name) => own[name] !== undefined && !Object.hasOwn(question, name))
      .map((name) =>
        error([...path, name], `A question of the kind “${question.kind}” has no “${name}”`),
      ),
    ...allIf(language, missing(own, wordsOf(question), path)),
    ...allIf(language && hasFixedAnswers(question), missingLabels(question, edition, path)),
    ...optionLists.flatMap((name) =>
      checkOptions(
        {
          own: own[name] ?? [],
          standard: optionsIn(question, name) ?? [],
          language: language && own[name] !== undefined,
        },
        [...path, name],
      ),
    ),
  ]
}

/** Fields that only questions of some kinds have. */
const fieldsOfItsOwn = ['statement', 'fromLabel', 'toLabel', 'unit', ...optionLists] as const

const words = ['title', 'hint', 'why', ...fieldsOfItsOwn] as const

/** The fields with words that a question has. */
const wordsOf = (question: Question): readonly string[] =>
  words.filter((name) => Object.hasOwn(question, name))

function missingLabels(
  { kind }: Question,
  { fixedLabels = {} }: Edition,
  path: Path,
): readonly Finding[] {
  const codes = (kind === 'yes-no' ? yesNoOptions : agreementScale)
    .map(({ code }) => code)
    .filter((code) => !Object.hasOwn(fixedLabels, code))
  return when(
    codes.length > 0,
    error(
      path,
      `This question is answered with words that “fixedLabels” of the edition has not got: ${quoted(codes)}`,
    ),
  )
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

interface Options {
  readonly own: readonly EditionOption[]
  readonly standard: readonly Option[]
  readonly language: boolean
}

function checkOptions({ own, standard, language }: Options, path: Path): readonly Finding[] {
  const left = standard
    .filter(({ code }) => !own.some((option) => option.code === code))
    .map(({ code }) => code)
  return [
    ...repeated(placed(own, path), 'code', 'option'),
    ...own.flatMap((option, index) =>
      checkOption(
        option,
        standard.find(({ code }) => code === option.code),
        { language, path: [...path, index] },
      ),
    ),
    ...sameLabels(own, standard, path),
    ...when(
      language && left.length > 0,
      error(
        path,
        `Not in this edition: ${quoted(left)}. In another language a question is there whole, or it is left out`,
      ),
    ),
  ]
}

function checkOption(
  own: EditionOption,
  standard: Option | undefined,
  { language, path }: { readonly language: boolean; readonly path: Path },
): readonly Finding[] {
  if (!standard)
    return [error([...path, 'code'], `There is no option “${own.code}” in the standard edition`)]
  return [
    ...when(
      own.say !== undefined && !standard.say,
      error([...path, 'say'], 'The option has no field for words in the standard edition'),
    ),
    ...allIf(
      language,
      missing(
        own,
        ['hint', 'say'].filter((name) => Object.hasOwn(standard, name)),
        path,
      ),
    ),
  ]
}

/** Labels that are read out alike, once the edition is laid over the standard. */
function sameLabels(
  own: readonly EditionOption[],
  standard: readonly Option[],
  path: Path,
): readonly Finding[] {
  const sound = (label: string): string => label.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const heard = standard.map((option) =>
    sound(own.find(({ code }) => code === option.code)?.label ?? option.label),
  )
  return own.flatMap(({ label }, index) =>
    when(
      heard.filter((one) => one === sound(label)).length > 1,
      error(
        [...path, index, 'label'],
        `“${label.slice(0, 60)}” is used twice. Each option needs its own`,
      ),
    ),
  )
}
