/** The body is not JSON that this server takes; answered 400. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  readonly statusCode = 400
}

const deepest = 20
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a body as JSON. Refused: what is not UTF-8 or not JSON, what is nested more than 20 deep, and a field named `__proto__`.
 * In texts, the character 0 is left out and half characters become U+FFFD: PostgreSQL can store neither, and neither is a word.
 */
export function readJsonBody(body: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(body))
  } catch {
    throw new UnreadableBody()
  }
  return clean(value, 0)
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) throw new UnreadableBody()
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
  const fields = value as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    if (name === '__proto__') throw new UnreadableBody()
    fields[name] = clean(fields[name], depth + 1)
  }
  return fields
}

const unstorable = /[\0\p{Surrogate}]/gu

const cleanText = (text: string): string =>
  text.replace(unstorable, (mark) => (mark === '\0' ? '' : '\uFFFD'))
