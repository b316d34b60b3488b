import { analysisRouter } from './features/analysis/analysis.router.ts'
import { accountRouter } from './features/account/account.router.ts'
import { authoringRouter } from './features/authoring/authoring.router.ts'
import { concernRouter } from './features/concern/concern.router.ts'
import { moderationRouter } from './features/moderation/moderation.router.ts'
import { reportRouter } from './features/report/report.router.ts'
import { responseRouter } from './features/response/response.router.ts'
import { roundDeskRouter } from './features/round/desk/round-desk.router.ts'
import { questionsRouter } from './features/round/questions/questions.router.ts'
import { roundRouter } from './features/round/round.router.ts'
import { siteRouter } from './features/site/site.router.ts'
import { supportRequestRouter } from './features/support-request/support-request.router.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  account: accountRouter,
  authoring: authoringRouter,
  concern: concernRouter,
  moderation: moderationRouter,
  response: responseRouter,
  supportRequest: supportRequestRouter,
  round: roundRouter,
  questions: questionsRouter,
  roundDesk: roundDeskRouter,
  analysis: analysisRouter,
  report: reportRouter,
  site: siteRouter,
})

/** What a client may call; the only thing other packages see of the server. */
export type AppRouter = typeof appRouter
