import { isUuid } from '@takepart/shared/domain/core/ids'
import { balanceOf, suggestionFor } from '@takepart/shared/domain/round/balance'
import { roundStatus } from '@takepart/shared/domain/round/round'
import { balancePaths } from '@takepart/shared/domain/site/moderation-paths'
import {
  balanceView,
  roundsDeskView,
  type BalanceModel,
  type RoundsModel,
} from '@takepart/shared/views/round/balance.view'
import { balanceWords } from '@takepart/shared/words/balance'
import {
  findDeskRound,
  listDeskRounds,
  listVoiced,
} from '../../../features/round/balance.queries.ts'
import { privatePage } from '../private-page.ts'

const roundsPage = privatePage<RoundsModel>({
  path: balancePaths.list,
  action: 'round.read-balance',
  load: async ({ db, now }) => ({
    rounds: (await listDeskRounds(db)).map(({ id, round, contributions }) => {
      const status = roundStatus(round, now())
      return {
        id,
        slug: round.slug,
        title: round.title,
        standing: status === 'concluded' ? 'closed' : status,
        contributions,
      }
    }),
  }),
  render: (model) => ({ title: balanceWords.listTitle, main: roundsDeskView(model) }),
})

/** How the conversation of a round is balanced now. */
const balancePage = privatePage<BalanceModel>({
  path: balancePaths.balance,
  action: 'round.read-balance',
  load: async ({ db, now }, { id = '' }) => {
    const round = isUuid(id) ? await findDeskRound(db, id) : undefined
    if (!round) return undefined
    const balance = balanceOf(await listVoiced(db, id))
    return {
      round: { id, slug: round.slug, title: round.title },
      now: now().toISOString(),
      balance,
      suggestion: suggestionFor(balance) ?? null,
    }
  },
  render: (model) => ({
    title: balanceWords.title(model.round.title),
    main: balanceView(model),
  }),
})

export const balancePages = [roundsPage, balancePage]
