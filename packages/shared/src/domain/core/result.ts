import type { Problem as ResponseProblem } from '../response/problem.ts'

/**
 * What a rule answers: the accepted value, or every reason it was refused. Each noun has its own kinds of problem.
 * A refusal is data for a person to act on; an exception is a bug.
 */
export type Result<Value, Problem = ResponseProblem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const accept = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })

export const refuse = <const Problem>(...problems: readonly Problem[]): Result<never, Problem> => ({
  ok: false,
  problems,
})
