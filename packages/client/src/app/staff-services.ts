import type { KeptFiles } from '@takepart/shared/domain/authoring/import/import-file'
import type { KeptEdits } from '@takepart/shared/domain/authoring/draft/sent-edit'
import type { FollowedQuestions, FollowHandlers } from '../api/live-questions.ts'
import type { CallFailure, StaffApi } from '../api/staff-api.ts'

/** What pages of the desk use; made in staff.ts and handed on. */
export interface StaffServices {
  /**
   * Does something at the server. Where the session has ended it asks the person to sign in, over the page, and then does
   * the same again: nothing reloads and nothing that was typed is lost. Throws as the call does.
   */
  readonly call: <Value>(work: (api: StaffApi) => Promise<Value>) => Promise<Value>
  /** Without signing in: for the pages that do that. */
  readonly api: StaffApi
  readonly failureOf: (error: unknown) => CallFailure | undefined
  /** The model of this page as the server makes it now. */
  readonly readPage: () => Promise<unknown>
  /** Follows what happens in a round of live questions; the returned function ends it. */
  readonly followQuestions: (of: FollowedQuestions, handlers: FollowHandlers) => () => void
  readonly now: () => Date
  readonly newId: () => string
  /** That many bytes from a cryptographic source. */
  readonly random: (bytes: number) => Uint8Array
  /** What was written here and the server has not received. */
  readonly keptEdits: KeptEdits
  /** Files that were chosen here and the server has not received whole. */
  readonly keptFiles: KeptFiles
  /** Takes away what the desk keeps in this browser; used when somebody signs out. */
  readonly forget: () => Promise<void>
}

/** The page's element takes this over from staff.ts. */
export interface StaffPage extends HTMLElement {
  arrive(services: StaffServices): void
}
