import type { Problem } from '../response/problem.ts'

/**
 * What a rule answers: the accepted value, or every reason it was refused.
 * A refusal is data for a person to act on; an exception is a bug.
 */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const accept = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const refuse = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })
