import * as z from 'zod/mini'
import {
  code,
  date,
  exactly,
  id,
  kinds,
  list,
  named,
  oneOf,
  pattern,
  proven,
  strict,
  text,
  typedText,
  uuid,
  whole,
  yesOrNo,
} from '../core/schema-parts.ts'
import type { ResponseId } from '../core/ids.ts'
import { removedKinds } from '../moderation/redaction.ts'
import { answersSchema } from '../question/answer-schema.ts'
import { erasureReasons, takeOutReasons } from '../response/removal.ts'
import type { EnterResponse } from '../response/response-entry.ts'
import type { LedgerDecision } from './ledger/ledger-step.ts'
import { behalves, exclusionReasons } from './ledger/ledger-line.ts'
import type { TakeOutWords } from './removal/take-out-words.ts'
import type { CodebookChange } from './theme/codebook.ts'

/** What the procedures of analysis take: these fields and no others. Limits of words are several times those of the rules. */
const consultationId = uuid
const reason = typedText(1000)
const responseIds = list(uuid, 'responses', [1, 5000])
const reference = pattern(/^[A-Z]{4}-\d{4}$/, 'Write a reference like KTRM-4821')

const decision = proven<LedgerDecision>()(
  kinds(
    'kind',
    ['accept-late', 'refuse-late', 'merge', 'label-campaign', 'exclude', 'answer-for'],
    [
      strict({ kind: exactly('accept-late') }),
      strict({ kind: exactly('refuse-late') }),
      strict({ kind: exactly('merge'), into: uuid }),
      strict({
        kind: exactly('label-campaign'),
        campaign: uuid,
        form: oneOf(['standard', 'edited'] as const),
      }),
      strict({ kind: exactly('exclude'), because: oneOf(exclusionReasons) }),
      strict({ kind: exactly('answer-for'), behalf: oneOf(behalves) }),
    ],
  ),
)

export const decideSchema = strict({
  stepId: uuid,
  consultationId,
  responseIds,
  decision,
  reason,
})
export const undoSchema = strict({ stepId: uuid, consultationId, undoes: uuid })
const countAs = oneOf(['each', 'one'] as const)
export const labelCampaignSchema = strict({
  stepIds: z.tuple([uuid, uuid]),
  consultationId,
  campaign: strict({ id: uuid, name: text(100), countAs }),
  standard: list(uuid, 'responses', [0, 5000]),
  edited: list(uuid, 'responses', [0, 5000]),
})
export const countCampaignSchema = strict({
  stepId: uuid,
  consultationId,
  campaignId: uuid,
  countAs,
  reason,
})
export const findReferenceSchema = strict({ consultationId, reference })
export const ofConsultationSchema = strict({ consultationId })

const themeWords = { name: typedText(400), definition: typedText(4000) }
const codebookChange = proven<CodebookChange>()(
  kinds(
    'kind',
    ['add', 'define', 'merge', 'retire'],
    [
      strict({ kind: exactly('add'), id: uuid, ...themeWords }),
      strict({ kind: exactly('define'), id: uuid, ...themeWords }),
      strict({ kind: exactly('merge'), id: uuid, into: uuid }),
      strict({ kind: exactly('retire'), id: uuid }),
    ],
  ),
)
export const changeThemesSchema = strict({
  consultationId,
  seen: whole(0, 1_000_000),
  change: codebookChange,
})

const place = whole(0, 1_000_000)
export const readAnswerSchema = strict({
  consultationId,
  responseId: uuid,
  questionId: id,
  codings: list(
    strict({
      id: uuid,
      theme: uuid,
      passage: z.optional(strict({ start: place, end: place, words: typedText(20_000) })),
    }),
    'codings',
    [0, 200],
  ),
})

export const enterResponseSchema = proven<EnterResponse>()(
  strict({
    responseId: named<ResponseId>(uuid),
    consultationId,
    version: whole(1, 1_000_000),
    way: oneOf(['paper', 'telephone', 'email', 'meeting'] as const),
    givenOn: date,
    arrivedOn: date,
    behalf: oneOf(behalves),
    behalfWords: typedText(1000),
    readBack: yesOrNo,
    answers: answersSchema,
    leftOut: list(id, 'questions', [0, 500]),
    codeHash: pattern(/^[0-9a-f]{64}$/, 'Write 64 digits 0 to 9 and a to f'),
  }),
)
export const enterAgainSchema = strict({
  entryId: uuid,
  consultationId,
  reference,
  answers: answersSchema,
})
export const settleEntrySchema = strict({ consultationId, reference, answers: answersSchema })

/** Of which response; the step is made by whoever sends it, so that sending it twice is one step. */
const removal = { stepId: uuid, consultationId, responseId: uuid }
const takeOut = proven<TakeOutWords>()(
  strict({
    place: strict({ questionId: id, option: z.optional(code) }),
    parts: list(strict({ start: place, end: place, what: oneOf(removedKinds) }), 'parts', [1, 100]),
    reason: oneOf(takeOutReasons),
    seen: whole(1, 1_000_000),
  }),
)
export const takeOutSchema = strict({ ...removal, takeOut })
export const askToEraseSchema = strict({
  requestId: uuid,
  consultationId,
  responseId: uuid,
  reason: oneOf(erasureReasons),
})
export const keepSchema = strict({ requestId: uuid, consultationId, responseId: uuid })
export const eraseSchema = strict({ ...removal, requestId: uuid })

export const expectSchema = strict({
  consultationId,
  questionKey: id,
  source: text(200),
  people: z
    .record(code, whole(0, 100_000_000))
    .check(z.refine((people) => Object.keys(people).length <= 100, 'Use 100 groups or fewer')),
})
