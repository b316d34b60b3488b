import type { Part } from './draft.ts'
import type { EditProblem } from './edit.ts'
import type { SignOffProblem } from './sign-off.ts'

/** What the server answers to the desk about consultations that are written. */
export type SaveResult =
  | {
      readonly outcome: 'saved' | 'kept-beside'
      /** The part as it stands now, so that the device knows what its next edit replaces. */
      readonly part?: Part
    }
  | { readonly outcome: 'refused'; readonly problem: EditProblem; readonly words?: string }

/** `unknown`: there is no such thing, or not for this person; both look the same (S04). */
export type ActProblem = SignOffProblem | 'unknown' | 'note-missing' | 'note-long' | 'refused'

export type ActResult =
  | { readonly ok: true; readonly number?: number }
  | { readonly ok: false; readonly problem: ActProblem; readonly words?: readonly string[] }

export type ChangeProblem =
  | 'unknown'
  | 'note-missing'
  | 'note-long'
  | 'not-later'
  | 'has-closed'
  | 'after-promise'
  | 'already-asked'
  | 'is-retracted'
  | 'own-request'
  | 'refused'

export type ChangeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: ChangeProblem }

/**
 * Something to put right, to decide about, or of a file that was brought in to confirm; advice that was decided about says
 * by whom and why.
 */
export interface DecidedFinding {
  readonly level: 'blocks' | 'advice' | 'confirm'
  readonly part: string
  readonly field?: string
  readonly words: string
  /** Names it when somebody decides about it. */
  readonly key: string
  readonly overruled?: { readonly reason: string; readonly by: string; readonly at: string }
}

export interface CheckedNow {
  readonly findings: readonly DecidedFinding[]
  /** How many stop it from being published. */
  readonly blocked: number
  /** Advice that nobody has decided about, and what of a file nobody has confirmed. */
  readonly undecided: number
}
