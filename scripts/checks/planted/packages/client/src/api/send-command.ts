import { createTRPCClient } from '@trpc/client'
import type { AppRouter } from '@takepart/server/app-router'
export const send = (): unknown => createTRPCClient<AppRouter>({ links: [] }) ?? fetch('/trpc')
