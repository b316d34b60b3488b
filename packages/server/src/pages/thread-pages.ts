import { roundChangesAt, roundStatus, type Round } from '@takepart/shared/domain/round/round'
import { newestFirst } from '@takepart/shared/domain/round/thread-order'
import { orderAddress, roundAddress, saidAddress } from '@takepart/shared/views/round/round-address'
import { threadPageTitle, threadPageView } from '@takepart/shared/views/round/thread-page.view'
import { unlikePageView } from '@takepart/shared/views/round/unlike-page.view'
import {
  roundRetractedTitle,
  roundRetractedView,
} from '@takepart/shared/views/round/round-retracted.view'
import { roundWords } from '@takepart/shared/words/round'
import { finished, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import type { PageContent } from './render-page.ts'
import { notFoundPage } from './site-pages.ts'

/** One thread, under the number of its comment or of a reply in it. */
export async function saidPage(round: Round, written: string, deps: PageDeps): Promise<MadePage> {
  const number = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined
  const thread = number === undefined ? undefined : await deps.rounds.thread(round, number)
  if (number === undefined || !thread) return notFoundPage(deps)
  const now = deps.now()
  const model = { round, thread, now }
  return finished(
    {
      ...aboutRound(round, saidAddress(round.slug, number)),
      title: threadPageTitle(model),
      content: threadPageView(model),
    },
    deps,
    { changesAt: roundChangesAt(round, now), says: [thread, roundStatus(round, now)] },
  )
}

/** A round that was taken down. */
export const takenDownPage = (
  retraction: { readonly at: Date; readonly reason: string },
  deps: PageDeps,
): MadePage =>
  finished(
    {
      title: roundRetractedTitle,
      content: roundRetractedView(retraction),
      script: 'document',
      sheets: ['rounds'],
    },
    deps,
    { status: 410 },
  )

/** Asks where somebody stands. */
export const unlikePage = (round: Round, deps: PageDeps): MadePage =>
  finished(
    {
      title: roundWords.unlikeTitle,
      content: unlikePageView(round),
      trust: round.trust,
      script: 'document',
      sheets: ['rounds'],
    },
    deps,
    { says: ['unlike', round.slug, round.position] },
  )

/** Only the round itself is for search engines, and only where staff say so: its other pages say the same again. */
export const aboutRound = (
  round: Round,
  path: string,
): Pick<PageContent, 'description' | 'path' | 'trust' | 'script' | 'sheets'> => ({
  description: round.lede,
  ...(round.indexed && path === orderAddress(round.slug, newestFirst)
    ? { path: roundAddress(round.slug) }
    : {}),
  trust: round.trust,
  script: 'document',
  sheets: ['rounds'],
})
