import { errorSummaryId } from '@takepart/shared/ui/error-summary'

/** Moves to the summary of problems, which is a named group: it is spoken whole, and its links come next. */
export function focusProblems(): void {
  const summary = document.getElementById(errorSummaryId)
  summary?.focus()
  summary?.scrollIntoView({ block: 'nearest' })
}

/**
 * Brings the question of a problem into view, and then focuses its control without scrolling again: a browser that
 * scrolls to the control alone leaves the question above the top of the screen (after GOV.UK's error summary). In a window
 * too low for both, as at a zoom of 400 %, the control is what must be in sight.
 */
export function followProblem(controlId: string): void {
  const control = document.getElementById(controlId)
  const question =
    control?.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(controlId)}"]`)
  question?.scrollIntoView()
  control?.focus({ preventScroll: true })
  control?.scrollIntoView({ block: 'nearest' })
}
