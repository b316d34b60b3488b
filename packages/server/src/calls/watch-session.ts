import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResolveActor } from '../context.ts'

/** Somebody whose session is ended sees nothing more within 5 s (S23). */
const askEveryMs = 3000

/**
 * Cuts a stream once the session that opened it has ended, or is no longer the same person's. While that cannot be found
 * out, the stream goes on: whoever asks anew is refused then in any case.
 */
export function watchSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, resolveActor }: { readonly actor: StaffActor; readonly resolveActor: ResolveActor },
): void {
  const ask = async (): Promise<void> => {
    const now = await resolveActor(request.headers.cookie)
    const goesOn = now.kind === 'staff' && sameRights(now, actor)
    if (!goesOn) reply.raw.destroy()
  }
  const timer = setInterval(() => void ask().catch(() => undefined), askEveryMs)
  reply.raw.once('close', () => clearInterval(timer))
}

/** Roles that were changed count as well: what the stream gives was decided by those it began with. */
const sameRights = (one: StaffActor, other: StaffActor): boolean =>
  one.sessionId === other.sessionId &&
  one.staffId === other.staffId &&
  JSON.stringify([one.roles, one.teams]) === JSON.stringify([other.roles, other.teams])
