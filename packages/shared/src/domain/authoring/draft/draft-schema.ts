import * as z from 'zod/mini'
import { blocks } from '../../consultation/block-schema.ts'
import {
  code,
  date,
  decimal,
  id,
  list,
  oneOf,
  strict,
  time,
  typedText,
  uuid,
  whole,
} from '../../core/schema-parts.ts'
import { readKey, type PartKey, type PartKind, type Value } from './draft.ts'
import { questionKindNames } from './question-fields.ts'

/**
 * The shape of what each field of each kind of part may hold while it is being written: the limits of the file, and empty
 * where the file wants words. What is written here is JSON of ours and never markup.
 */
const anId = z.optional(id)

const option = strict({
  code,
  label: typedText(300),
  hint: z.optional(typedText(500)),
  exclusive: z.optional(z.boolean()),
  say: z.optional(strict({ label: typedText(200), maxCharacters: z.optional(whole(1, 1_000)) })),
  picture: anId,
})

const words = strict({ word: typedText(80), meaning: typedText(500) })

const editionOption = strict({
  code,
  label: typedText(300),
  hint: z.optional(typedText(500)),
  say: z.optional(typedText(200)),
})

const amount = decimal(-1e12, 1e12)
const someBlocks = blocks(0)

/** Read from a consultation file, where it was checked, and handed on as it is. */
const opaque = (most: number) =>
  z
    .unknown()
    .check(z.refine((value) => JSON.stringify(value ?? null).length <= most, 'This is too long'))

const asked = {
  title: typedText(500),
  hint: typedText(1_000),
  why: typedText(2_000),
  statement: typedText(1_000),
  fromLabel: typedText(100),
  toLabel: typedText(100),
  unit: typedText(40),
  recording: id,
}

const fields = {
  about: {
    title: typedText(300),
    slug: typedText(80),
    summary: typedText(5_000),
    minutes: whole(1, 240),
    recording: id,
    trustName: typedText(200),
    trustNote: typedText(1_000),
    changes: list(strict({ on: date, text: typedText(1_000) }), 'changes', [0, 50]),
  },
  dates: {
    opensAt: time,
    closesAt: time,
    graceDays: whole(0, 60),
    graceText: typedText(1_000),
    promiseBy: date,
    promiseText: typedText(2_000),
  },
  contact: {
    name: typedText(200),
    phone: typedText(40),
    hours: typedText(200),
    email: typedText(260),
    post: typedText(500),
    crisisPhone: typedText(40),
    crisisWhen: typedText(200),
  },
  glossary: { words: list(words, 'words', [0, 200]) },
  outcome: { outcome: opaque(400_000) },
  document: {
    title: typedText(300),
    minutes: whole(1, 240),
    blocks: someBlocks,
    recording: id,
  },
  section: {
    title: typedText(300),
    introduction: someBlocks,
    read: list(id, 'ids of documents', [0, 20]),
    purpose: oneOf(['equality', 'about-you', 'publication']),
  },
  question: {
    ...asked,
    kind: oneOf(questionKindNames),
    about: typedText(100),
    mandatory: z.boolean(),
    showIf: strict({ question: id, includes: list(code, 'codes', [0, 100]) }),
    maxCharacters: whole(1, 10_000),
    options: list(option, 'options', [0, 100]),
    statements: list(option, 'statements', [0, 20]),
    scale: list(option, 'points', [0, 10]),
    from: whole(-100, 100),
    to: whole(-100, 100),
    most: amount,
    least: amount,
    decimals: whole(0, 6),
    earliest: date,
    latest: date,
  },
  media: Object.fromEntries(
    'kind file alt decorative title length lang transcript transcriptDocument captions poster signed shown'
      .split(' ')
      .map((name) => [name, opaque(20_000)]),
  ),
  edition: {
    title: typedText(300),
    summary: typedText(5_000),
    promise: typedText(2_000),
    grace: typedText(1_000),
    contact: strict({
      name: typedText(200),
      hours: z.optional(typedText(200)),
      post: z.optional(typedText(500)),
    }),
    recording: id,
    glossary: list(words, 'words', [0, 200]),
    fixedLabels: z.record(code, typedText(300)),
  },
  words: {
    ...asked,
    minutes: whole(1, 240),
    blocks: someBlocks,
    introduction: someBlocks,
    options: list(editionOption, 'options', [0, 100]),
    statements: list(editionOption, 'statements', [0, 20]),
    scale: list(editionOption, 'points', [0, 10]),
  },
} satisfies Record<PartKind, Readonly<Record<string, z.ZodMiniType>>>

/** Why a field cannot hold a value, in words; undefined when it can. An absent value empties the field, and any field may be empty. */
export function refusalOf(part: PartKey, field: string, value: Value): string | undefined {
  const kind = readKey(part)?.kind
  const known: Readonly<Record<string, z.ZodMiniType>> = kind === undefined ? {} : fields[kind]
  const schema = Object.hasOwn(known, field) ? known[field] : undefined
  if (schema === undefined) return 'There is no such field'
  if (value === undefined) return undefined
  const parsed = schema.safeParse(value)
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? 'This does not fit here')
}

const partKey = typedText(140)
const place = strict({ section: anId, after: anId })

const edit = z.discriminatedUnion('do', [
  strict({
    do: z.literal('set'),
    part: partKey,
    field: typedText(40),
    was: z.optional(z.unknown()),
    now: z.optional(z.unknown()),
  }),
  strict({
    do: z.literal('add'),
    part: partKey,
    fields: z.record(typedText(40), z.unknown()),
    place,
  }),
  strict({ do: z.literal('move'), part: partKey, place }),
  strict({ do: z.literal('remove'), part: partKey }),
  strict({ do: z.literal('bring-back'), part: partKey, place }),
  strict({
    do: z.literal('settle'),
    part: partKey,
    field: typedText(40),
    edit: uuid,
    now: z.optional(z.unknown()),
  }),
])

/** One edit as a device sends it. */
export const sentEditSchema = strict({ draft: uuid, id: uuid, edit, undoes: z.optional(uuid) })

/** The first reason why an edit's values do not fit their fields. */
export function refusalOfEdit(sent: z.output<typeof edit>): string | undefined {
  if (sent.do === 'set' || sent.do === 'settle') return refusalOf(sent.part, sent.field, sent.now)
  if (sent.do !== 'add') return undefined
  for (const [field, value] of Object.entries(sent.fields)) {
    const refusal = refusalOf(sent.part, field, value)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
