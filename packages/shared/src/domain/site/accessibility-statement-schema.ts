import * as z from 'zod/mini'
import type { AccessibilityStatement } from './accessibility-statement.ts'
import {
  date,
  id,
  list,
  oneOf,
  pattern,
  proven,
  strict,
  text,
  whole,
} from '../core/schema-parts.ts'

const criterionFields = {
  number: pattern(
    /^[1-4]\.[1-5]\.[1-9][0-9]?$/,
    'Write the number of a success criterion, like 1.4.3',
  ),
  name: text(80),
  level: oneOf(['A', 'AA', 'AAA']),
}
const sentences = (things: string) => list(text(500), things, [0, 40])

const statementSchema = proven<AccessibilityStatement>()(
  strict({
    standard: text(200),
    status: oneOf(['full', 'partial', 'none']),
    canDo: sentences('things'),
    issues: list(
      strict({
        id,
        title: text(200),
        text: text(1_000),
        criteria: list(strict(criterionFields), 'criteria', [1, 20]),
        since: date,
        instead: text(1_000),
        plannedFor: z.optional(date),
      }),
      'issues',
      [0, 50],
    ),
    limits: sentences('limits'),
    doing: list(strict({ text: text(500), by: z.optional(date) }), 'works', [0, 40]),
    notClaimed: list(strict({ ...criterionFields, why: text(300) }), 'criteria', [0, 40]),
    tests: list(
      strict({
        by: oneOf(['program', 'team', 'auditor', 'disabled people']),
        text: text(1_000),
        on: z.optional(date),
      }),
      'tests',
      [1, 40],
    ),
    preparedOn: date,
    reviewedOn: date,
    replyWithin: whole(1, 60),
  }),
)

/** The statement in a data file. @throws naming every place that is wrong: the file comes with the program, so that is a bug */
export function readStatement(document: unknown): AccessibilityStatement {
  const parsed = statementSchema.safeParse(document)
  const wrong = parsed.success
    ? untrue(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  if (!parsed.success || wrong.length > 0)
    throw new Error(`The accessibility statement cannot be shown: ${wrong.join('; ')}`)
  return parsed.data
}

/** What one part says and another denies. */
function untrue({
  status,
  issues,
  tests,
  preparedOn,
  reviewedOn,
}: AccessibilityStatement): readonly string[] {
  const undone = tests.filter(({ on }) => on === undefined)
  return [
    ...(status === 'full' && issues.length > 0
      ? ['status: There are issues, so it is not full']
      : []),
    ...(status === 'full' && undone.length > 0
      ? ['status: A test has not been done, so it is not full']
      : []),
    ...(status !== 'full' && issues.length === 0
      ? ['issues: Say what keeps the status from being full']
      : []),
    ...(preparedOn > reviewedOn ? ['reviewedOn: This is before it was prepared'] : []),
    ...issues.flatMap(({ since, plannedFor }, index) =>
      plannedFor !== undefined && since > plannedFor
        ? [`issues.${index}.plannedFor: This is before the issue was known`]
        : [],
    ),
    ...issues.flatMap(({ criteria }, index) =>
      criteria.every(({ level }) => level === 'AAA')
        ? [`issues.${index}.criteria: None is A or AA. Say it among the limits`]
        : [],
    ),
    ...tests.flatMap(({ on }, index) =>
      on !== undefined && on > reviewedOn
        ? [`tests.${index}.on: This is after the statement was reviewed`]
        : [],
    ),
  ]
}
