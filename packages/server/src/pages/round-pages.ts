import { roundChangesAt, roundStatus, type Round } from '@takepart/shared/domain/round/round'
import {
  orderOfName,
  placeOfName,
  type ThreadOrder,
} from '@takepart/shared/domain/round/thread-order'
import { nextAddress, orderAddress } from '@takepart/shared/views/round/round-address'
import type { RoundPageModel } from '@takepart/shared/views/round/round-model'
import { roundPageTitle, roundPageView } from '@takepart/shared/views/round/round-page.view'
import type { PageAddress } from './page-address.ts'
import { finished, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import { processPage, roundListPage } from './process-pages.ts'
import { mostDots } from './rounds-read.ts'
import { isOfQuestions, questionsPage } from './questions-pages.ts'
import { sayPage } from './say-pages.ts'
import { processOf } from './process-of-round.ts'
import { notFoundPage } from './site-pages.ts'
import { aboutRound, saidPage, takenDownPage, unlikePage } from './thread-pages.ts'

export type RoundAddress = Extract<
  PageAddress,
  {
    kind:
      | 'rounds'
      | 'round'
      | 'round-unlike'
      | 'round-said'
      | 'round-say'
      | 'round-transcript'
      | 'process'
  }
>

const kinds: ReadonlySet<PageAddress['kind']> = new Set<RoundAddress['kind']>([
  'rounds',
  'round',
  'round-unlike',
  'round-said',
  'round-say',
  'round-transcript',
  'process',
])

export const isOfRounds = (address: PageAddress): address is RoundAddress => kinds.has(address.kind)

/** A page of rounds, with the status that is true of it: 404 where there is none, 410 once the round is taken down. */
export async function roundPage(address: RoundAddress, deps: PageDeps): Promise<MadePage> {
  if (address.kind === 'rounds') return roundListPage(deps)
  if (address.kind === 'process') return processPage(address.slug, deps)
  const published = await deps.rounds.find(address.slug)
  if (!published) return notFoundPage(deps)
  const { round, retraction } = published
  if (retraction) return takenDownPage(retraction, deps)
  return round.kind === 'questions' && isOfQuestions(address)
    ? questionsPage(round, address, deps)
    : pageOf(round, address, deps)
}

type AddressInRound = Exclude<RoundAddress, { kind: 'rounds' | 'process' }>

async function pageOf(round: Round, address: AddressInRound, deps: PageDeps): Promise<MadePage> {
  switch (address.kind) {
    case 'round':
      return threadsPage(round, address, deps)
    case 'round-said':
      return saidPage(round, address.number, deps)
    case 'round-say':
      return sayPage(round, address.number, deps)
    case 'round-unlike':
      return round.position === undefined ? notFoundPage(deps) : unlikePage(round, deps)
    case 'round-transcript':
      return notFoundPage(deps)
  }
}

async function threadsPage(
  round: Round,
  { order: orderName, place }: Extract<RoundAddress, { kind: 'round' }>,
  deps: PageDeps,
): Promise<MadePage> {
  const order = orderOfName(orderName)
  const after = order && place !== undefined ? placeOfName(order, place) : undefined
  const unasked = order?.by === 'unlike' && round.position === undefined
  if (!order || unasked || (place !== undefined && !after)) return notFoundPage(deps)
  const { rounds, now: clock } = deps
  const now = clock()
  const [page, counts, process] = await Promise.all([
    rounds.threads(round, { order, after }),
    rounds.counts(round),
    processOf(round, deps),
  ])
  const model: RoundPageModel = {
    round,
    now,
    order,
    later: after !== undefined,
    ...page,
    counts,
    speakers: counts.contributions <= mostDots ? await rounds.speakers(round) : [],
    ...(process ? { process } : {}),
  }
  return finished(
    {
      ...aboutRound(round, addressOfPage(round, order, place)),
      title: roundPageTitle(model),
      content: roundPageView(model),
    },
    deps,
    {
      changesAt: roundChangesAt(round, now),
      says: [model.threads, counts, roundStatus(round, now)],
    },
  )
}

const addressOfPage = ({ slug }: Round, order: ThreadOrder, place: string | undefined): string =>
  place === undefined ? orderAddress(slug, order) : nextAddress(slug, order, place)
