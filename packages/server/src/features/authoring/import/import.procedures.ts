import {
  confirmedSchema,
  confirmNoteSchema,
  fileReadSchema,
  fileSchema,
  importSchema,
  pieceReceivedSchema,
  pieceSchema,
  takenSchema,
} from '@takepart/shared/domain/authoring/import/import-schema'
import { staffProcedureWith } from '../../../trpc.ts'
import { authoringPolicies, mark, mustBeTheirs, newIdOf } from '../authoring-policies.ts'
import { confirmNote, decideImport, findImport } from './import.queries.ts'
import { fileNameFrom, readReceived, receivePiece } from './receive-file.ts'
import { takeIntoDraft } from './take-into-draft.ts'

/** Bringing files into a consultation that is written. */
export const importProcedures = {
  sendPiece: staffProcedureWith(authoringPolicies.write)
    .input(pieceSchema)
    .output(pieceReceivedSchema)
    .mutation(async ({ ctx, input: { draft, file: id, name, bytes, number, piece } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      const { by, at } = mark(ctx)
      const upload = { id, draft, name: fileNameFrom(name), bytes, by }
      const sent = { number, bytes: Buffer.from(piece, 'base64'), at }
      return { received: (await receivePiece(ctx.db, upload, sent)) === 'received' }
    }),
  readFile: staffProcedureWith(authoringPolicies.write)
    .input(fileSchema)
    .output(fileReadSchema)
    .mutation(({ ctx, input: { draft, file: id } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      return readReceived(ctx.db, { draft, id, ...mark(ctx) })
    }),
  takeImport: staffProcedureWith(authoringPolicies.write)
    .input(importSchema)
    .output(takenSchema)
    .mutation(({ ctx, input: { draft, import: id } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      return takeIntoDraft(ctx.db, { draft, id, ...mark(ctx) }, newIdOf(ctx))
    }),
  throwImportAway: staffProcedureWith(authoringPolicies.write)
    .input(importSchema)
    .output(takenSchema)
    .mutation(async ({ ctx, input: { draft, import: id } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      if (!(await findImport(ctx.db, draft, id))) return { outcome: 'unknown' as const }
      const done = await decideImport(ctx.db, id, { state: 'thrown-away', ...mark(ctx) })
      return { outcome: done ? ('thrown-away' as const) : ('decided-before' as const) }
    }),
  confirmNote: staffProcedureWith(authoringPolicies.write)
    .input(confirmNoteSchema)
    .output(confirmedSchema)
    .mutation(async ({ ctx, input: { draft, import: importId, note: number } }) => {
      mustBeTheirs(ctx, 'consultation.write', draft)
      await confirmNote(ctx.db, draft, { importId, number, ...mark(ctx) })
      return { confirmed: true }
    }),
}
