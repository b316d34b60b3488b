import { checkMissingEditions } from '../check-editions-missing.ts'
import { checkForPeople } from '../check-for-people.ts'
import { findingsIn } from '../check-consultation.ts'
import type { Finding } from '../finding.ts'
import type { FoundFiles } from '../check-media-files.ts'
import type { Consultation } from '../../consultation/consultation.ts'
import { consultationSchema } from '../../consultation/consultation-schema.ts'
import type { Path } from '../../core/loose-fields.ts'
import { assemble } from './assemble.ts'
import { keyOf, wordsKey, type Draft, type PartKey } from './draft.ts'
import { missingIn } from './check-missing.ts'
import { checkFairness } from './check-fairness.ts'
import { checkTime } from './check-time.ts'

/** Something to put right before publishing (`blocks`), or worth a thought (`advice`). */
export interface DraftFinding {
  readonly level: 'blocks' | 'advice'
  readonly part: PartKey
  readonly field?: string
  readonly words: string
}

/** Names a piece of advice for as long as it says the same of the same place: what was decided about it stays decided. */
export const findingKey = ({ part, field = '', words }: DraftFinding): string =>
  `${part} ${field} ${words}`

export interface CheckedDraft {
  readonly findings: readonly DraftFinding[]
  /** There when nothing blocks. */
  readonly consultation?: Consultation
}

/** Everything that the checks find in a draft, blocking first, each with the part and the field where it is put right. */
export function checkDraft(draft: Draft, now: Date, files?: FoundFiles): CheckedDraft {
  const document = assemble(draft)
  const missing = missingIn(draft)
  const { consultation, findings } = findingsIn(document, files)
  const shape = findings
    .map((finding) => placed(draft, finding))
    .filter(({ part, field }) => !missing.some((one) => sameField(one, { part, field })))
  const advice = adviceOn(document, now).map((finding) => placed(draft, finding))
  const all = once([...missing, ...shape, ...advice])
  const blocking = all.filter(({ level }) => level === 'blocks')
  return {
    findings: [...blocking, ...all.filter(({ level }) => level === 'advice')],
    ...(consultation && blocking.length === 0 ? { consultation } : {}),
  }
}

/** Advice needs the right shape: words that are not there yet cannot be read. */
function adviceOn(document: unknown, now: Date): readonly Finding[] {
  const parsed = consultationSchema.safeParse(document)
  if (!parsed.success) return []
  return [
    ...checkTime(parsed.data, now),
    ...checkFairness(parsed.data),
    ...checkForPeople(parsed.data).flatMap(({ findings }) => findings),
    ...checkMissingEditions(parsed.data),
  ]
}

const sameField = (
  one: { readonly part: PartKey; readonly field?: string | undefined },
  other: { readonly part: PartKey; readonly field?: string | undefined },
): boolean => one.part === other.part && (one.field === other.field || other.field === undefined)

function once(findings: readonly DraftFinding[]): readonly DraftFinding[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = findingKey(finding)
    return !seen.has(key) && seen.add(key)
  })
}

function placed(draft: Draft, { path, words, level }: Finding): DraftFinding {
  return { ...placeIn(draft, path), words, level: level === 'error' ? 'blocks' : 'advice' }
}

/** The part and the field in which something of a file is written. */
export function placeIn(
  draft: Draft,
  path: Path,
): { readonly part: PartKey; readonly field?: string } {
  const [first = '', index, second, third, ...rest] = path
  const { outline } = draft
  const at = (list: readonly string[] | undefined) => list?.[Number(index)] ?? ''
  switch (first) {
    case 'documents':
      return withField(keyOf('document', at(outline.documents)), second)
    case 'sections': {
      const section = outline.sections[Number(index)]
      const question = second === 'questions' ? section?.questions[Number(third)] : undefined
      return question === undefined
        ? withField(keyOf('section', section?.id ?? ''), second)
        : withField(keyOf('question', question), rest[0])
    }
    case 'media':
      return withField(keyOf('media', at(outline.media)), second)
    case 'editions':
      return index === undefined
        ? { part: 'about', field: 'editions' }
        : inEdition(draft, at(outline.editions), [second, third, ...rest])
    default:
      return inSingle(String(first), index)
  }
}

const withField = (part: PartKey, field: string | number | undefined) =>
  typeof field === 'string' ? { part, field } : { part }

const flat: Readonly<Record<string, { readonly part: PartKey; readonly field: string }>> = {
  'grace days': { part: 'dates', field: 'graceDays' },
  'grace text': { part: 'dates', field: 'graceText' },
  'promise by': { part: 'dates', field: 'promiseBy' },
  'promise text': { part: 'dates', field: 'promiseText' },
  'trust name': { part: 'about', field: 'trustName' },
  'trust note': { part: 'about', field: 'trustNote' },
}

function inSingle(first: string, field: string | number | undefined) {
  if (first === 'opensAt' || first === 'closesAt') return { part: 'dates', field: first }
  if (first === 'contact') return withField('contact', field)
  if (first === 'glossary') return { part: 'glossary', field: 'words' }
  if (first === 'outcome') return { part: 'outcome', field: 'outcome' }
  return flat[`${first} ${field}`] ?? { part: 'about', field: first }
}

type Step = string | number | undefined

function inEdition({ outline }: Draft, edition: string, [list, index, ...rest]: readonly Step[]) {
  if (list === 'documents' && index !== undefined)
    return withField(
      wordsKey(edition, keyOf('document', outline.documents[Number(index)] ?? '')),
      rest[0],
    )
  if (list === 'sections' && index !== undefined) {
    const section = outline.sections[Number(index)]
    const question = rest[0] === 'questions' ? section?.questions[Number(rest[1])] : undefined
    return question === undefined
      ? withField(wordsKey(edition, keyOf('section', section?.id ?? '')), rest[0])
      : withField(wordsKey(edition, keyOf('question', question)), rest[2])
  }
  return withField(keyOf('edition', edition), list)
}
