import type { Condition } from '../../question/question.ts'

/** What a "relevant" cell says: that an answer includes one of these codes. Names are those of the form. */
export interface FormCondition {
  readonly name: string
  readonly includes: readonly string[]
}

const quote = `['‘’"“”]`
const equality = new RegExp(`^\\$\\{([^}]+)\\}\\s*=\\s*(?:${quote}([^'‘’"“”]*)${quote}|(-?\\d+))$`)
const selected = new RegExp(
  `^selected\\(\\s*\\$\\{([^}]+)\\}\\s*,\\s*${quote}([^'‘’"“”]*)${quote}\\s*\\)$`,
)

function readOne(text: string): FormCondition | undefined {
  const bare = withoutBrackets(text)
  const found = equality.exec(bare) ?? selected.exec(bare)
  const value = found?.[2] ?? found?.[3]
  return found?.[1] !== undefined && value !== undefined
    ? { name: found[1].trim(), includes: [value] }
    : undefined
}

/** "(a)" is "a" where the brackets belong to each other. */
function withoutBrackets(text: string): string {
  const bare = text.trim()
  if (!bare.startsWith('(') || !bare.endsWith(')')) return bare
  let depth = 0
  for (const [at, character] of [...bare].entries()) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0 && at < bare.length - 1) return bare
  }
  return withoutBrackets(bare.slice(1, -1))
}

/**
 * Reads a condition that we can ask: one answer, or one of several answers to the same question, joined by "or".
 * Undefined for every other: comparisons with more or less, "and", "not", calculations.
 */
export function readFormCondition(text: string): FormCondition | undefined {
  const parts = withoutBrackets(text)
    .split(/\s+or\s+/i)
    .map(readOne)
  const [first] = parts
  if (first === undefined || parts.some((part) => part?.name !== first.name)) return undefined
  return { name: first.name, includes: [...new Set(parts.flatMap((part) => part?.includes ?? []))] }
}

/** The condition in our names, where the question was imported and has all these codes. */
export function conditionOf(
  { name, includes }: FormCondition,
  asked: ReadonlyMap<string, { readonly id: string; readonly codes: ReadonlyMap<string, string> }>,
): Condition | undefined {
  const question = asked.get(name)
  const codes = includes.map((value) => question?.codes.get(value))
  if (question === undefined || codes.some((code) => code === undefined)) return undefined
  return { question: question.id, includes: codes as string[] }
}
