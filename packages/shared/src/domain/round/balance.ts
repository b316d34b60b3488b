import { roundedCount } from './acknowledgement.ts'
import type { ContributionSource } from './contribution-source.ts'
import { stances, type Stance } from './stance.ts'

/**
 * How a conversation is balanced: who speaks, who answers whom, what nobody has challenged or answered. For staff, while it
 * goes on, and for everybody when staff publish it with the summary. Each measure is a pure function of what is shown; its
 * definition is the comment above it.
 */
export interface Voiced {
  /** Its number in the round. */
  readonly number: number
  readonly inReplyTo?: number
  readonly source: ContributionSource
  /** Stands for one person in this round; absent for what staff entered. */
  readonly voice?: string
  readonly stance?: Stance
  readonly self?: string
  /** It asks the staff something, or everybody. */
  readonly asks: boolean
  /** A moment, ISO 8601. */
  readonly shownAt: string
}

/** People counted as everybody may read it: none, `few` for 1 to 7, otherwise to the nearest 5. */
export type ProtectedCount = number | 'few'

const protectCount = (people: number): ProtectedCount =>
  people === 0 ? 0 : (roundedCount(people) ?? 'few')

/** Whether it speaks for the Trust; a seed does, since staff wrote it to start a round. */
const speaksForTrust = (source: ContributionSource): boolean =>
  source === 'staff' || source === 'seed'

/** The Trust's share that rounds aim at: one contribution of staff to thirty of others. */
const aimedShare = { staff: 1, public: 30 } as const

/**
 * Contributions that speak for the Trust and those that do not, and how many of the public there are to one of staff,
 * rounded down. Undefined where staff have said nothing. What starts a round is not counted.
 */
export function shareOfStaff(said: readonly Voiced[]) {
  const staff = said.filter(({ source }) => speaksForTrust(source)).length
  const others = said.length - staff
  return {
    staff,
    public: others,
    publicToOneOfStaff: staff === 0 ? undefined : Math.floor(others / staff),
  }
}

/** Replies by the public to the public, of all replies by the public. A reply to oneself is not counted. */
export function repliesAmongPublic(said: readonly Voiced[]) {
  const byNumber = new Map(said.map((one) => [one.number, one]))
  const replies = said.filter(
    ({ source, inReplyTo }) => !speaksForTrust(source) && inReplyTo !== undefined,
  )
  const among = replies.filter((reply) => {
    const answered = byNumber.get(reply.inReplyTo as number)
    return (
      answered !== undefined && !speaksForTrust(answered.source) && !isSameVoice(reply, answered)
    )
  })
  return { among: among.length, of: replies.length }
}

const isSameVoice = (one: Voiced, other: Voiced): boolean =>
  one.voice !== undefined && one.voice === other.voice

/**
 * How long it took until staff first replied where somebody of the public asked something, in minutes: the middle of those
 * that were answered (the lower of two in the middle). And the questions that staff have not answered, oldest first.
 */
export function staffReplies(said: readonly Voiced[]) {
  const asked = said.filter(({ source, asks }) => asks && !speaksForTrust(source))
  const replies = repliesByThread(said)
  const waited = asked.map((question) => ({
    question,
    minutes: minutesUntilStaff(question, replies),
  }))
  const answered = waited.flatMap(({ minutes }) => (minutes === undefined ? [] : [minutes]))
  const inOrder = answered.toSorted((one, other) => one - other)
  return {
    asked: asked.length,
    answered: answered.length,
    middleMinutes: inOrder[Math.floor((inOrder.length - 1) / 2)],
    unanswered: waited
      .filter(({ minutes }) => minutes === undefined)
      .map(({ question }) => question.number)
      .sort((one, other) => one - other),
  }
}

/** In the thread of the question, after it: replies are one level deep, so an answer stands beside the question or under it. */
function minutesUntilStaff(
  question: Voiced,
  replies: ReadonlyMap<number, readonly Voiced[]>,
): number | undefined {
  const thread = question.inReplyTo ?? question.number
  const at = Date.parse(question.shownAt)
  const times = (replies.get(thread) ?? [])
    .filter(({ source }) => speaksForTrust(source))
    .map(({ shownAt }) => Date.parse(shownAt))
    .filter((time) => time >= at)
  return times.length === 0 ? undefined : Math.round((Math.min(...times) - at) / 60_000)
}

/**
 * The share of contributions of the public that come from the five people who said most, in whole per cent. Undefined where
 * fewer than ten people spoke: then five are half of everybody or more, and it says nothing.
 */
export function shareOfMostActive(said: readonly Voiced[]) {
  const byVoice = new Map<string, number>()
  const others = said.filter(({ source }) => !speaksForTrust(source))
  for (const { voice } of others)
    if (voice !== undefined) byVoice.set(voice, (byVoice.get(voice) ?? 0) + 1)
  const five = [...byVoice.values()].toSorted((one, other) => other - one).slice(0, 5)
  const people = byVoice.size
  return {
    people,
    percent:
      people < 10
        ? undefined
        : Math.round((100 * five.reduce((sum, count) => sum + count, 0)) / others.length),
  }
}

/** How many comments of the public take each stance; `none`: they did not say. */
export function stancesTaken(said: readonly Voiced[]): Readonly<Record<Stance | 'none', number>> {
  const comments = said.filter(
    ({ source, inReplyTo }) => !speaksForTrust(source) && inReplyTo === undefined,
  )
  const count = (stance: Stance | undefined): number =>
    comments.filter((one) => one.stance === stance).length
  const taken = stances.map((stance) => [stance, count(stance)] as const)
  return { ...(Object.fromEntries(taken) as Record<Stance, number>), none: count(undefined) }
}

/**
 * Comments with a stance that nobody of another stance, or who did not say one, has replied to; the newest last. Undecided
 * ones are left out: there is nothing in them to challenge.
 */
export function unchallenged(said: readonly Voiced[]): readonly number[] {
  const replies = repliesByThread(said)
  return said
    .filter(
      ({ stance, inReplyTo, source }) =>
        stance !== undefined &&
        stance !== 'undecided' &&
        inReplyTo === undefined &&
        !speaksForTrust(source),
    )
    .filter(
      (comment) => !(replies.get(comment.number) ?? []).some((reply) => challenges(reply, comment)),
    )
    .map(({ number }) => number)
    .sort((one, other) => one - other)
}

/** Replies by the number of what they answer: a round of thousands is gone through once, and not once for each. */
function repliesByThread(said: readonly Voiced[]): ReadonlyMap<number, readonly Voiced[]> {
  const replies = new Map<number, Voiced[]>()
  for (const one of said) {
    if (one.inReplyTo === undefined) continue
    const thread = replies.get(one.inReplyTo)
    if (thread) thread.push(one)
    else replies.set(one.inReplyTo, [one])
  }
  return replies
}

const challenges = (reply: Voiced, comment: Voiced): boolean =>
  reply.stance !== comment.stance && !isSameVoice(reply, comment)

/** How people described themselves, and how many people did, in words brought to one spelling. Small numbers are hidden, the rest rounded. */
interface Described {
  readonly self: string
  readonly people: ProtectedCount
}

/**
 * Reach by how people describe themselves. A description that fewer than 8 people used is not named at all: they are
 * counted together as `others`, which is protected like every count. Descriptions that differ in capitals and spaces alone
 * are one.
 */
export function reachBySelf(said: readonly Voiced[]): {
  readonly described: readonly Described[]
  readonly others: ProtectedCount
  readonly notSaid: ProtectedCount
} {
  const bySelf = new Map<string, Set<string>>()
  const silent = new Set<string>()
  const speaking = new Set<string>()
  for (const { voice, self, source } of said) {
    if (voice === undefined || speaksForTrust(source)) continue
    if (self === undefined) silent.add(voice)
    else {
      speaking.add(voice)
      const key = self.toLowerCase().replaceAll(/\s+/g, ' ').trim()
      bySelf.set(key, (bySelf.get(key) ?? new Set()).add(voice))
    }
  }
  const named = [...bySelf].filter(([, voices]) => protectCount(voices.size) !== 'few')
  const rest = new Set(
    [...bySelf]
      .filter(([self]) => !named.some(([other]) => other === self))
      .flatMap(([, voices]) => [...voices]),
  )
  return {
    described: named
      .map(([self, voices]) => ({ self, people: protectCount(voices.size) }))
      .sort((one, other) => (one.self < other.self ? -1 : 1)),
    others: protectCount(rest.size),
    notSaid: protectCount([...silent].filter((voice) => !speaking.has(voice)).length),
  }
}

/** Everything that is measured of a round. */
export interface Balance {
  readonly share: ReturnType<typeof shareOfStaff>
  readonly replies: ReturnType<typeof repliesAmongPublic>
  readonly staffReplies: ReturnType<typeof staffReplies>
  readonly mostActive: ReturnType<typeof shareOfMostActive>
  readonly stances: ReturnType<typeof stancesTaken>
  readonly unchallenged: readonly number[]
  readonly reach: ReturnType<typeof reachBySelf>
}

export const balanceOf = (said: readonly Voiced[]): Balance => ({
  share: shareOfStaff(said),
  replies: repliesAmongPublic(said),
  staffReplies: staffReplies(said),
  mostActive: shareOfMostActive(said),
  stances: stancesTaken(said),
  unchallenged: unchallenged(said),
  reach: reachBySelf(said),
})

/** What staff could do next; one at a time, what hurts most first. */
export type Suggestion =
  | { readonly kind: 'answer-questions'; readonly numbers: readonly number[] }
  | { readonly kind: 'say-less'; readonly publicToOneOfStaff: number }
  | { readonly kind: 'challenge'; readonly numbers: readonly number[] }
  | { readonly kind: 'hear-others'; readonly percent: number }

/**
 * Questions nobody answered come first; then staff who say more than half of what the aim allows, once there are 15
 * contributions; then points nobody challenged; then five people who say more than half. Nothing, when none of them holds.
 */
export function suggestionFor(balance: Balance): Suggestion | undefined {
  const { unanswered } = balance.staffReplies
  if (unanswered.length > 0) return { kind: 'answer-questions', numbers: unanswered }
  const { publicToOneOfStaff, staff, public: others } = balance.share
  if (
    publicToOneOfStaff !== undefined &&
    staff + others >= 15 &&
    publicToOneOfStaff < aimedShare.public / 2
  )
    return { kind: 'say-less', publicToOneOfStaff }
  if (balance.unchallenged.length > 0) return { kind: 'challenge', numbers: balance.unchallenged }
  const { percent } = balance.mostActive
  return percent !== undefined && percent > 50 ? { kind: 'hear-others', percent } : undefined
}
