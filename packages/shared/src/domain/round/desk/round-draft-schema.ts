import * as z from 'zod/mini'
import { actedSchema, savedSchema } from '../../authoring/draft/authoring-schema.ts'
import type { Value } from '../../authoring/draft/draft.ts'
import { date, oneOf, pattern, strict, time, typedText, uuid } from '../../core/schema-parts.ts'
import { contributionSources } from '../contribution-source.ts'
import { moderationTimes } from '../round.ts'
import { roundPart } from './round-draft.ts'

/** What each field of a round may hold while it is being written: the limits of a round, and empty where a round wants words. */
const side = (name: string) => ({
  [`${name}Title`]: typedText(300),
  [`${name}Text`]: typedText(20_000),
  [`${name}Name`]: typedText(60),
  [`${name}Self`]: typedText(100),
  [`${name}Source`]: oneOf(contributionSources),
})

const slugWritten = typedText(80)
const paragraphs = typedText(20_000)

/** The two kinds that can be made here; the others come with pages of their own. */
const kindsToMake = ['discussion', 'questions'] as const

const fields: Readonly<Record<string, z.ZodMiniType>> = {
  title: typedText(300),
  lede: typedText(1_000),
  position: typedText(100),
  slug: slugWritten,
  kind: oneOf(kindsToMake),
  ...side('first'),
  ...side('second'),
  answering: typedText(2_200),
  rules: typedText(3_200),
  opensAt: time,
  closesAt: time,
  summaryBy: date,
  moderation: oneOf(moderationTimes),
  reading: typedText(300),
  indexed: z.boolean(),
  trustName: typedText(300),
  trustNote: typedText(300),
  process: pattern(/^(?:|\+new|[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'Choose one of these').check(
    z.maxLength(80, 'Choose one of these'),
  ),
  processTitle: typedText(300),
  processLede: typedText(1_000),
  consultation: slugWritten,
  said: paragraphs,
  notSettled: paragraphs,
  next: paragraphs,
}

/** Why a field cannot hold a value, in words; undefined when it can. */
export function refusalOfField(field: string, value: Value): string | undefined {
  const schema = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (schema === undefined) return 'There is no such field'
  if (value === undefined) return undefined
  const parsed = schema.safeParse(value)
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? 'This does not fit here')
}

const round = uuid
const note = typedText(1_100)

export const beginRoundSchema = strict({
  id: uuid,
  title: typedText(300),
  /** The published round whose summary opens this one. */
  after: z.optional(uuid),
})
export const begunRoundSchema = strict({ id: z.nullable(uuid) })

const part = z.literal(roundPart)
export const sentRoundEditSchema = strict({
  draft: uuid,
  id: uuid,
  edit: z.discriminatedUnion('do', [
    strict({
      do: z.literal('set'),
      part,
      field: typedText(40),
      was: z.optional(z.unknown()),
      now: z.optional(z.unknown()),
    }),
    strict({
      do: z.literal('settle'),
      part,
      field: typedText(40),
      edit: uuid,
      now: z.optional(z.unknown()),
    }),
  ]),
})
export const savedRoundSchema = savedSchema

export const askRoundSignOffSchema = strict({ round, id: uuid })
export const decideRoundSignOffSchema = strict({
  round,
  /** The request that was read: a newer one is not signed by an older page. */
  request: uuid,
  decision: oneOf(['signed', 'sent-back']),
  note: z.optional(note),
})
/** `opening`: when it opens; otherwise now. */
export const publishRoundSchema = strict({ round, when: oneOf(['now', 'opening']) })
export const roundOnlySchema = strict({ round })
export const actedOnRoundSchema = actedSchema
