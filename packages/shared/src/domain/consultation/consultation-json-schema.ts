import * as z from 'zod/mini'
import { consultationSchema } from './consultation-schema.ts'

/**
 * The consultation file as JSON Schema (draft 2020-12), for editors that check while somebody writes. A file may name
 * it in `$schema`. It knows the shape only; `checkConsultation` knows all the rules.
 */
export function consultationJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, properties, ...rest } = z.toJSONSchema(consultationSchema, {
    target: 'draft-2020-12',
  })
  return {
    $schema,
    title: 'Takepart consultation',
    description:
      'A consultation file: what is asked, of whom, when, and what was decided. See docs/consultation-file.md.',
    ...rest,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for your editor. Not kept.' },
      ...properties,
    },
  }
}
