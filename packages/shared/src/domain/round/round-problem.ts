/** A reason to refuse a contribution, a change of one, or an acknowledgement. The words are in words/round-problem.ts. */
export type RoundProblem =
  | { readonly code: 'round-unknown' }
  | { readonly code: 'round-not-open'; readonly opensAt: string }
  | { readonly code: 'round-closed'; readonly closedAt: string }
  | { readonly code: 'contribution-empty' }
  | { readonly code: 'contribution-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'self-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'condition-missing' }
  | { readonly code: 'condition-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'quotations-too-many'; readonly most: number }
  | { readonly code: 'quotation-too-long'; readonly most: number }
  | { readonly code: 'answered-unknown' }
  /** Replies to questions are for the staff who are named. */
  | { readonly code: 'questions-only' }
  /** A question that somebody answers or has answered stays as it is. */
  | { readonly code: 'question-taken' }
  | { readonly code: 'question-ended' }
  | { readonly code: 'contribution-received-different' }
  | { readonly code: 'contribution-not-found' }
  | { readonly code: 'contribution-changed-elsewhere' }
  | { readonly code: 'contribution-withdrawn' }
  | { readonly code: 'contribution-rejected' }
  /** Trying again cannot help. Made by the device, from the HTTP status. */
  | { readonly code: 'contribution-not-understood' }
  | { readonly code: 'code-tries-used-up'; readonly minutes: number }
