import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { authoringPaths } from '@takepart/shared/domain/site/authoring-paths'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { todayView, type TodayModel } from '@takepart/shared/views/desk/today.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { deskWords } from '@takepart/shared/words/desk'
import { erasuresWaiting } from '../../features/analysis/removal/erasures-waiting.ts'
import { auditWaiting } from '../../features/account/audit/audit-waiting.ts'
import { invitationsWaiting } from '../../features/account/invitations-waiting.ts'
import { authoringWaiting } from '../../features/authoring/authoring-waiting.ts'
import { requestsWaiting } from '../../features/support-request/requests-waiting.ts'
import { concernsWaiting } from '../../features/concern/concerns-waiting.ts'
import { moderationWaiting } from '../../features/moderation/moderation-waiting.ts'
import { promisesWaiting } from '../../features/report/promises-waiting.ts'
import { questionsWaiting } from '../../features/round/questions/questions-waiting.ts'
import { privatePage, type PageContext } from './private-page.ts'

/** What of one noun needs this person; each asks `may` itself, and gives at most 50. */
type WaitingSource = (ctx: PageContext<StaffActor>) => Promise<readonly Waiting[]>

/** A noun that can need somebody adds its own here. */
const sources: readonly WaitingSource[] = [
  concernsWaiting,
  moderationWaiting,
  auditWaiting,
  invitationsWaiting,
  promisesWaiting,
  authoringWaiting,
  requestsWaiting,
  erasuresWaiting,
  questionsWaiting,
]

const beginnings: readonly {
  readonly href: string
  readonly text: string
  readonly action: Parameters<typeof mayEver>[1]
}[] = [{ href: authoringPaths.begin, text: authoringWords.begin, action: 'consultation.begin' }]

/** The first page of the desk: what needs this person, in the order in which it hurts. */
export const todayPage = privatePage<TodayModel>({
  path: deskPaths.home,
  action: 'today.read',
  load: async (ctx) => {
    const things = await Promise.all(sources.map((source) => source(ctx)))
    return {
      now: ctx.now().toISOString(),
      things: things.flat(),
      begin: beginnings
        .filter(({ action }) => mayEver(ctx.actor, action))
        .map(({ href, text }) => ({ href, text })),
    }
  },
  render: (model) => ({ title: deskWords.todayTitle, main: todayView(model) }),
})
