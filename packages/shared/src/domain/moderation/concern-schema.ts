import * as z from 'zod/mini'
import {
  exactly,
  kinds,
  list,
  oneOf,
  proven,
  strict,
  text,
  time,
  typedText,
  uuid,
  whole,
} from '../core/schema-parts.ts'
import { concernLimits, handOffs } from './concern.ts'
import type { AskForHelp, HelpProblem, HelpReceipt } from './help-request.ts'
import { severities } from './severity.ts'
import { urgentListLimits, type UrgentWordList } from './urgent-words.ts'

/** Shapes of what is sent about urgent concerns. The rules are in concern.ts and help-request.ts; here are only hard limits. */

const place = z.string().check(z.regex(/^\/[a-z0-9/-]{0,299}$/, 'Write the path of a page'))

export const askForHelpSchema = proven<AskForHelp>()(
  strict({
    concernId: uuid,
    place,
    words: typedText(4 * concernLimits.words),
    reach: z.optional(typedText(4 * concernLimits.reach)),
    completedAt: time,
    sentAt: time,
  }),
)

/** Of a problem only what is listed here ever leaves the server. */
const problem = z.readonly(
  z.object({
    code: z.string(),
    most: z.optional(z.int()),
    over: z.optional(z.int()),
    by: z.optional(z.string()),
    dueAt: z.optional(z.string()),
    phrase: z.optional(z.string()),
  }),
)
const refused = strict({ ok: z.literal(false), problems: z.readonly(z.array(problem)) })

const accepted = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([strict({ ok: z.literal(true), value }), refused])

const tooLong = { most: z.int(), over: z.int() }
const helpProblem = proven<HelpProblem>()(
  kinds(
    'code',
    ['help-words-missing', 'help-words-too-long', 'help-reach-too-long', 'help-not-understood'],
    [
      strict({ code: exactly('help-words-missing') }),
      strict({ code: exactly('help-words-too-long'), ...tooLong }),
      strict({ code: exactly('help-reach-too-long'), ...tooLong }),
      strict({ code: exactly('help-not-understood') }),
    ],
  ),
)

export const helpResultSchema = z.union([
  strict({
    ok: z.literal(true),
    value: proven<HelpReceipt>()(strict({ concernId: uuid, receivedAt: time })),
  }),
  strict({ ok: z.literal(false), problems: z.readonly(z.array(helpProblem)) }),
])

const what = typedText(4 * concernLimits.what)

/** What a member of staff does. `seen`: how many things had happened to it when they looked. */
const act = kinds(
  'kind',
  ['take', 'give', 'change-severity', 'acknowledge', 'pass-on', 'confirm', 'close'],
  [
    strict({ kind: z.literal('take') }),
    strict({ kind: z.literal('give'), to: uuid }),
    strict({ kind: z.literal('change-severity'), severity: oneOf(severities), why: what }),
    strict({ kind: z.literal('acknowledge'), how: what }),
    strict({ kind: z.literal('pass-on'), to: oneOf(handOffs), what }),
    strict({ kind: z.literal('confirm'), what }),
    strict({ kind: z.literal('close'), how: oneOf(['done', 'false-alarm']), what }),
  ],
)

export const actOnConcernSchema = strict({ concernId: uuid, seen: whole(1, 10_000), act })

export type ActOnConcern = z.output<typeof actOnConcernSchema>

export const actResultSchema = accepted(strict({ seen: z.int() }))

/** A moderator raises a concern about a contribution that they read. */
export const raiseByHandSchema = strict({
  contributionId: uuid,
  severity: oneOf(severities),
  why: what,
})

export type RaiseByHand = z.output<typeof raiseByHandSchema>

export const raisedSchema = accepted(strict({ concernId: uuid }))

const phrase = text(urgentListLimits.characters)

const urgentWordListSchema = proven<UrgentWordList>()(
  strict({
    phrases: list(strict({ words: phrase, severity: oneOf(severities) }), 'phrases', [
      0,
      urgentListLimits.phrases,
    ]),
    leaveAlone: list(phrase, 'phrases', [0, urgentListLimits.leaveAlone]),
  }),
)

export const saveWordListSchema = strict({ base: whole(0, 1_000_000), list: urgentWordListSchema })

export type SaveWordList = z.output<typeof saveWordListSchema>

export const savedWordListSchema = accepted(strict({ number: z.int() }))
