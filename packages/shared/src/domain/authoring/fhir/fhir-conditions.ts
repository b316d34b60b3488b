import { itemsOf, fieldsOf, textOf, type Fields } from '../../core/loose-fields.ts'
import type { Condition, Question } from '../../question/question.ts'
import type { FhirMaking, MadeItem } from './import-fhir.ts'
import { insideOf, wordsOf } from './fhir-item.ts'

/** Adds to each question the condition that its item has; one that we cannot ask is named, and everybody is asked. */
export const addConditions = (
  making: FhirMaking,
  questions: readonly Question[],
): readonly Question[] => {
  const all = new Map([...making.made.values()].map((made) => [made.id, made]))
  const order = new Map([...all.keys()].map((id, index) => [id, index]))
  const placeOf = (id: string): number => order.get(id) ?? Infinity
  return questions.map((question) => {
    const made = all.get(question.id)
    if (!made || made.conditions.length === 0) return question
    const showIf = conditionOf(making, made)
    const isEarlier = showIf && placeOf(showIf.question) < placeOf(question.id)
    if (showIf && isEarlier) return { ...question, showIf }
    making.notes.push({
      kind: 'unsure',
      place: { kind: 'question', id: question.id },
      words: `The form asks this only when ${made.conditions.map(saidOf).join(joiner(made))}. We could not take that over, so everybody is asked.`,
    })
    return question
  })
}

const joiner = ({ item }: MadeItem): string => (item['enableBehavior'] === 'any' ? ' or ' : ' and ')

/** One question whose answer includes one of some codes; undefined for every other condition. */
function conditionOf({ made }: FhirMaking, { item, conditions }: MadeItem): Condition | undefined {
  const read = conditions.map((one) => readCondition(made, one))
  const [first] = read
  if (first === undefined || read.some((one) => one?.question !== first.question)) return undefined
  const same = new Set(read.map((one) => JSON.stringify(one))).size === 1
  if (read.length > 1 && !same && item['enableBehavior'] !== 'any') return undefined
  return { ...first, includes: [...new Set(read.flatMap((one) => one?.includes ?? []))] }
}

function readCondition(made: FhirMaking['made'], condition: Fields): Condition | undefined {
  const about = made.get(textOf(condition['question']) ?? '')
  if (about === undefined || about.codes.size === 0) return undefined
  const all = [...new Set(about.codes.values())]
  const value = answerIn(condition)
  switch (condition['operator']) {
    case '=': {
      const code = about.codes.get(value ?? '')
      return code === undefined ? undefined : { question: about.id, includes: [code] }
    }
    case '!=': {
      const code = about.codes.get(value ?? '')
      return code === undefined
        ? undefined
        : { question: about.id, includes: all.filter((one) => one !== code) }
    }
    case 'exists':
      return condition['answerBoolean'] === true ? { question: about.id, includes: all } : undefined
    default:
      return undefined
  }
}

/** The answer that a condition compares with, as text: the code of a coding. */
function answerIn(condition: Fields): string | undefined {
  const [field, value] = Object.entries(condition).find(([name]) => name.startsWith('answer')) ?? []
  if (field === 'answerCoding') return textOf(fieldsOf(value)['code'])
  return value === undefined ? undefined : String(value as string | number | boolean)
}

const saidOf = (condition: Fields): string =>
  `“${textOf(condition['question']) ?? ''} ${textOf(condition['operator']) ?? '='} ${answerIn(condition) ?? ''}”`

/** The titles of questions whose conditions lead round in a circle; undefined when none do. */
export function circleIn(questionnaire: Fields): readonly string[] | undefined {
  const items = new Map<string, Fields>()
  const collect = (list: readonly Fields[], depth: number): void => {
    for (const item of depth > 20 ? [] : list) {
      const linkId = textOf(item['linkId']) ?? ''
      if (!items.has(linkId)) items.set(linkId, item)
      collect(insideOf(item), depth + 1)
    }
  }
  collect(insideOf(questionnaire), 0)
  const next = (linkId: string): readonly string[] =>
    itemsOf(items.get(linkId)?.['enableWhen']).flatMap(({ question }) => textOf(question) ?? [])
  const done = new Set<string>()
  for (const start of items.keys()) {
    const circle = circleFrom(start, { next, done })
    if (circle) return circle.map((linkId) => wordsOf(items.get(linkId)?.['text']) || linkId)
  }
  return undefined
}

interface Walk {
  readonly next: (linkId: string) => readonly string[]
  /** From which no circle is reached. */
  readonly done: Set<string>
}

/** Walks along conditions without calling itself, since a file may have thousands in a row. */
function circleFrom(start: string, { next, done }: Walk): readonly string[] | undefined {
  const path: { readonly at: string; readonly left: string[] }[] = []
  const placeOnPath = new Map<string, number>()
  const enter = (at: string): void => {
    placeOnPath.set(at, path.length)
    path.push({ at, left: [...next(at)] })
  }
  if (!done.has(start)) enter(start)
  for (let here = path.at(-1); here; here = path.at(-1)) {
    const to = here.left.pop()
    const before = to === undefined ? undefined : placeOnPath.get(to)
    if (before !== undefined) return path.slice(before).map(({ at }) => at)
    if (to === undefined) {
      path.pop()
      placeOnPath.delete(here.at)
      done.add(here.at)
    } else if (!done.has(to)) enter(to)
  }
  return undefined
}
