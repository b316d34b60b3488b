import type { Round } from '@takepart/shared/domain/round/round'
import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import { processPageView, roundListView } from '@takepart/shared/views/round/process-page.view'
import { processAddress } from '@takepart/shared/views/round/round-address'
import { roundWords } from '@takepart/shared/words/round'
import { finished, hostOf, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import { notFoundPage } from './site-pages.ts'

/** The page of a process: the story so far. */
export async function processPage(slug: string, deps: PageDeps): Promise<MadePage> {
  const [process, rounds] = await Promise.all([
    deps.rounds.process(slug),
    deps.rounds.list({ process: slug }),
  ])
  if (!process) return notFoundPage(deps)
  const now = deps.now()
  return finished(
    {
      title: process.title,
      description: process.lede,
      path: processAddress(slug),
      content: processPageView({ process, rounds, now }),
      trust: process.trust,
      script: 'document',
      sheets: ['rounds'],
    },
    deps,
    { ...changesOf(rounds, now), says: ['process', process, rounds] },
  )
}

/** The list of discussions. */
export async function roundListPage(deps: PageDeps): Promise<MadePage> {
  const [rounds, host] = await Promise.all([deps.rounds.list({}), hostOf(deps)])
  const now = deps.now()
  const path = sitePaths.documents.rounds
  return finished(
    {
      title: roundWords.list.title,
      description: roundWords.list.lede,
      path,
      content: roundListView({ rounds, now }),
      trust: host.trust,
      script: 'document',
      sheets: ['rounds'],
    },
    deps,
    { ...changesOf(rounds, now), says: ['rounds', rounds] },
  )
}

type Listed = readonly { readonly round: Pick<Round, 'opensAt' | 'closesAt'> }[]

const changesOf = (rounds: Listed, now: Date): { readonly changesAt?: number } => {
  const times = rounds
    .flatMap(({ round }) => [Date.parse(round.opensAt), Date.parse(round.closesAt)])
    .filter((time) => time > now.getTime())
  return times.length > 0 ? { changesAt: Math.min(...times) } : {}
}
