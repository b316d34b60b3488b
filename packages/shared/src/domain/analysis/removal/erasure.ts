import { accept, refuse, type Result } from '../../core/result.ts'
import type { ErasureReason } from '../../response/removal.ts'
import { problemAtHand, type GoneProblem, type ResponseAtHand } from './take-out-words.ts'

/**
 * Erasing a whole response takes two people (S56): one asks, for a named lawful reason, and another does it or keeps the
 * response. It cannot be undone, so there is no third way about it.
 */
export interface ErasureRequest {
  readonly id: string
  readonly reason: ErasureReason
  readonly askedById: string
  readonly askedByName: string
}

export interface ErasableResponse extends ResponseAtHand {
  readonly reference: string
  /** The request that nobody has decided on yet. */
  readonly asked: ErasureRequest | undefined
  /** Others count as the same as this one: they would then be the same as nothing. */
  readonly othersMerged: boolean
}

export type ErasureProblem =
  | GoneProblem
  | { readonly code: 'asked-already' }
  | { readonly code: 'not-asked' }
  | { readonly code: 'others-merged-into-it'; readonly reference: string }

function erasable(
  response: ErasableResponse | undefined,
): Result<ErasableResponse, ErasureProblem> {
  const at = problemAtHand(response)
  if (!at.ok) return at
  if (!response) return refuse({ code: 'response-not-here' })
  return response.othersMerged
    ? refuse({ code: 'others-merged-into-it', reference: response.reference })
    : accept(response)
}

/** Decides on asking for a response to be erased. */
export function askToErase(response: ErasableResponse | undefined): Result<true, ErasureProblem> {
  const at = erasable(response)
  if (!at.ok) return at
  return at.value.asked ? refuse({ code: 'asked-already' }) : accept(true)
}

/** Decides on erasing what somebody asked for. That it is another person is for `may` to say. */
export function eraseAsked(
  response: ErasableResponse | undefined,
  requestId: string,
): Result<ErasureRequest, ErasureProblem> {
  const at = erasable(response)
  if (!at.ok) return at
  const { asked } = at.value
  return asked?.id === requestId ? accept(asked) : refuse({ code: 'not-asked' })
}
