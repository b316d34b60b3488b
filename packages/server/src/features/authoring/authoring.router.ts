import {
  actedSchema,
  addReadySchema,
  askChangeSchema,
  askSignOffSchema,
  beginSchema,
  begunSchema,
  changedSchema,
  checkedSchema,
  decideChangeSchema,
  decideSignOffSchema,
  draftOnlySchema,
  overruledSchema,
  overruleSchema,
  publishSchema,
  readyAddedSchema,
  restoreSchema,
  savedSchema,
  takeOverruleBackSchema,
  undoneSchema,
  undoSchema,
} from '@takepart/shared/domain/authoring/draft/authoring-schema'
import { nameOfPart } from '@takepart/shared/domain/authoring/draft/draft-history'
import { sentEditSchema } from '@takepart/shared/domain/authoring/draft/draft-schema'
import { toldOf } from '@takepart/shared/domain/authoring/draft/history-words'
import { historyWords } from '@takepart/shared/words/history'
import { TRPCError } from '@trpc/server'
import { router, staffProcedureWith } from '../../trpc.ts'
import { actOf, authoringPolicies, mark, mustBeTheirs, newIdOf } from './authoring-policies.ts'
import { addReady } from './add-ready.ts'
import { beginDraft, draftToWrite } from './begin-draft.ts'
import { askForChange, decideChange } from './change-published.ts'
import { checkDraftNow, overruleAdvice, takeOverruleBack } from './check-draft-now.ts'
import { findDraft } from './draft.queries.ts'
import { importProcedures } from './import/import.procedures.ts'
import { restorePart, saveEdit, undoEdit } from './save-edit.ts'
import { askForSignOff, decideAboutDraft, publishDraft, stopPublication } from './sign-draft.ts'

const writing = {
  begin: staffProcedureWith(authoringPolicies.begin)
    .input(beginSchema)
    .output(begunSchema)
    .mutation(async ({ ctx, input: { id, title, copyOf } }) => {
      if (copyOf !== undefined) mustBeTheirs(ctx, 'consultation.read-draft', copyOf)
      return { id: (await beginDraft(ctx.db, { id, title, ...mark(ctx) }, copyOf)) ?? null }
    }),
  open: staffProcedureWith(authoringPolicies.write)
    .input(draftOnlySchema)
    .output(begunSchema)
    .mutation(async ({ ctx, input: { draft } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      return { id: (await draftToWrite(ctx.db, { id: draft, ...mark(ctx) })) ?? null }
    }),
  edit: staffProcedureWith(authoringPolicies.write)
    .input(sentEditSchema)
    .output(savedSchema)
    .mutation(({ ctx, input }) => {
      mustBeTheirs(ctx, 'consultation.write', input.draft)
      return saveEdit(ctx.db, { ...input, ...mark(ctx) })
    }),
  undo: staffProcedureWith(authoringPolicies.write)
    .input(undoSchema)
    .output(undoneSchema)
    .mutation(async ({ ctx, input: { draft, id, which } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      const done = await undoEdit(ctx.db, which, { draft, id, ...mark(ctx) })
      const found = done && (await findDraft(ctx.db, draft))
      if (!done || !found) return { undone: null, part: null }
      const name = nameOfPart(found.draft, done.undone.part)
      return { undone: historyWords(toldOf(done.undone), name), part: done.undone.part }
    }),
  addReady: staffProcedureWith(authoringPolicies.write)
    .input(addReadySchema)
    .output(readyAddedSchema)
    .mutation(({ ctx, input }) => {
      mustBeTheirs(ctx, 'consultation.write', input.draft)
      return addReady(ctx.db, input, { newId: newIdOf(ctx), ...mark(ctx) })
    }),
  restore: staffProcedureWith(authoringPolicies.write)
    .input(restoreSchema)
    .output(undoneSchema)
    .mutation(async ({ ctx, input: { draft, part, before } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      await restorePart(ctx.db, { draft, part, before, newId: newIdOf(ctx), ...mark(ctx) })
      return { undone: null, part }
    }),
}

const checking = {
  check: staffProcedureWith(authoringPolicies.check)
    .input(draftOnlySchema)
    .output(checkedSchema)
    .query(async ({ ctx, input: { draft } }) => {
      mustBeTheirs(ctx, 'consultation.check', draft)
      const found = await findDraft(ctx.db, draft)
      if (!found) throw new TRPCError({ code: 'NOT_FOUND' })
      return checkDraftNow(ctx.db, found.draft, ctx.now())
    }),
  overrule: staffProcedureWith(authoringPolicies.write)
    .input(overruleSchema)
    .output(overruledSchema)
    .mutation(async ({ ctx, input: { draft, finding, reason } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      const problem = await overruleAdvice(ctx.db, draft, { finding, reason, ...mark(ctx) })
      return { problem: problem ?? null }
    }),
  takeOverruleBack: staffProcedureWith(authoringPolicies.write)
    .input(takeOverruleBackSchema)
    .output(overruledSchema)
    .mutation(async ({ ctx, input: { draft, finding } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      await takeOverruleBack(ctx.db, draft, finding)
      return { problem: null }
    }),
}

const publishing = {
  askSignOff: staffProcedureWith(authoringPolicies.askSignOff)
    .input(askSignOffSchema)
    .output(actedSchema)
    .mutation(({ ctx, input: { draft, id } }) => askForSignOff(ctx.db, actOf(ctx, draft), id)),
  decideSignOff: staffProcedureWith(authoringPolicies.signOff)
    .input(decideSignOffSchema)
    .output(actedSchema)
    .mutation(({ ctx, input: { draft, ...decided } }) =>
      decideAboutDraft(ctx.db, actOf(ctx, draft), decided),
    ),
  publish: staffProcedureWith(authoringPolicies.publish)
    .input(publishSchema)
    .output(actedSchema)
    .mutation(({ ctx, input: { draft, at } }) =>
      publishDraft(ctx.db, actOf(ctx, draft), at === undefined ? undefined : new Date(at)),
    ),
  stop: staffProcedureWith(authoringPolicies.publish)
    .input(draftOnlySchema)
    .output(actedSchema)
    .mutation(({ ctx, input: { draft } }) => stopPublication(ctx.db, actOf(ctx, draft))),
  askChange: staffProcedureWith(authoringPolicies.askChange)
    .input(askChangeSchema)
    .output(changedSchema)
    .mutation(({ ctx, input: { draft, ...wanted } }) =>
      askForChange(ctx.db, actOf(ctx, draft), wanted),
    ),
  decideChange: staffProcedureWith(authoringPolicies.decideChange)
    .input(decideChangeSchema)
    .output(changedSchema)
    .mutation(({ ctx, input: { draft, change, done } }) =>
      decideChange(
        ctx.db,
        { ...actOf(ctx, draft), newId: newIdOf(ctx) },
        { change, decision: done ? 'done' : 'turned-down' },
      ),
    ),
}

/** Writing, checking and publishing consultations at the desk. */
export const authoringRouter = router({
  ...writing,
  ...importProcedures,
  ...checking,
  ...publishing,
})
