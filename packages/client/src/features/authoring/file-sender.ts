import {
  piecesOf,
  uploadPiece,
  type FileRead,
  type FileToSend,
  type KeptFiles,
} from '@takepart/shared/domain/authoring/import/import-file'
import type { SendingFile } from '@takepart/shared/views/authoring/bring-in.view'
import { base64Of } from '../../app/base64.ts'

export interface SenderParts {
  readonly kept: KeptFiles
  /** False: the server does not take this piece. Throws when it did not answer. */
  readonly sendPiece: (file: FileToSend, number: number, base64: string) => Promise<boolean>
  /** Throws when the server did not answer. */
  readonly read: (file: FileToSend) => Promise<FileRead>
  /** True for an error that says that nobody answered: it is tried again. */
  readonly isAway: (error: unknown) => boolean
  readonly onChange: (sending: SendingFile) => void
  readonly onRead: (importId: string) => void
  /** What is said of a file that the server does not take. */
  readonly notTaken: string
}

const firstRetry = 2_000
const longestRetry = 30_000

/**
 * Sends a file piece by piece, from this device to the server, and has it read there. The file stays on the device until the
 * server has said what became of it. A lost connection costs the piece that was on its way; what came before is not sent
 * again.
 */
export class FileSender {
  readonly #parts: SenderParts
  #file: FileToSend | undefined
  #onDevice = false
  #received = new Set<number>()
  #retry: ReturnType<typeof setTimeout> | undefined
  #delay = firstRetry
  #busy = false

  constructor(parts: SenderParts) {
    this.#parts = parts
  }

  /** Looks for a file that an earlier page left on this device. It is sent only when somebody says so. */
  async begin(draft: string): Promise<void> {
    const left = await this.#parts.kept.find(draft)
    if (!left || this.#file) return
    this.#file = left
    this.#onDevice = true
    this.#parts.onChange({ kind: 'left', name: left.name })
  }

  /** Keeps a file on the device, then sends it. */
  async send(file: FileToSend): Promise<void> {
    const { kept, onChange } = this.#parts
    if (this.#file) await kept.remove(this.#file.id)
    this.#file = file
    this.#received = new Set()
    onChange({ kind: 'keeping' })
    this.#onDevice = await kept.put(file)
    await this.flush()
  }

  /** Takes the file off the device. */
  async forget(): Promise<void> {
    this.stop()
    if (this.#file) await this.#parts.kept.remove(this.#file.id)
    this.#file = undefined
    this.#parts.onChange({ kind: 'nothing' })
  }

  /** Sends what is left to send; when nobody answers, tries again later. */
  async flush(): Promise<void> {
    const file = this.#file
    if (!file || this.#busy) return
    this.#busy = true
    clearTimeout(this.#retry)
    try {
      await this.#sendAll(file)
      this.#delay = firstRetry
    } catch (error) {
      if (!this.#parts.isAway(error)) throw error
      this.#parts.onChange({ kind: 'waiting', name: file.name, onDevice: this.#onDevice })
      this.#retry = setTimeout(() => void this.flush(), this.#delay)
      this.#delay = Math.min(this.#delay * 2, longestRetry)
    } finally {
      this.#busy = false
    }
  }

  /** Stops trying; the file stays on the device. */
  stop(): void {
    clearTimeout(this.#retry)
  }

  async #sendAll(file: FileToSend): Promise<void> {
    const all = piecesOf(file.file.size)
    const numbers = Array.from({ length: all }, (_, number) => number)
    for (const number of numbers.filter((one) => !this.#received.has(one))) {
      this.#parts.onChange({ kind: 'sending', done: this.#received.size, all })
      if (!(await this.#sendOne(file, number))) return this.#end(file, this.#parts.notTaken)
      this.#received.add(number)
    }
    await this.#readIt(file)
  }

  async #sendOne(file: FileToSend, number: number): Promise<boolean> {
    const piece = file.file.slice(number * uploadPiece, (number + 1) * uploadPiece)
    return this.#parts.sendPiece(file, number, base64Of(await piece.arrayBuffer()))
  }

  async #readIt(file: FileToSend): Promise<void> {
    this.#parts.onChange({ kind: 'reading' })
    const read = await this.#parts.read(file)
    switch (read.outcome) {
      case 'read':
        await this.#parts.kept.remove(file.id)
        this.#file = undefined
        this.#parts.onRead(read.import)
        return
      case 'refused':
        return this.#end(file, read.words)
      case 'incomplete': {
        // The server has lost them, or never had any: an empty list means all.
        const missing = new Set(read.missing)
        const had = this.#received.size
        this.#received = new Set(
          [...this.#received].filter((number) => missing.size > 0 && !missing.has(number)),
        )
        if (this.#received.size === had) return this.#end(file, this.#parts.notTaken)
        return this.#sendAll(file)
      }
    }
  }

  async #end(file: FileToSend, words: string): Promise<void> {
    await this.#parts.kept.remove(file.id)
    this.#file = undefined
    this.#parts.onChange({ kind: 'stopped', name: file.name, words })
  }
}
