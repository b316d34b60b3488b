import { longestIdleMs, longestSessionMs } from '@takepart/shared/domain/account/session'
import type { AccountWorld } from './account-world.ts'
import { deleteEndedChallenges } from './passkey/passkey.queries.ts'
import { eraseOldAddresses } from './invitation.queries.ts'
import { deleteEndedAttempts } from './provider/sign-in-attempt.queries.ts'
import { deleteEndedSessions } from './session/session.queries.ts'

/** An address that somebody was invited by is kept as long as it may be asked about, in milliseconds: 30 days. */
const addressKeptMs = 30 * 24 * 3_600_000

/**
 * Takes away what has run out: sessions nobody used for 30 minutes or that are 12 hours old, what keys were asked and
 * did not answer, ways to the provider that nobody came back from, and the addresses in old invitations. Answers how many sessions those were.
 */
export async function forgetWhatEnded(db: AccountWorld['db'], now: Date): Promise<number> {
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
  await deleteEndedChallenges(db, now)
  await deleteEndedAttempts(db, now)
  await eraseOldAddresses(db, before(addressKeptMs))
  return deleteEndedSessions(db, {
    usedBefore: before(longestIdleMs),
    startedBefore: before(longestSessionMs),
  })
}
