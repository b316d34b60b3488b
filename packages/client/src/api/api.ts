import type { AppRouter } from '@takepart/server/app-router'
import { createTRPCClient, httpLink } from '@trpc/client'

export type Fetch = typeof globalThis.fetch

/**
 * The one tRPC client. The header is what the server tells this program from another website's form by; each call is a
 * request of its own, so that one call's failure says nothing of another.
 */
export const createClient = (fetch: Fetch) =>
  createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc', headers: { 'x-takepart': '1' }, fetch })] })

export type Client = ReturnType<typeof createClient>
