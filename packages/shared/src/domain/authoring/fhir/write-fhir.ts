import type { Consultation, Section } from '../../consultation/consultation.ts'
import { isFormat, langOf, type Edition } from '../../consultation/edition.ts'
import { consultationIn } from '../../consultation/edition-words.ts'
import { agreementOptionsOf, yesNoOptionsOf } from '../../question/agreement-scale.ts'
import type { Option, Question, QuestionOf } from '../../question/question.ts'
import { controlSystem, extensions } from './fhir-item.ts'

type Json = Readonly<Record<string, unknown>>

/** What a FHIR Questionnaire cannot say, so that whoever takes one out knows; each with what it is about. */
export type Unsaid =
  | {
      readonly kind: 'reading' | 'media' | 'glossary' | 'contact' | 'grace-and-promise' | 'outcome'
    }
  | { readonly kind: 'order' | 'several-fields'; readonly question: string }
  | { readonly kind: 'edition'; readonly edition: string }

/** A consultation as HL7 FHIR R4: one Questionnaire, or a Bundle with one for each language. */
export interface WrittenFhir {
  readonly document: Json
  readonly unsaid: readonly Unsaid[]
}

/**
 * Writes the questions of a consultation as FHIR R4. Sections are groups, codes are codings, conditions are enableWhen; hints,
 * reasons and statements are display items under their question. Brought in again it gives the same questions.
 *
 * @param version absent: it is a draft
 */
export function writeFhir(consultation: Consultation, version?: number): WrittenFhir {
  const { editions = [] } = consultation
  const languages = editions.filter(({ id }) => !isFormat(id))
  const standard = questionnaire(consultation, version)
  const others = languages.flatMap(({ id }) => {
    const inLanguage = consultationIn(consultation, id)
    return inLanguage ? [questionnaire(inLanguage, version, id)] : []
  })
  return {
    document:
      others.length === 0
        ? standard
        : {
            resourceType: 'Bundle',
            type: 'collection',
            entry: [standard, ...others].map((resource) => ({ resource })),
          },
    unsaid: unsaidOf(consultation),
  }
}

function questionnaire(consultation: Consultation, version?: number, edition?: string): Json {
  const { id, title, summary, opensAt, closesAt, trust, sections } = consultation
  return {
    resourceType: 'Questionnaire',
    language: edition === undefined ? consultation.lang : langOf(edition, consultation),
    url: `urn:uuid:${id}`,
    ...(version === undefined ? {} : { version: String(version) }),
    title,
    status: version === undefined ? 'draft' : 'active',
    description: summary,
    publisher: trust.name,
    effectivePeriod: { start: opensAt, end: closesAt },
    item: sections.map(group),
  }
}

const group = ({ id, title, introduction = [], questions }: Section): Json => ({
  linkId: id,
  type: 'group',
  text: title,
  item: [
    ...introduction.flatMap((block, index) =>
      'text' in block
        ? [display(`${id}.intro-${index + 1}`, block.text)]
        : block.kind === 'list'
          ? block.items.map((item, at) => display(`${id}.intro-${index + 1}-${at + 1}`, item))
          : [],
    ),
    ...questions.map(itemOf),
  ],
})

const display = (linkId: string, text: string, control?: string): Json => ({
  linkId,
  type: 'display',
  text,
  ...(control === undefined ? {} : { extension: [controlled(control)] }),
})

const controlled = (code: string): Json => ({
  url: extensions.control,
  valueCodeableConcept: { coding: [{ system: controlSystem, code }] },
})

function itemOf(question: Question): Json {
  const { id, title, about, hint, why, mandatory, showIf } = question
  const { extension = [], item = [], ...own } = typed(question)
  return {
    linkId: id,
    text: title,
    ...(mandatory ? { required: true } : {}),
    ...(showIf
      ? {
          enableWhen: showIf.includes.map((code) => ({
            question: showIf.question,
            operator: '=',
            answerCoding: { code },
          })),
          ...(showIf.includes.length > 1 ? { enableBehavior: 'any' } : {}),
        }
      : {}),
    ...own,
    extension: [{ url: extensions.about, valueString: about }, ...extension],
    ...withInside([
      ...item,
      ...(hint === undefined ? [] : [display(`${id}.hint`, hint, 'help')]),
      ...(why === undefined ? [] : [display(`${id}.why`, why, 'flyover')]),
    ]),
  }
}

const withInside = (item: readonly Json[]): Json => (item.length > 0 ? { item } : {})

interface Typed {
  readonly type: string
  readonly extension?: readonly Json[]
  readonly item?: readonly Json[]
  readonly [field: string]: unknown
}

const kindOf = (kind: string): Json => ({ url: extensions.kind, valueCode: kind })

function typed(question: Question): Typed {
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return {
        type: question.kind === 'short-text' ? 'string' : 'text',
        ...(question.maxCharacters === undefined ? {} : { maxLength: question.maxCharacters }),
      }
    case 'one-of':
      return choice(question.options)
    case 'several-of':
      return {
        ...choice(question.options),
        repeats: true,
        ...(question.most === undefined
          ? {}
          : { extension: [{ url: extensions.maxOccurs, valueInteger: question.most }] }),
      }
    case 'ranking':
      return { ...choice(question.options), repeats: true, extension: [kindOf('ranking')] }
    case 'yes-no':
      return choice(yesNoOptionsOf(question))
    case 'agreement':
      return {
        ...choice(agreementOptionsOf(question)),
        item: [display(`${question.id}.statement`, question.statement, 'prompt')],
      }
    case 'consent':
      return choice([{ code: 'given', label: question.statement }])
    default:
      return typedOther(question)
  }
}

function typedOther(question: QuestionOf<'number-scale' | 'matrix' | 'number' | 'date'>): Typed {
  switch (question.kind) {
    case 'number-scale':
      return {
        type: 'integer',
        extension: [
          kindOf('number-scale'),
          controlled('slider'),
          ...limits('Integer', question.from, question.to),
        ],
        item: [
          display(`${question.id}.from`, question.fromLabel, 'lower'),
          display(`${question.id}.to`, question.toLabel, 'upper'),
        ],
      }
    case 'matrix':
      return {
        type: 'group',
        extension: [controlled('gtable')],
        item: question.statements.map(({ code, label }) => ({
          linkId: `${question.id}.${code}`,
          text: label,
          ...choice(question.scale),
        })),
      }
    case 'number':
      return {
        type: question.decimals ? 'decimal' : 'integer',
        extension: [
          ...limits(question.decimals ? 'Decimal' : 'Integer', question.least, question.most),
          ...(question.decimals
            ? [{ url: extensions.decimals, valueInteger: question.decimals }]
            : []),
          ...(question.unit === undefined
            ? []
            : [{ url: extensions.unit, valueCoding: { display: question.unit } }]),
        ],
      }
    case 'date':
      return { type: 'date', extension: limits('Date', question.earliest, question.latest) }
  }
}

const limits = (
  type: 'Integer' | 'Decimal' | 'Date',
  least: number | string | undefined,
  most: number | string | undefined,
): readonly Json[] => [
  ...(least === undefined ? [] : [{ url: extensions.minValue, [`value${type}`]: least }]),
  ...(most === undefined ? [] : [{ url: extensions.maxValue, [`value${type}`]: most }]),
]

/** With a field beside one of them the choices are open. */
const choice = (options: readonly Option[]): Typed => ({
  type: options.some(({ say }) => say) ? 'open-choice' : 'choice',
  answerOption: options.map(({ code, label, exclusive, say }) => {
    const extension = [
      ...(exclusive ? [{ url: extensions.exclusive, valueBoolean: true }] : []),
      ...(say ? [{ url: extensions.say, valueString: say.label }] : []),
    ]
    return {
      ...(extension.length > 0 ? { extension } : {}),
      valueCoding: { code, display: label },
    }
  }),
})

function unsaidOf(consultation: Consultation): readonly Unsaid[] {
  const { documents, media = [], glossary = [], outcome, sections, editions = [] } = consultation
  const questions = sections.flatMap((section) => section.questions)
  const kinds: readonly (Unsaid & { readonly question?: never })[] = [
    ...(documents.length > 0 ? [{ kind: 'reading' as const }] : []),
    ...(media.length > 0 ? [{ kind: 'media' as const }] : []),
    ...(glossary.length > 0 ? [{ kind: 'glossary' as const }] : []),
    { kind: 'contact' },
    { kind: 'grace-and-promise' },
    ...(outcome ? [{ kind: 'outcome' as const }] : []),
  ]
  return [
    ...kinds,
    ...questions.flatMap((question): readonly Unsaid[] => {
      if (question.kind === 'ranking') return [{ kind: 'order', question: question.title }]
      const fields = 'options' in question ? question.options.filter(({ say }) => say).length : 0
      return fields > 1 ? [{ kind: 'several-fields', question: question.title }] : []
    }),
    ...editions
      .filter((edition: Edition) => isFormat(edition.id))
      .map(({ id }): Unsaid => ({ kind: 'edition', edition: id })),
  ]
}
