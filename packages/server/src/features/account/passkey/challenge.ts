import type { AccountWorld } from '../account-world.ts'
import { hashOfSecret, makeSecret } from '../secret.ts'
import { insertChallenge, takeChallenge } from './passkey.queries.ts'

/** How long somebody may take over their key, in milliseconds: 5 minutes, for a hand that is slow or a key in a bag. */
export const challengeLastsMs = 5 * 60_000

/** Makes something for a passkey to sign, for one invitation or for signing in. */
export async function makeChallenge(
  { db, now, random }: AccountWorld,
  invitationId?: string,
): Promise<string> {
  const { token, hash } = makeSecret(random)
  const endsAt = new Date(now().getTime() + challengeLastsMs)
  await insertChallenge(db, { hash, endsAt, now: now(), ...(invitationId ? { invitationId } : {}) })
  return token
}

/** True once for each that was made, while it lasts. */
export const answersChallenge = (
  { db, now }: Pick<AccountWorld, 'db' | 'now'>,
  challenge: string,
  invitationId?: string,
): Promise<boolean> =>
  takeChallenge(db, {
    hash: hashOfSecret(challenge),
    now: now(),
    ...(invitationId ? { invitationId } : {}),
  })
