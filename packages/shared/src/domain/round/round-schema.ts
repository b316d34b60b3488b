import * as z from 'zod/mini'
import {
  date,
  exactly,
  id,
  list,
  oneOf,
  proven,
  slug,
  strict,
  text,
  time,
  uuid,
  whole,
  yesOrNo,
} from '../core/schema-parts.ts'
import { contributionSources } from './contribution-source.ts'
import {
  moderationTimes,
  roundKinds,
  type Process,
  type Round,
  type RoundSummary,
} from './round.ts'
import type { Starter } from './starter.ts'

/** The shape of a round and of a process as staff write them and as they are stored. */
const line = text(300)
const paragraph = text(5_000)
const trust = strict({ name: line, note: z.optional(line) })

const starter = proven<Starter>()(
  strict({
    id,
    title: line,
    paragraphs: list(paragraph, 'paragraphs', [1, 20]),
    name: text(60),
    self: z.optional(text(100)),
    source: oneOf(contributionSources),
  }),
)

const summary = proven<RoundSummary>()(
  strict({
    publishedOn: date,
    said: list(paragraph, 'paragraphs', [1, 20]),
    notSettled: list(paragraph, 'paragraphs', [0, 20]),
    next: list(paragraph, 'paragraphs', [1, 20]),
  }),
)

export const roundSchema = proven<Round>()(
  strict({
    format: exactly('takepart/round/1'),
    id: uuid,
    slug,
    kind: oneOf(roundKinds),
    title: line,
    lede: text(1_000),
    position: z.optional(text(100)),
    starters: list(starter, 'starters', [0, 2]),
    answering: z.optional(
      list(strict({ name: text(60), self: z.optional(text(100)) }), 'people', [1, 12]),
    ),
    rules: list(line, 'rules', [1, 10]),
    opensAt: time,
    closesAt: time,
    summaryBy: date,
    moderation: oneOf(moderationTimes),
    reading: line,
    indexed: yesOrNo,
    trust,
    process: z.optional(strict({ slug, number: whole(1, 100) })),
    consultation: z.optional(strict({ slug, title: line, question: z.optional(id) })),
    summary: z.optional(summary),
  }),
)

export const processSchema = proven<Process>()(
  strict({
    format: exactly('takepart/process/1'),
    id: uuid,
    slug,
    title: line,
    lede: text(1_000),
    trust,
    consultation: z.optional(strict({ slug, title: line })),
  }),
)
