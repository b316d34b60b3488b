import { finishedAt, type DeviceTimes } from '../core/finished-at.ts'
import type { ChangeId, ContributionId } from '../core/ids.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { charactersOver, isBlank, tidyLine, tidyText } from '../core/text.ts'
import type { ContributionSource } from './contribution-source.ts'
import type { Quotation } from './quotation.ts'
import type { OwnQuestion } from './questions/own-question.ts'
import type { QuestionState } from './questions/question.ts'
import type { RoundProblem } from './round-problem.ts'
import { roundHasClosed, type Round } from './round.ts'
import type { Stance } from './stance.ts'

/**
 * What somebody says in a round: a comment, or a reply to one. No account. A private code, made on the device and sent
 * only as its hash, lets its author change it, take it back and find it; the same code serves one person in one round.
 */
export interface Said {
  readonly text: string
  /** What the person wants to be called here; it may be different every time. */
  readonly name: string
  /** How they describe themselves, in their own words; checked against nothing. */
  readonly self?: string
  readonly stance?: Stance
  /** The "if" of a stance that is conditional. */
  readonly condition?: string
  readonly quotations: readonly Quotation[]
  /** Said for somebody else, who asked for it. */
  readonly onBehalf: boolean
  /** "I need help now": a person looks at it first, and it is shown to nobody until then. */
  readonly helpNow: boolean
}

/** What somebody begins with. */
export const nothingSaid: Said = {
  text: '',
  name: '',
  quotations: [],
  onBehalf: false,
  helpNow: false,
}

/** A contribution as the device sends it. The device times are only ever subtracted from each other, as those of a response are. */
export interface Contribute {
  readonly contributionId: ContributionId
  readonly slug: string
  /** The number of the contribution that is answered. */
  readonly inReplyTo?: number
  readonly said: Said
  /** SHA-256 of the private code (normalised), 64 lower-case hex digits. */
  readonly codeHash: string
  readonly completedAt: string
  readonly sentAt: string
}

/** Puts other words in the place of what was said. They are read by a moderator before anybody sees them. */
export interface EditContribution {
  readonly changeId: ChangeId
  readonly contributionId: ContributionId
  readonly code: string
  readonly baseRevision: number
  readonly said: Said
  readonly completedAt: string
  readonly sentAt: string
}

/** Takes it back, at any time: also after the round has closed. The times decide nothing. */
export interface WithdrawContribution {
  readonly contributionId: ContributionId
  readonly code: string
  readonly completedAt?: string
  readonly sentAt?: string
}

/**
 * Where a contribution stands. Only `accepted` is ever shown. `change-asked`: a moderator asks for other words.
 * `withdrawn`: taken back by its author, and its words erased.
 */
export const contributionStates = [
  'waiting',
  'accepted',
  'rejected',
  'change-asked',
  'withdrawn',
] as const

export type ContributionState = (typeof contributionStates)[number]

/** What the server says once the row is committed (P2). Times are to the hour. */
export interface ContributionReceipt {
  readonly contributionId: ContributionId
  readonly slug: string
  /** 1 when first received; each change adds 1. */
  readonly revision: number
  readonly state: ContributionState
  /** Its number in the round once it is shown. */
  readonly number?: number
  /** Why it is not shown, or what a moderator asks to be changed, in plain words. */
  readonly reason?: string
  /** Finished before the round closed and delivered after: a moderator decides. */
  readonly late: boolean
  readonly receivedAt: string
  readonly closesAt: string
}

/** What its author may read again with the private code. */
export interface OwnContribution {
  readonly receipt: ContributionReceipt
  /** That of the round. */
  readonly title: string
  readonly inReplyTo?: number
  /** Absent once it is withdrawn: the words are erased. */
  readonly said?: Said
  /** What a moderator decided about these words, unless they are shown as they are. */
  readonly decided?: 'redact' | 'reject' | 'ask-change'
  /** The author's one answer to it: they still may; they have, and somebody else looks; somebody else has decided. */
  readonly answer?: 'may' | 'given' | 'settled'
  /** What became of it, where it is a question that is shown. */
  readonly question?: OwnQuestion
}

/** Most of each, in characters as people count them. */
export const saidLimits = {
  text: 2_000,
  name: 60,
  self: 100,
  condition: 200,
  quotation: 500,
  quotations: 5,
} as const

/** What is stored of a contribution that is accepted for reading. */
export interface AcceptedContribution {
  readonly said: Said
  readonly state: 'waiting' | 'accepted'
  readonly late: boolean
}

/** What the server knows of whoever sends. */
export interface Contributor {
  readonly source: Extract<ContributionSource, 'participant' | 'on-behalf' | 'staff'>
  /** True when something under the same private code was accepted in this round before. */
  readonly heardBefore: boolean
}

/**
 * Decides on a contribution. Refused: before the round opens; finished after it closed; with nothing said, no name, an
 * "if" that is missing, or a text that is too long; and a reply where people ask and only staff answer. One finished before closing and delivered after it is late: it is
 * kept, and a moderator decides. So does a moderator where the round says so, and wherever somebody says they need help.
 */
export function acceptContribution(
  round: Round,
  input: Pick<Contribute, 'said' | 'inReplyTo'> & DeviceTimes,
  { now, contributor }: { readonly now: Date; readonly contributor: Contributor },
): Result<AcceptedContribution, RoundProblem> {
  const problem = untimely(round, input, now)
  if (problem) return refuse(problem)
  if (round.kind === 'questions' && input.inReplyTo !== undefined)
    return refuse({ code: 'questions-only' })
  const problems = checkSaid(input.said)
  if (problems.length > 0) return refuse(...problems)
  const late = roundHasClosed(round, now)
  const said = tidySaid(round, input.said)
  const shown = !late && !said.helpNow && isShownAtOnce(round, contributor)
  return accept({ said, late, state: shown ? 'accepted' : 'waiting' })
}

function isShownAtOnce(
  { moderation }: Pick<Round, 'moderation'>,
  { source, heardBefore }: Contributor,
): boolean {
  if (source === 'staff') return true
  return moderation === 'after' || (moderation === 'before-first' && heardBefore)
}

/** What a change is held against. */
export interface HeldContribution {
  readonly state: ContributionState
  readonly revision: number
  /** Where it stands as a question, in a round of questions, once it has been shown. */
  readonly question?: QuestionState | undefined
}

/**
 * Decides on other words for a contribution. They always wait for a moderator, whatever the round says: otherwise an
 * accepted text could be changed into anything (S53). A question that somebody has begun to answer stays as it is: an
 * answer must never stand under other words than it was written for.
 */
export function acceptEdit(
  round: Round,
  held: HeldContribution,
  { input, now }: { readonly input: EditContribution; readonly now: Date },
): Result<AcceptedContribution, RoundProblem> {
  if (held.state === 'withdrawn') return refuse({ code: 'contribution-withdrawn' })
  if (held.state === 'rejected') return refuse({ code: 'contribution-rejected' })
  if (held.question !== undefined && held.question !== 'waiting')
    return refuse({ code: 'question-taken' })
  const problem = untimely(round, input, now)
  if (problem) return refuse(problem)
  if (held.revision !== input.baseRevision)
    return refuse({ code: 'contribution-changed-elsewhere' })
  const problems = checkSaid(input.said)
  if (problems.length > 0) return refuse(...problems)
  return accept({
    said: tidySaid(round, input.said),
    late: roundHasClosed(round, now),
    state: 'waiting',
  })
}

/** Every reason to refuse what is said, in the order of the form. The device asks before it sends, the server before it stores. */
export function checkSaid({
  text,
  name,
  self = '',
  stance,
  condition = '',
  quotations,
}: Said): readonly RoundProblem[] {
  return [
    ...(isBlank(text) ? [{ code: 'contribution-empty' } as const] : []),
    ...tooLong('contribution-too-long', text, saidLimits.text),
    ...(quotations.length > saidLimits.quotations
      ? [{ code: 'quotations-too-many', most: saidLimits.quotations } as const]
      : []),
    ...(quotations.some(({ exact }) => charactersOver(exact, saidLimits.quotation) > 0)
      ? [{ code: 'quotation-too-long', most: saidLimits.quotation } as const]
      : []),
    ...(stance === 'conditional' && isBlank(condition)
      ? [{ code: 'condition-missing' } as const]
      : []),
    ...(stance === 'conditional'
      ? tooLong('condition-too-long', condition, saidLimits.condition)
      : []),
    ...(isBlank(name) ? [{ code: 'name-missing' } as const] : []),
    ...tooLong('name-too-long', name, saidLimits.name),
    ...tooLong('self-too-long', self, saidLimits.self),
  ]
}

type TooLong = Extract<RoundProblem, { readonly over: number }>

function tooLong(code: TooLong['code'], text: string, most: number): readonly TooLong[] {
  const over = charactersOver(text, most)
  return over > 0 ? [{ code, most, over }] : []
}

/** What is said as it is sent and stored: tidied, and nothing beside what was chosen. */
export function tidySaid(
  { position }: Pick<Round, 'position'>,
  { text, name, self = '', stance, condition = '', quotations, onBehalf, helpNow }: Said,
): Said {
  const asked = position === undefined ? undefined : stance
  return {
    text: tidyText(text),
    name: tidyLine(name),
    ...(isBlank(self) ? {} : { self: tidyLine(self) }),
    ...(asked === undefined ? {} : { stance: asked }),
    ...(asked === 'conditional' ? { condition: tidyLine(condition) } : {}),
    quotations,
    onBehalf,
    helpNow,
  }
}

function untimely(round: Round, times: DeviceTimes, now: Date): RoundProblem | undefined {
  if (now.getTime() < Date.parse(round.opensAt))
    return { code: 'round-not-open', opensAt: round.opensAt }
  if (roundHasClosed(round, finishedAt(round, times, now)))
    return { code: 'round-closed', closedAt: round.closesAt }
  return undefined
}
