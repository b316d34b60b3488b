import type { Process, Round } from '@takepart/shared/domain/round/round'
import { processSchema, roundSchema } from '@takepart/shared/domain/round/round-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { findRound, storeProcess, storeRound } from './round.queries.ts'

export type Published =
  | { readonly outcome: 'published'; readonly slug: string }
  | { readonly outcome: 'refused'; readonly words: readonly string[] }

/**
 * Publishes a round, or the next revision of it. Refused, with words for whoever wrote it: what is no round, an opening
 * that is not before the closing, and a slug that another round has.
 */
export async function publishRound(trx: Kysely<Schema>, written: unknown): Promise<Published> {
  const read = roundSchema.safeParse(written)
  if (!read.success)
    return {
      outcome: 'refused',
      words: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    }
  const round: Round = read.data
  if (Date.parse(round.opensAt) >= Date.parse(round.closesAt))
    return {
      outcome: 'refused',
      words: ['closesAt: Choose a closing that comes after the opening'],
    }
  const before = await findRound(trx, round.slug)
  if (before && before.round.id !== round.id)
    return { outcome: 'refused', words: ['slug: Another discussion has this address'] }
  await storeRound(trx, round)
  return { outcome: 'published', slug: round.slug }
}

/** Stores a process, before its rounds. */
export async function publishProcess(trx: Kysely<Schema>, written: unknown): Promise<Process> {
  const process = processSchema.parse(written)
  await storeProcess(trx, process)
  return process
}
