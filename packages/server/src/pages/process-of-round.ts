import type { Round } from '@takepart/shared/domain/round/round'
import type { RoundPageModel } from '@takepart/shared/views/round/round-model'
import type { PageDeps } from './page-deps.ts'

/** The process that a round is part of, if it is, with its other rounds. */
export async function processOf(
  round: Round,
  { rounds }: PageDeps,
): Promise<RoundPageModel['process']> {
  const slug = round.process?.slug
  if (slug === undefined) return undefined
  const [process, listed] = await Promise.all([
    rounds.process(slug),
    rounds.list({ process: slug }),
  ])
  return process && { slug, title: process.title, rounds: listed.map((one) => one.round) }
}
