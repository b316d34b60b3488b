import type { TemplateResult } from 'lit'
import { patternGroups } from '../patterns/all-patterns.ts'
import { exampleId } from '../patterns/pattern.ts'

/** An example under the id it has in the page of patterns. */
export interface NamedExample {
  readonly id: string
  readonly show: () => TemplateResult
}

export const everyExample: readonly NamedExample[] = patternGroups.flatMap(({ patterns }) =>
  patterns.flatMap((pattern) =>
    pattern.examples.map((example) => {
      const id = exampleId(pattern, example)
      return { id, show: () => example.show(id) }
    }),
  ),
)
