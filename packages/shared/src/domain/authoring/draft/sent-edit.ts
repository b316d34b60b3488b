import type { Edit } from './edit.ts'

/** An edit as a device sends it: with an id made there, so that sending it twice does it once. */
export interface SentEdit {
  readonly draft: string
  readonly id: string
  readonly edit: Edit
}

/** An edit that a device keeps until the server has said what became of it; in the order of `order`. */
export interface KeptEdit extends SentEdit {
  readonly order: number
}

/** Edits on this device that nobody has received yet (P1, P4). */
export interface KeptEdits {
  /** Resolves once it is on the disk; false: it could not be kept. */
  put(edit: KeptEdit): Promise<boolean>
  remove(id: string): Promise<void>
  /** Those of one draft, in their order. */
  list(draft: string): Promise<readonly KeptEdit[]>
  /** Takes all of them away. */
  clear(): Promise<void>
}
