import * as z from 'zod/mini'
import { list, strict, typedText, uuid, whole, yesOrNo } from '../../core/schema-parts.ts'
import { largestImport, piecesOf, uploadPiece, type FileRead } from './import-file.ts'

/** What the desk asks of the server about files that somebody brings, and what it is answered. */
const base64Of = (bytes: number): number => Math.ceil(bytes / 3) * 4

const mostPieces = piecesOf(largestImport)

export const pieceSchema = strict({
  draft: uuid,
  file: uuid,
  name: typedText(255),
  bytes: whole(1, largestImport),
  number: whole(0, mostPieces - 1),
  /** The bytes as base64. */
  piece: typedText(base64Of(uploadPiece)),
})
export const pieceReceivedSchema = strict({ received: yesOrNo })

export const fileSchema = strict({ draft: uuid, file: uuid })
export const fileReadSchema = z.discriminatedUnion('outcome', [
  strict({ outcome: z.literal('read'), import: uuid }),
  strict({ outcome: z.literal('refused'), words: typedText(1_000) }),
  strict({
    outcome: z.literal('incomplete'),
    missing: list(whole(0, mostPieces), 'numbers', [0, mostPieces]),
  }),
]) as unknown as z.ZodMiniType<FileRead, FileRead>

export const importSchema = strict({ draft: uuid, import: uuid })
export const takenSchema = z.discriminatedUnion('outcome', [
  strict({ outcome: z.literal(['taken', 'thrown-away', 'decided-before', 'unknown']) }),
  strict({ outcome: z.literal('refused'), words: typedText(1_000) }),
])

export const confirmNoteSchema = strict({
  draft: uuid,
  import: uuid,
  note: whole(0, 100_000),
})
export const confirmedSchema = strict({ confirmed: yesOrNo })
