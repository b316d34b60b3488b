import type { SiteSettings } from './site-settings.ts'

/**
 * What a public body must say about the accessibility of its website: regulation 8 of the Public Sector Bodies (Websites
 * and Mobile Applications) (No. 2) Accessibility Regulations 2018, in the form of the model statement on GOV.UK. Dates are
 * YYYY-MM-DD. The Trust's name, its contact and the facts that are its own to set come from the desk.
 */
export interface AccessibilityStatement {
  readonly standard: string
  /** `full` is for a website that people and an auditor have tested and in which nothing is known that fails. */
  readonly status: 'full' | 'partial' | 'none'
  /** What somebody can do on this website, each after "you can": only what has been seen to work. */
  readonly canDo: readonly string[]
  /** Where the standard's A or AA criteria are not met, or cannot be said to be. */
  readonly issues: readonly KnownIssue[]
  /** Other things that may be hard, though the standard does not ask for more. */
  readonly limits: readonly string[]
  readonly doing: readonly PlannedWork[]
  /** Criteria of level AAA that cannot be promised. All others of that level are aimed at. */
  readonly notClaimed: readonly (Criterion & { readonly why: string })[]
  readonly tests: readonly Test[]
  readonly preparedOn: string
  readonly reviewedOn: string
  /** In working days: until somebody who asks or complains is answered. */
  readonly replyWithin: number
}

/** A success criterion of the Web Content Accessibility Guidelines: "4.1.3", "Status messages", "AA". */
export interface Criterion {
  readonly number: string
  readonly name: string
  readonly level: 'A' | 'AA' | 'AAA'
}

export interface KnownIssue {
  readonly id: string
  readonly title: string
  /** Who meets it, and what then happens. */
  readonly text: string
  readonly criteria: readonly Criterion[]
  readonly since: string
  /** What somebody can do until it is put right. */
  readonly instead: string
  /** The Trust's to set. Absent: it has set none. */
  readonly plannedFor?: string
}

export interface PlannedWork {
  readonly text: string
  /** The Trust's to set. Absent: it has set none. */
  readonly by?: string
}

/** How it was tested, by whom, and when. */
export interface Test {
  readonly by: 'program' | 'team' | 'auditor' | 'disabled people'
  readonly text: string
  /** Absent: not done yet. */
  readonly on?: string
}

/**
 * The statement with what the Trust has set in the place of what came with the program: when it was last reviewed, how soon
 * somebody is answered, and by when what is known is put right, where nothing more exact is written.
 */
export function ofTrust(
  statement: AccessibilityStatement,
  settings: Pick<SiteSettings, 'reviewedOn' | 'replyWithin' | 'plannedFor'> | undefined,
): AccessibilityStatement {
  if (settings === undefined) return statement
  const { reviewedOn, replyWithin, plannedFor } = settings
  const planned = plannedFor === '' ? undefined : plannedFor
  return {
    ...statement,
    reviewedOn: reviewedOn || statement.reviewedOn,
    replyWithin: replyWithin === '' ? statement.replyWithin : Number(replyWithin),
    issues: statement.issues.map((issue) => ({
      ...issue,
      ...(issue.plannedFor === undefined && planned ? { plannedFor: planned } : {}),
    })),
    doing: statement.doing.map((work) => ({
      ...work,
      ...(work.by === undefined && planned ? { by: planned } : {}),
    })),
  }
}
