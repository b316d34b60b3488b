import type { Answer } from '../question/answer.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { parseSettings, type DisplaySettings } from '../settings/display-settings.ts'
import type { DeviceRecord } from './draft.ts'
import { answerTo } from '../consultation/journey.ts'
import type { KeptRecord, RecordOf, SendableKind } from './record.ts'
import { readRecord } from './record-shape.ts'
import type { RequestRecord } from './request-record.ts'
import { needWords } from '../support-request/support-needs.ts'
import { questionsOf } from '../consultation/consultation.ts'
import { readAnswer } from '../question/question-kinds.ts'

/**
 * What a device holds, as a file to take away: JSON that this program reads again, in which a person can find their own
 * words too. `readable` is for people only and is not read back.
 *
 * The file holds answers and private codes in clear: whoever has it can read, change and withdraw the responses in it.
 */
export interface DeviceFile {
  readonly format: typeof deviceFileFormat
  /** ISO 8601, device time. */
  readonly writtenAt: string
  readonly records: readonly (KeptRecord & { readonly readable: readonly string[] })[]
  /** How the person wants pages to look and to be read; only in a file of everything. */
  readonly settings?: DisplaySettings
}

/** What was found in a file: every record and setting that can be read, and how many records cannot; or why the file is not one of ours. */
export type ReadDeviceFile =
  | {
      readonly ok: true
      readonly records: readonly KeptRecord[]
      readonly settings: DisplaySettings
      readonly unreadable: number
    }
  | { readonly ok: false; readonly words: string }

/** The consultation of a draft, where the device still has it. */
export type FindConsultation = (draft: DeviceRecord['draft']) => Consultation | undefined

export const deviceFileFormat = 'takepart/device/1'
const deviceFormatFamily = 'takepart/device/'
const longestFile = 50_000_000
const mostRecords = 10_000

/** What goes into a file beside the records. */
interface Beside {
  /** With it the readable lines have the questions in full; without it, their ids. */
  readonly find?: FindConsultation
  readonly settings?: DisplaySettings
}

/** The records as the text of a file. */
export function writeDeviceFile(
  records: readonly KeptRecord[],
  now: string,
  { find = () => undefined, settings = {} }: Beside = {},
): string {
  const file: DeviceFile = {
    format: deviceFileFormat,
    writtenAt: now,
    records: records.map((record) => ({
      readable: linesOf(record, find),
      ...record,
    })),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads such a file. Nothing in it is trusted: a record with any field of a wrong shape is counted as unreadable and
 * left out, and the others are read. Refused as a whole: what is not JSON, what is not such a file, a newer format.
 */
export function readDeviceFile(text: string): ReadDeviceFile {
  const file = text.length > longestFile ? undefined : parsed(text)
  const format = fieldOf(file, 'format')
  const records = fieldOf(file, 'records')
  if (
    typeof format === 'string' &&
    format.startsWith(deviceFormatFamily) &&
    format !== deviceFileFormat
  ) {
    return {
      ok: false,
      words:
        'This file was saved by a newer version of this website. Reload this page, then open the file again.',
    }
  }
  if (format !== deviceFileFormat || !Array.isArray(records) || records.length > mostRecords) {
    return {
      ok: false,
      words:
        'This is not a file saved from this website. Choose a file whose name ends in .json that you saved here.',
    }
  }
  const readable = records
    .map(withoutReadable)
    .map(readRecord)
    .filter((record) => record !== undefined)
  return {
    ok: true,
    records: readable,
    settings: parseSettings(fieldOf(file, 'settings')),
    unreadable: records.length - readable.length,
  }
}

/** What a person finds in the file, by kind. */
const lines: {
  readonly [K in SendableKind]: (record: RecordOf<K>, find: FindConsultation) => readonly string[]
} = {
  response: ({ draft }, find) => readableLines(draft, find(draft)),
  'support-request': requestLines,
  'contribution-report': ({ draft: { title, words } }) => [
    title,
    ...(words === undefined ? [] : [words]),
  ],
  'help-request': ({ draft: { title, written } }) => [
    title,
    written.words,
    ...(written.reach === undefined ? [] : [written.reach]),
  ],
  contribution: ({ draft: { title, said, code } }) => [
    title,
    said.text,
    ...said.quotations.map(({ exact }) => `“${exact}”`),
    `Private code: ${code}`,
  ],
}

const linesOf = <K extends SendableKind>(record: RecordOf<K>, find: FindConsultation) =>
  lines[record.kind](record, find)

function readableLines(
  draft: DeviceRecord['draft'],
  consultation: Consultation | undefined,
): readonly string[] {
  const lines = consultation
    ? questionsOf(consultation).flatMap((question) => {
        const words = readAnswer(question, answerTo(draft.answers, question.id))
        return words.length > 0 ? [`${question.title} — ${words.join('; ')}`] : []
      })
    : Object.entries(draft.answers).map(([id, answer]) => `${id} — ${rawWords(answer)}`)
  return [draft.title, ...lines]
}

function requestLines(record: RequestRecord): readonly string[] {
  const { needs, say, name, when } =
    record.state === 'draft' ? record.draft.written : record.draft.request
  const to =
    record.state === 'draft'
      ? Object.values(record.draft.written.to)
      : [record.draft.request.reach.to]
  return [
    record.draft.title,
    ...needs.map((need) => [needWords(need), say[need]].filter(Boolean).join(' — ')),
    ...[...to, name, when].filter((line) => line !== undefined),
  ]
}

const rawWords = ({ kind: _, ...said }: Answer): string =>
  Object.values(said)
    .flatMap((part: unknown) =>
      typeof part === 'object' && part !== null ? Object.values(part) : [part],
    )
    .join('; ')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

function withoutReadable(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record
  const { readable: _, ...rest } = record as Record<string, unknown>
  return rest
}
