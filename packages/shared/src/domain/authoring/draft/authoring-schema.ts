import * as z from 'zod/mini'
import type { ActResult, ChangeResult, CheckedNow, SaveResult } from './desk-answers.ts'
import {
  list,
  oneOf,
  strict,
  time,
  typedText,
  uuid,
  whole,
  yesOrNo,
} from '../../core/schema-parts.ts'

/** What goes out has these fields and no others; the type is the one that is written by hand. */
const answer = <Type>(schema: z.ZodMiniType) => schema as unknown as z.ZodMiniType<Type, Type>

/** What the desk asks of the server about consultations that are written, and what it is answered. */
const draft = uuid
const outcomes = <const Problem extends string>(problems: readonly [Problem, ...Problem[]]) =>
  z.discriminatedUnion('ok', [
    strict({ ok: z.literal(true), number: z.optional(whole(1, 1_000_000)) }),
    strict({
      ok: z.literal(false),
      problem: z.literal([...problems]),
      words: z.optional(list(typedText(2_000), 'words', [0, 200])),
    }),
  ])

export const beginSchema = strict({
  id: uuid,
  title: typedText(300),
  copyOf: z.optional(uuid),
})
export const begunSchema = strict({ id: z.nullable(uuid) })

export const draftOnlySchema = strict({ draft })
export const undoSchema = strict({ draft, id: uuid, which: oneOf(['undo', 'redo']) })
export const addReadySchema = strict({ draft: uuid, set: typedText(40) })
export const readyAddedSchema = z.discriminatedUnion('outcome', [
  strict({ outcome: z.literal('added'), section: typedText(40) }),
  strict({ outcome: z.literal(['already', 'no-room', 'unknown']) }),
])
export const restoreSchema = strict({
  draft,
  part: typedText(140),
  before: whole(1, Number.MAX_SAFE_INTEGER),
})

const other = strict({
  field: typedText(40),
  value: z.optional(z.unknown()),
  edit: uuid,
  by: uuid,
  at: typedText(40),
})
const partSchema = strict({
  key: typedText(140),
  fields: z.record(typedText(40), z.unknown()),
  revision: whole(0, Number.MAX_SAFE_INTEGER),
  others: list(other, 'texts', [0, 1_000]),
})
export const savedSchema = answer<SaveResult>(
  z.discriminatedUnion('outcome', [
    strict({ outcome: z.literal(['saved', 'kept-beside']), part: z.optional(partSchema) }),
    strict({
      outcome: z.literal('refused'),
      problem: typedText(40),
      words: z.optional(typedText(2_000)),
    }),
  ]),
)
export const undoneSchema = strict({
  undone: z.nullable(typedText(500)),
  part: z.nullable(typedText(140)),
})

const finding = strict({
  level: z.literal(['blocks', 'advice', 'confirm']),
  part: typedText(140),
  field: z.optional(typedText(60)),
  words: typedText(6_000),
  key: typedText(6_000),
  overruled: z.optional(strict({ reason: typedText(1_000), by: uuid, at: typedText(40) })),
})
export const checkedSchema = answer<CheckedNow>(
  strict({
    findings: list(finding, 'findings', [0, 500]),
    blocked: whole(0, 1_000_000),
    undecided: whole(0, 1_000_000),
  }),
)

export const overruleSchema = strict({
  draft,
  finding: typedText(2_000),
  reason: typedText(1_100),
})
export const takeOverruleBackSchema = strict({ draft, finding: typedText(2_000) })
export const overruledSchema = strict({
  problem: z.nullable(z.literal(['reason-missing', 'reason-long'])),
})

export const askSignOffSchema = strict({ draft, id: uuid })
export const decideSignOffSchema = strict({
  draft,
  decision: oneOf(['signed', 'sent-back']),
  note: z.optional(typedText(1_100)),
})
export const publishSchema = strict({ draft, at: z.optional(time) })
export const actedSchema = answer<ActResult>(
  outcomes([
    'something-blocks',
    'advice-undecided',
    'not-asked',
    'own-request',
    'already-asked',
    'not-signed',
    'not-scheduled',
    'nothing-new',
    'unknown',
    'note-missing',
    'note-long',
    'refused',
  ]),
)

export const askChangeSchema = strict({
  draft,
  id: uuid,
  kind: oneOf(['extend', 'retract']),
  closesAt: z.optional(time),
  note: typedText(1_100),
})
export const decideChangeSchema = strict({ draft, change: uuid, done: yesOrNo })
export const changedSchema = answer<ChangeResult>(
  outcomes([
    'unknown',
    'note-missing',
    'note-long',
    'not-later',
    'has-closed',
    'after-promise',
    'already-asked',
    'is-retracted',
    'own-request',
    'refused',
  ]),
)
