import { roundChangesAt, roundStatus, type Round } from '@takepart/shared/domain/round/round'
import { roundAddress, transcriptAddress } from '@takepart/shared/views/round/round-address'
import {
  questionsPageTitle,
  questionsPageView,
  type QuestionsPageModel,
} from '@takepart/shared/views/questions/questions-page.view'
import {
  transcriptTitle,
  transcriptView,
} from '@takepart/shared/views/questions/transcript-page.view'
import type { MadePage } from './cache/ready-page.ts'
import type { PageAddress } from './page-address.ts'
import { finished, type PageDeps } from './page-deps.ts'
import { processOf } from './process-of-round.ts'
import { notFoundPage } from './site-pages.ts'
import { aboutRound } from './thread-pages.ts'

const sheets = ['rounds', 'questions'] as const

type QuestionsAddress = Extract<
  PageAddress,
  { kind: 'round' | 'round-unlike' | 'round-transcript' }
>

/** What a round of questions answers otherwise than one in which people talk. */
export const isOfQuestions = (address: PageAddress): address is QuestionsAddress =>
  address.kind === 'round' || address.kind === 'round-unlike' || address.kind === 'round-transcript'

/** A page of a round of questions. */
export async function questionsPage(
  round: Round,
  address: QuestionsAddress,
  deps: PageDeps,
): Promise<MadePage> {
  if (address.kind === 'round-unlike') return notFoundPage(deps)
  return address.kind === 'round' ? wholePage(round, address, deps) : transcriptPage(round, deps)
}

/** All of it. There is one order, the published one, and all of it is on one page. */
async function wholePage(
  round: Round,
  { order, place }: Extract<PageAddress, { kind: 'round' }>,
  deps: PageDeps,
): Promise<MadePage> {
  if (order !== 'newest' || place !== undefined) return notFoundPage(deps)
  const now = deps.now()
  const [shown, process] = await Promise.all([deps.rounds.questions(round), processOf(round, deps)])
  const model: QuestionsPageModel = { round, now, shown, ...(process ? { process } : {}) }
  return finished(
    {
      ...aboutRound(round, roundAddress(round.slug)),
      sheets,
      title: questionsPageTitle(model),
      content: questionsPageView(model),
    },
    deps,
    { changesAt: roundChangesAt(round, now), says: [shown, roundStatus(round, now)] },
  )
}

/** The transcript: there is none before the last question has its answer or its reason. */
async function transcriptPage(round: Round, deps: PageDeps): Promise<MadePage> {
  const shown = await deps.rounds.questions(round)
  const { finishedAt } = shown
  if (finishedAt === undefined) return notFoundPage(deps)
  const model = { round, shown: { ...shown, finishedAt } }
  return finished(
    {
      ...aboutRound(round, transcriptAddress(round.slug)),
      sheets,
      title: transcriptTitle(model),
      content: transcriptView(model),
    },
    deps,
    { says: ['transcript', shown] },
  )
}
