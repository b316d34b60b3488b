import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { CallContext } from '../../context.ts'
import { findVersion } from '../consultation/consultation.queries.ts'
import type { HeldResponse } from './response.queries.ts'

/** A version from near at hand or from the database. */
async function versionOf(
  ctx: CallContext,
  slug: string,
  number: number,
): Promise<ConsultationVersion | undefined> {
  const cached = ctx.versions.find(slug, number)
  if (cached) return cached
  const found = await findVersion(ctx.db, slug, number)
  if (found) ctx.versions.keep(slug, number, found.version)
  return found?.version
}

/**
 * The version a response answers, with the dates of the newest one: a closing date that the Trust has moved counts for everybody,
 * also for those who began before. Undefined when there is no such version.
 */
export async function timelyVersion(
  ctx: CallContext,
  slug: string,
  numbers: { number: number; newest: number },
): Promise<ConsultationVersion | undefined> {
  const { number, newest } = numbers
  const [version, current] = await Promise.all([
    versionOf(ctx, slug, number),
    versionOf(ctx, slug, newest),
  ])
  if (!version || !current || number === newest) return version
  const { opensAt, closesAt, grace } = current.consultation
  return { number, consultation: { ...version.consultation, opensAt, closesAt, grace } }
}

/** The same of a stored response, whose version is always there. */
export async function timelyVersionOf(
  ctx: CallContext,
  { slug, version: number, place: { newest } }: Pick<HeldResponse, 'slug' | 'version' | 'place'>,
): Promise<ConsultationVersion> {
  const version = await timelyVersion(ctx, slug, { number, newest })
  if (!version) throw new Error('A stored response answers a version that is not there')
  return version
}
