import { checkContent } from './check-content.ts'
import { checkDates } from './check-dates.ts'
import { checkQuestions } from './check-questions.ts'
import type { Consultation } from './consultation.ts'
import { consultationFormat, consultationSchema } from './consultation-schema.ts'
import { error, repeated, warning, type Finding, type FoundQuestion } from './finding.ts'
import { fieldsOf, itemsOf, numberOf, placeWords, textOf, textsOf, type Fields, type Path } from './loose-fields.ts'

/** Something in a consultation file that its author must put right (error) or look at again (warning). */
export interface ConsultationProblem {
  /** "sections › 2 (travel) › questions › 3 (how-travel)": items are counted from 1. */
  readonly place: string
  readonly words: string
  readonly level: 'error' | 'warning'
}

/** `consultation` is there when nothing must be put right; warnings do not keep it away. */
export interface CheckedConsultation {
  readonly consultation?: Consultation
  readonly problems: readonly ConsultationProblem[]
}

const mostQuestions = 200
/** Words that addresses under /consultations/ use, or may come to use, for something else. */
const reservedSlugs = ['all', 'closed', 'feed', 'forthcoming', 'new', 'open', 'search']

/**
 * Checks a consultation document, as parsed from JSON: its shape, and everything a shape cannot say. Gives every
 * problem at once, in the order of the document, whatever the document is; it never throws. `$schema`, which helps
 * editors, is allowed at the top and left out of the consultation.
 */
export function checkConsultation(document: unknown): CheckedConsultation {
  const whole = wholeProblem(document)
  if (whole) return { problems: [inWords(document, whole)] }
  const { $schema: _, ...fields } = fieldsOf(document)
  const parsed = consultationSchema.safeParse(fields)
  const shape = parsed.success ? [] : parsed.error.issues.map((issue) => error(issue.path.map(pathStep), issue.message))
  const findings = [...shape, ...rules(fields)]
  const problems = inOrder(fields, findings).map((finding) => inWords(fields, finding))
  const refused = findings.some((finding) => finding.level === 'error')
  return parsed.success && !refused ? { consultation: parsed.data, problems } : { problems }
}

function wholeProblem(document: unknown): Finding | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return error([], 'A consultation file holds one object in braces { }')
  }
  const { format } = fieldsOf(document)
  if (format === consultationFormat) return undefined
  if (format === undefined) return error(['format'], `This is not there. Write "format": "${consultationFormat}"`)
  return error(['format'], `This program reads “${consultationFormat}”. The file says ${JSON.stringify(format)?.slice(0, 60)}`)
}

const pathStep = (step: PropertyKey): string | number => (typeof step === 'number' ? step : String(step))

function rules(document: Fields): readonly Finding[] {
  const questions = itemsOf(document['sections']).flatMap((section, number) =>
    itemsOf(section['questions']).map((fields, index): FoundQuestion => ({ fields, path: ['sections', number, 'questions', index] })))
  return [
    ...checkIds(document, questions),
    ...checkDates(document),
    ...checkWhole(document, questions),
    ...checkSections(document),
    ...checkQuestions(questions),
    ...checkContent(document),
  ]
}

function checkIds(document: Fields, questions: readonly FoundQuestion[]): readonly Finding[] {
  const ids = (items: readonly Fields[], path: Path) => items.map((item, index) => ({ value: textOf(item['id']), path: [...path, index, 'id'] }))
  const asked = questions.map(({ fields, path }) => ({ value: textOf(fields['id']), path: [...path, 'id'] }))
  const slug = textOf(document['slug'])
  return [
    ...repeated(ids(itemsOf(document['documents']), ['documents']), 'document'),
    ...repeated(ids(itemsOf(document['sections']), ['sections']), 'section'),
    ...repeated(ids(itemsOf(fieldsOf(document['outcome'])['points']), ['outcome', 'points']), 'point'),
    ...repeated(asked, 'question'),
    // Every object has something of this name already.
    ...asked.flatMap(({ value, path }) => (value === 'constructor' ? [error(path, 'The word “constructor” cannot be used here. Choose another')] : [])),
    ...(slug !== undefined && reservedSlugs.includes(slug) ? [error(['slug'], `The address “${slug}” is kept for something else. Choose another`)] : []),
  ]
}

function checkWhole(document: Fields, questions: readonly FoundQuestion[]): readonly Finding[] {
  const contact = fieldsOf(document['contact'])
  const reachable = contact['phone'] ?? contact['email'] ?? contact['post']
  return [
    ...(questions.length > mostQuestions ? [error(['sections'], `There are ${questions.length} questions. Ask ${mostQuestions} or fewer`)] : []),
    ...checkMinutes(numberOf(document['minutes']), questions.length),
    ...(reachable === undefined && document['contact'] !== undefined
      ? [warning(['contact'], 'Add a telephone number, an email address or a postal address, for people who cannot use this website')] : []),
  ]
}

/** Answering a question takes somebody between 5 seconds and 5 minutes. */
function checkMinutes(minutes: number | undefined, questions: number): readonly Finding[] {
  if (minutes === undefined || questions === 0) return []
  if (minutes * 12 < questions) return [warning(['minutes'], `${minutes} minutes for ${questions} questions is very short. Try it with somebody who reads slowly`)]
  if (minutes > Math.max(30, questions * 5)) return [warning(['minutes'], `${minutes} minutes for ${questions} questions is very long`)]
  return []
}

function checkSections(document: Fields): readonly Finding[] {
  const sections = itemsOf(document['sections'])
  const documents = itemsOf(document['documents']).map((one) => textOf(one['id']))
  return sections.flatMap((section, index) => [
    ...textsOf(section['read']).flatMap((id, number) => (id === undefined || documents.includes(id) ? []
      : [error(['sections', index, 'read', number], `There is no document “${id}”`)])),
    ...(section['purpose'] === 'equality' ? checkEquality(section, index, sections.length) : []),
  ])
}

function checkEquality(section: Fields, index: number, sections: number): readonly Finding[] {
  const path = ['sections', index]
  return [
    ...(index < sections - 1 ? [error([...path, 'purpose'], 'The equality section comes last. Move the sections after it')] : []),
    ...itemsOf(section['questions']).flatMap((question, number) => (question['mandatory'] === undefined ? []
      : [error([...path, 'questions', number, 'mandatory'], 'People choose whether to answer equality questions. Leave “mandatory” out')])),
  ]
}

const inWords = (document: unknown, { path, words, level }: Finding): ConsultationProblem => ({ place: placeWords(document, path), words, level })

/** In the order in which the document says things; findings about one place stay as they came. */
function inOrder(document: Fields, findings: readonly Finding[]): readonly Finding[] {
  const ranked = findings.map((finding) => ({ finding, rank: rankOf(document, finding.path) }))
  return ranked.sort((one, other) => compareRanks(one.rank, other.rank)).map(({ finding }) => finding)
}

/** The position of each step among the fields beside it; what is not there comes first. */
function rankOf(document: unknown, path: Path): readonly number[] {
  let value = document
  return path.map((step) => {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined
      return step
    }
    const fields = fieldsOf(value)
    value = Object.hasOwn(fields, step) ? fields[step] : undefined
    return Object.keys(fields).indexOf(step)
  })
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (const [index, rank] of one.entries()) {
    const difference = rank - (other[index] ?? -2)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
