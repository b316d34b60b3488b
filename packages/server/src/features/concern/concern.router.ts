import {
  actOnConcernSchema,
  actResultSchema,
  askForHelpSchema,
  helpResultSchema,
  raiseByHandSchema,
  raisedSchema,
  savedWordListSchema,
  saveWordListSchema,
} from '@takepart/shared/domain/moderation/concern-schema'
import {
  procedureWith,
  router,
  staffProcedureWith,
  type OpenPolicy,
  type StaffPolicy,
} from '../../trpc.ts'
import { actOnConcern } from './act-on-concern.ts'
import { askForHelp } from './ask-for-help.ts'
import { raiseByHand } from './raise-by-hand.ts'
import { saveWordList } from './save-word-list.ts'

export const concernPolicies = {
  /** Asking for help: no account, no proof, and a limit only against machines. */
  raise: { who: 'anyone', limits: ['concerns'], whenUsedUp: 'retry-later' },
} as const satisfies Record<string, OpenPolicy>

export const concernStaffPolicies = {
  act: { who: 'staff', action: 'concern.take', limits: [], whenUsedUp: 'say-so' },
  raiseByHand: { who: 'staff', action: 'concern.see', limits: [], whenUsedUp: 'say-so' },
  saveWords: { who: 'staff', action: 'concern.save-words', limits: [], whenUsedUp: 'say-so' },
} as const satisfies Record<string, StaffPolicy>

export const concernRouter = router({
  raise: procedureWith(concernPolicies.raise)
    .input(askForHelpSchema)
    .output(helpResultSchema)
    .mutation(({ ctx, input }) => askForHelp(ctx, input)),
  act: staffProcedureWith(concernStaffPolicies.act)
    .input(actOnConcernSchema)
    .output(actResultSchema)
    .mutation(({ ctx, input }) => actOnConcern(ctx, input)),
  raiseByHand: staffProcedureWith(concernStaffPolicies.raiseByHand)
    .input(raiseByHandSchema)
    .output(raisedSchema)
    .mutation(({ ctx, input }) => raiseByHand(ctx, input)),
  saveWords: staffProcedureWith(concernStaffPolicies.saveWords)
    .input(saveWordListSchema)
    .output(savedWordListSchema)
    .mutation(({ ctx, input }) => saveWordList(ctx, input)),
})
