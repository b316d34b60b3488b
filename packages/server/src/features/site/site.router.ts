import {
  logoPieceSchema,
  logoSchema,
  savedSiteSchema,
  saveSiteSchema,
  setLogoResultSchema,
  takeSamplesAwaySchema,
} from '@takepart/shared/domain/site/site-settings-schema'
import { nothingSchema, toldNothingSchema } from '@takepart/shared/domain/account/account-schema'
import type { Action } from '@takepart/shared/domain/account/actions'
import { router, staffProcedureWith, type StaffPolicy } from '../../trpc.ts'
import { saveSite } from './save-site.ts'
import { receiveLogoPiece, removeLogo, setLogo } from './set-logo.ts'
import { takeSamplesAway } from './take-samples-away.ts'

const staffMay = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: ['staff-acts'],
  whenUsedUp: 'retry-later',
})

export const sitePolicies = {
  setUp: staffMay('site.set-up'),
  takeSamplesAway: staffMay('site.take-samples-away'),
} as const satisfies Record<string, StaffPolicy>

export const siteRouter = router({
  save: staffProcedureWith(sitePolicies.setUp)
    .input(saveSiteSchema)
    .output(savedSiteSchema)
    .mutation(({ ctx, input }) => saveSite(ctx, input)),
  sendLogoPiece: staffProcedureWith(sitePolicies.setUp)
    .input(logoPieceSchema)
    .output(nothingSchema)
    .mutation(({ ctx, input }) => receiveLogoPiece(ctx, input)),
  setLogo: staffProcedureWith(sitePolicies.setUp)
    .input(logoSchema)
    .output(setLogoResultSchema)
    .mutation(({ ctx, input }) => setLogo(ctx, input)),
  removeLogo: staffProcedureWith(sitePolicies.setUp)
    .input(toldNothingSchema)
    .output(nothingSchema)
    .mutation(({ ctx }) => removeLogo(ctx)),
  takeSamplesAway: staffProcedureWith(sitePolicies.takeSamplesAway)
    .input(takeSamplesAwaySchema)
    .output(nothingSchema)
    .mutation(({ ctx }) => takeSamplesAway(ctx)),
})
