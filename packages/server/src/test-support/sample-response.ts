import { createHash, randomUUID } from 'node:crypto'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { ChangeId, ResponseId } from '@takepart/shared/domain/core/ids'
import { makeCode, normaliseCode } from '@takepart/shared/domain/response/private-code'
import type {
  ChangeResponse,
  SubmitResponse,
  WithdrawResponse,
} from '@takepart/shared/domain/response/response'
import type { Kysely } from 'kysely'
import { systemRandom } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { insertVersion } from '../features/consultation/consultation.queries.ts'

export const opensAt = '2027-01-04T09:00:00+00:00'
export const closesAt = '2027-03-01T17:00:00+00:00'
/** A moment while the consultation is open, and one after it closed. */
export const whileOpen = new Date('2027-02-01T10:20:30.456Z')
export const afterClosing = new Date('2027-03-01T18:00:00.000Z')

/** A small consultation with one mandatory question, and one asked only of some. */
export function smallConsultation(changes: Partial<Consultation> = {}): Consultation {
  return {
    format: 'takepart/consultation/1',
    id: randomUUID(),
    slug: 'waiting-rooms',
    lang: 'en-GB',
    title: 'Waiting rooms',
    summary: 'What should change in our waiting rooms.',
    trust: { name: 'Made-up Trust' },
    opensAt,
    closesAt,
    grace: { days: 3, text: 'We keep what comes late.' },
    promise: { by: '2027-06-01', text: 'We say what we did.' },
    minutes: 5,
    contact: { name: 'Involvement team', phone: '0300 000 0000' },
    documents: [],
    sections: [
      {
        id: 'rooms',
        title: 'Rooms',
        questions: [
          {
            id: 'how',
            kind: 'one-of',
            title: 'How do you travel to us?',
            about: 'how you travel',
            mandatory: true,
            options: [
              { code: 'bus', label: 'Bus' },
              { code: 'car', label: 'Car' },
              { code: 'other', label: 'Other', say: { label: 'Say how' } },
            ],
          },
          {
            id: 'park',
            kind: 'yes-no',
            title: 'Can you park?',
            about: 'parking',
            showIf: { question: 'how', includes: ['car'] },
          },
          {
            id: 'words',
            kind: 'long-text',
            title: 'What should change?',
            about: 'what should change',
          },
        ],
      },
    ],
    ...changes,
  }
}

/** Stores a consultation as the given version. */
export const publish = (
  db: Kysely<Schema>,
  consultation: Consultation,
  number = 1,
): Promise<void> => insertVersion(db, { number, consultation })

/** A response on its way, with the private code that only its device knows. */
export interface SentResponse {
  readonly input: SubmitResponse
  readonly code: string
}

export const hashOf = (code: string): string =>
  createHash('sha256')
    .update(normaliseCode(code) ?? '')
    .digest('hex')

export function sentResponse(changes: Partial<SubmitResponse> = {}): SentResponse {
  const code = makeCode(systemRandom)
  const input: SubmitResponse = {
    responseId: randomUUID() as ResponseId,
    slug: 'waiting-rooms',
    version: 1,
    edition: 'standard',
    codeHash: hashOf(code),
    answers: {
      how: { kind: 'one-of', choice: 'bus' },
      words: { kind: 'long-text', text: 'More chairs, and a clock.' },
    },
    completedAt: '2027-02-01T10:20:00.000Z',
    sentAt: '2027-02-01T10:20:01.000Z',
    ...changes,
  }
  return { input, code }
}

export const otherAnswers: Answers = {
  how: { kind: 'one-of', choice: 'car' },
  park: { kind: 'yes-no', choice: 'no' },
}

export const changeOf = (
  { input, code }: SentResponse,
  changes: Partial<ChangeResponse> = {},
): ChangeResponse => ({
  changeId: randomUUID() as ChangeId,
  responseId: input.responseId,
  code,
  baseRevision: 1,
  answers: otherAnswers,
  completedAt: '2027-02-01T11:00:00.000Z',
  sentAt: '2027-02-01T11:00:01.000Z',
  ...changes,
})

export const withdrawalOf = (
  { input, code }: SentResponse,
  changes: Partial<WithdrawResponse> = {},
): WithdrawResponse => ({
  changeId: randomUUID() as ChangeId,
  responseId: input.responseId,
  code,
  ...changes,
})
