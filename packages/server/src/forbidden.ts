import { TRPCError } from '@trpc/server'

/** What a use case throws where somebody may not do this to that thing. The same as for a thing that is not there (S04). */
export const isForbidden = (): Error => new TRPCError({ code: 'FORBIDDEN' })
