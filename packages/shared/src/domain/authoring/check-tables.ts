import type { Block, Consultation } from '../consultation/consultation.ts'
import { error, warning, when, type Finding } from './finding.ts'
import type { Path } from '../core/loose-fields.ts'
import { blockListsOf } from './passages.ts'
import { saysSomething } from './sentences.ts'

/**
 * Tables as they are heard, cell by cell, each with the head of its column and of its row (WCAG 2.2, 1.3.1). A cell whose
 * heads have no words says a figure of nothing, and stops publishing.
 */
export const checkTables = (consultation: Consultation): readonly Finding[] =>
  blockListsOf(consultation).flatMap(({ path, blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'table' ? checkTable(block, [...path, index]) : [],
    ),
  )

function checkTable(
  { caption, columns, rows }: Extract<Block, { kind: 'table' }>,
  path: Path,
): readonly Finding[] {
  const seen = columns.map((words) => words.trim().toLowerCase())
  return [
    ...when(
      !saysSomething(caption),
      error([...path, 'caption'], 'This table has no caption. Say in a few words what it shows'),
    ),
    ...columns.flatMap((words, index) =>
      when(
        !saysSomething(words),
        error(
          [...path, 'columns', index],
          'This column has no head. Say in a word or two what stands in it',
        ),
      ),
    ),
    ...rows.flatMap(([head = ''], index) =>
      when(
        !saysSomething(head),
        error(
          [...path, 'rows', index, 0],
          'This row has no head. Its first cell says what the row is about',
        ),
      ),
    ),
    ...columns.flatMap((words, index) =>
      when(
        saysSomething(words) && seen.indexOf(seen[index] ?? '') < index,
        warning(
          [...path, 'columns', index],
          `Two columns are called “${words.slice(0, 60)}”. Give each its own name`,
        ),
      ),
    ),
    ...when(
      columns.length === 1,
      warning(path, 'This table has one column. Make it a list, which is easier to follow'),
    ),
  ]
}
