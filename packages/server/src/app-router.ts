import { responseRouter } from './features/response/response.router.ts'
import { supportRequestRouter } from './features/support-request/support-request.router.ts'
import { router } from './trpc.ts'

export const appRouter = router({ response: responseRouter, supportRequest: supportRequestRouter })

/** What a client may call; the only thing other packages see of the server. */
export type AppRouter = typeof appRouter
