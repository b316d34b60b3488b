import { readFileSync } from 'node:fs'
import { checkConsultation } from '@takepart/shared/domain/authoring/check-consultation'
import { consultationJsonSchema } from '@takepart/shared/domain/consultation/consultation-json-schema'
import { describe, expect, it } from 'vitest'

const guide = readFileSync(
  new URL('../../../../../docs/consultation-file.md', import.meta.url),
  'utf8',
)
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''

/** Every field and every fixed word (kind, purpose) that a JSON Schema allows, wherever it stands in it. */
function wordsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, const: fixed, enum: choices } = schema as Record<string, unknown>
  return [
    ...(typeof properties === 'object' && properties !== null ? Object.keys(properties) : []),
    ...[fixed, ...(Array.isArray(choices) ? choices : [])].filter(
      (word) => typeof word === 'string',
    ),
    ...Object.values(schema).flatMap(wordsIn),
  ]
}

describe('docs/consultation-file.md', () => {
  it('has an example that passes every check', () => {
    expect(checkConsultation(JSON.parse(example)).problems).toEqual([])
  })

  it('names every field, kind and purpose that a file may have', () => {
    const words = [...new Set(wordsIn(consultationJsonSchema()))]
    expect(words.length).toBeGreaterThan(60)
    const isNamed = (word: string): boolean =>
      [`\`${word}\``, `\`${word}: `, `\`"${word}"\``].some((code) => guide.includes(code))
    expect(words.filter((word) => !isNamed(word))).toEqual([])
  })
})

it('publishes the shape of the file to editors as docs/consultation.schema.json', async () => {
  const file = `${JSON.stringify(consultationJsonSchema(), null, 2)}\n`
  await expect(file).toMatchFileSnapshot('../../../../../docs/consultation.schema.json')
})
