import { checkContent } from './check-content.ts'
import { checkDates } from './check-dates.ts'
import { checkEditions } from './check-editions.ts'
import { checkGlossary } from './check-glossary.ts'
import { checkMedia } from './check-media.ts'
import { checkMediaFiles, type FoundFiles } from './check-media-files.ts'
import { checkForPeople } from './check-for-people.ts'
import { checkQuestions } from './check-questions.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { consultationFormat } from '../consultation/consultation-format.ts'
import { consultationSchema } from '../consultation/consultation-schema.ts'
import { error, repeated, warning, when, type Finding, type Found } from './finding.ts'
import {
  at,
  fieldsOf,
  itemsOf,
  numberOf,
  placeWords,
  textOf,
  textsOf,
  type Fields,
  type Path,
} from '../core/loose-fields.ts'

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
 * editors, is allowed at the top and left out of the consultation. Media are held against `files`, where they are known.
 */
export function checkConsultation(document: unknown, files?: FoundFiles): CheckedConsultation {
  const { consultation, findings } = findingsIn(document, files)
  const problems = findings.map((finding) => inWords(document, finding))
  return consultation ? { consultation, problems } : { problems }
}

/** As {@link checkConsultation}, with the place of each finding as a path. */
export function findingsIn(
  document: unknown,
  files?: FoundFiles,
): { readonly consultation?: Consultation; readonly findings: readonly Finding[] } {
  const whole = wholeProblem(document)
  if (whole) return { findings: [whole] }
  const { $schema: _, ...fields } = fieldsOf(document)
  const parsed = consultationSchema.safeParse(fields)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map((issue) => error(issue.path.map(pathStep), issue.message))
  const findings = [
    ...shape,
    ...rules(fields),
    ...(files ? checkMediaFiles(fields, files) : []),
    ...(parsed.success ? shutsOut(parsed.data) : []),
  ]
  const ordered = inOrder(fields, findings)
  const refused = findings.some((finding) => finding.level === 'error')
  return parsed.success && !refused
    ? { consultation: parsed.data, findings: ordered }
    : { findings: ordered }
}

/** What shuts somebody out. It is looked for once the shape is right; what is only advice is in advice.ts. */
const shutsOut = (consultation: Consultation): readonly Finding[] => [
  ...checkEditions(consultation),
  ...checkForPeople(consultation).flatMap((topic) =>
    topic.findings.filter(({ level }) => level === 'error'),
  ),
]

function wholeProblem(document: unknown): Finding | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return error([], 'A consultation file holds one object in braces { }')
  }
  const { format } = fieldsOf(document)
  if (format === consultationFormat) return undefined
  if (format === undefined)
    return error(['format'], `This is not there. Write "format": "${consultationFormat}"`)
  const said = typeof format === 'string' ? `“${format.slice(0, 60)}”` : 'something else'
  return error(['format'], `This program reads “${consultationFormat}”. The file says ${said}`)
}

const pathStep = (step: PropertyKey): string | number =>
  typeof step === 'number' ? step : String(step)

function rules(document: Fields): readonly Finding[] {
  const sections = found(document['sections'], ['sections'])
  const questions = sections.flatMap((section) =>
    found(section.fields['questions'], [...section.path, 'questions']),
  )
  return [
    ...checkIds(document, sections, questions),
    ...checkDates(document),
    ...checkWhole(document, questions.length),
    ...checkSections(document, sections),
    ...checkQuestions(questions),
    ...checkContent(document),
    ...checkMedia(document),
    ...checkGlossary(document),
  ]
}

const found = (list: unknown, path: Path): readonly Found[] =>
  itemsOf(list).map((fields, index) => ({ fields, path: [...path, index] }))

function checkIds(
  document: Fields,
  sections: readonly Found[],
  questions: readonly Found[],
): readonly Finding[] {
  const slug = textOf(document['slug']) ?? ''
  const points = found(fieldsOf(document['outcome'])['points'], ['outcome', 'points'])
  return [
    ...when(
      reservedSlugs.includes(slug),
      error(['slug'], `The address “${slug}” is kept for something else. Choose another`),
    ),
    ...repeated(found(document['documents'], ['documents']), 'id', 'document'),
    ...repeated(sections, 'id', 'section'),
    ...repeated(questions, 'id', 'question'),
    ...repeated(points, 'id', 'point'),
  ]
}

function checkWhole(document: Fields, questions: number): readonly Finding[] {
  const contact = fieldsOf(document['contact'])
  const reachable = contact['phone'] ?? contact['email'] ?? contact['post']
  return [
    ...when(
      questions > mostQuestions,
      error(['sections'], `There are ${questions} questions. Ask ${mostQuestions} or fewer`),
    ),
    ...checkMinutes(numberOf(document['minutes']), questions),
    ...when(
      reachable === undefined && document['contact'] !== undefined,
      warning(
        ['contact'],
        'Add a telephone number, an email or a postal address, for people who cannot use this website',
      ),
    ),
  ]
}

/** Answering a question takes somebody between 5 seconds and 5 minutes. */
function checkMinutes(minutes: number | undefined, questions: number): readonly Finding[] {
  if (minutes === undefined || questions === 0) return []
  const words = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} for ${questions} questions is very`
  return [
    ...when(
      minutes * 12 < questions,
      warning(['minutes'], `${words} short. Try it with somebody who reads slowly`),
    ),
    ...when(minutes > Math.max(30, questions * 5), warning(['minutes'], `${words} long`)),
  ]
}

function checkSections(document: Fields, sections: readonly Found[]): readonly Finding[] {
  const documents = itemsOf(document['documents']).map((one) => textOf(one['id']))
  return sections.flatMap((section, index) => [
    ...textsOf(section.fields['read']).flatMap((id, number) =>
      when(
        id !== undefined && !documents.includes(id),
        error([...section.path, 'read', number], `There is no document “${id}”`),
      ),
    ),
    ...(section.fields['purpose'] === 'equality'
      ? checkEquality(section, index === sections.length - 1)
      : []),
  ])
}

function checkEquality({ fields, path }: Found, last: boolean): readonly Finding[] {
  const questions = found(fields['questions'], [...path, 'questions'])
  return [
    ...when(
      !last,
      error([...path, 'purpose'], 'The equality section comes last. Move the sections after it'),
    ),
    ...questions.flatMap((question) =>
      when(
        question.fields['mandatory'] !== undefined,
        error(
          [...question.path, 'mandatory'],
          'People choose whether to answer equality questions. Leave “mandatory” out',
        ),
      ),
    ),
  ]
}

const inWords = (document: unknown, { path, words, level }: Finding): ConsultationProblem => ({
  place: placeWords(document, path),
  words,
  level,
})

/** In the order in which the document says things; findings about one place stay as they came. */
function inOrder(document: Fields, findings: readonly Finding[]): readonly Finding[] {
  const ranked = findings.map((finding) => ({ finding, rank: rankOf(document, finding.path) }))
  return ranked
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ finding }) => finding)
}

/** The position of each step among the fields beside it; what is not there comes first. */
function rankOf(document: unknown, path: Path): readonly number[] {
  let value = document
  return path.map((step) => {
    const rank = typeof step === 'number' ? step : Object.keys(fieldsOf(value)).indexOf(step)
    value = at(value, step)
    return rank
  })
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (const [index, rank] of one.entries()) {
    const difference = rank - (other[index] ?? -2)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
