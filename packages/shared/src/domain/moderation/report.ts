import { charactersOver, isBlank } from '../core/text.ts'
import { reasonLimits } from './decision.ts'

/**
 * Somebody tells the moderators of a contribution. Once for each device; it is shown as before until a person decides, so
 * that reports silence nobody.
 */
export interface ReportContribution {
  /** A random UUID made on the device; with it the reporter learns what came of it. */
  readonly reportId: string
  readonly slug: string
  /** The number of the contribution in its round. */
  readonly number: number
  readonly reason: ReportReason
  readonly words?: string
  /** SHA-256 of an id that the device made for this round alone, 64 lower-case hex digits. */
  readonly deviceHash: string
}

export const reportReasons = [
  'identifies',
  'attacks',
  'off-topic',
  'law',
  'sells',
  'worried',
  'other',
] as const

/** `worried`: somebody may need help. The others are those of a moderator. */
export type ReportReason = (typeof reportReasons)[number]

/** What came of it: nothing was wrong; it was changed; it is no longer shown. */
export const reportOutcomes = ['kept', 'changed', 'removed'] as const

export type ReportOutcome = (typeof reportOutcomes)[number]

export type ReportProblem =
  | { readonly code: 'report-unknown' }
  | { readonly code: 'report-words-missing' }
  | { readonly code: 'report-words-too-long'; readonly most: number; readonly over: number }

/** Every reason to refuse a report: another reason needs words. */
export function checkReport({
  reason,
  words = '',
}: Pick<ReportContribution, 'reason' | 'words'>): readonly ReportProblem[] {
  if (reason === 'other' && isBlank(words)) return [{ code: 'report-words-missing' }]
  const over = charactersOver(words, reasonLimits.words)
  return over > 0 ? [{ code: 'report-words-too-long', most: reasonLimits.words, over }] : []
}
