import { Worker } from 'node:worker_threads'
import { createTurns } from '../../../turns.ts'

/** A picture that lay in the document, as it was there: not yet checked or re-encoded. */
export interface PictureBytes {
  readonly source: string
  readonly bytes: Uint8Array
}

/** What a document has that is no running text. */
export type LeftOut =
  | 'comments'
  | 'charts'
  | 'diagrams'
  | 'headers'
  | 'formulas'
  | 'deleted'
  | 'objects'

export type OpenedFile =
  | {
      readonly kind: 'document'
      readonly html: string
      readonly pictures: readonly PictureBytes[]
      readonly leftOut: readonly LeftOut[]
    }
  | {
      readonly kind: 'workbook'
      readonly sheets: readonly {
        readonly name: string
        readonly rows: readonly (readonly string[])[]
      }[]
    }
  | { readonly kind: 'refused'; readonly reason: WhyNotOpened }

export type WhyNotOpened = 'damaged' | 'locked' | 'macros' | 'too-large' | 'too-slow' | 'unknown'

/** A zip can hold far more than it weighs; a document this long is not read by anybody. */
export const mostUnpacked = 200 * 1024 * 1024
const patience = 20_000
const memory = { maxOldGenerationSizeMb: 512 }
const program = new URL('open-office-file.js', import.meta.url)

/** Opening takes a processor and much memory. */
const inTurn = createTurns(1)

export interface Opening {
  /** In milliseconds. */
  readonly patience?: number
  readonly mostUnpacked?: number
}

/**
 * Opens a file of Word or Excel in a thread of its own, which is ended when it takes longer than 20 seconds or more memory
 * than it may have. A file with macros, with a password, or that unpacks to more than 200 MB is not opened.
 */
export const openOfficeFile = (bytes: Uint8Array, limits: Opening = {}): Promise<OpenedFile> =>
  inTurn(() => openNow(bytes, limits))

function openNow(bytes: Uint8Array, limits: Opening): Promise<OpenedFile> {
  const workerData = { bytes, mostUnpacked: limits.mostUnpacked ?? mostUnpacked }
  const worker = new Worker(program, { workerData, resourceLimits: memory })
  return new Promise<OpenedFile>((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ kind: 'refused', reason: 'too-slow' }),
      limits.patience ?? patience,
    )
    worker.once('message', (found: OpenedFile) => resolve(found))
    worker.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ kind: 'refused', reason: 'too-large' })
      else reject(cause)
    })
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}
