import { agreementScale, yesNoOptions } from '../question/agreement-scale.ts'
import { checkDateRange } from './check-dates.ts'
import { error, repeated, warning, when, type Finding, type Found } from './finding.ts'
import {
  fieldsOf,
  itemsOf,
  numberOf,
  textOf,
  textsOf,
  type Fields,
  type Path,
} from '../core/loose-fields.ts'
import { longTextMost, shortTextMost } from '../question/question.ts'

/** What the fields of questions say about each other, and about other questions. Wrong shapes are passed over. */
export function checkQuestions(questions: readonly Found[]): readonly Finding[] {
  return [
    ...questions.flatMap((question, index) => [
      ...checkCondition(question, questions.slice(0, index), questions),
      ...checkOptions(question),
      ...checkNumbers(question),
      ...checkDateRange(question.fields, question.path),
    ]),
    ...checkRoom(questions),
  ]
}

/**
 * A whole response must fit into 64 kB as it is sent, in any script: up to four bytes a character, and room for the rest.
 * Otherwise somebody could write within every limit and not be able to send.
 */
const mostCharactersInAll = 14_000

function checkRoom(questions: readonly Found[]): readonly Finding[] {
  const inAll = questions.reduce((sum, { fields }) => sum + charactersOf(fields), 0)
  const [first] = questions
  if (inAll <= mostCharactersInAll || !first) return []
  const words = `Together the questions allow ${inAll} characters of writing, and a response has room for ${mostCharactersInAll}. Ask for fewer in some`
  return [error(first.path.slice(0, 1), words)]
}

/** What somebody may write to a question, at most: in its own field, and beside its options. */
function charactersOf(fields: Fields): number {
  const kind = textOf(fields['kind'])
  const usual =
    kind === 'long-text' ? longTextMost : kind === 'short-text' ? shortTextMost : undefined
  const beside = itemsOf(fields['options']).map((option) => fieldsOf(option['say']))
  const besideInAll = beside.reduce(
    (sum, say) => sum + ('label' in say ? (numberOf(say['maxCharacters']) ?? shortTextMost) : 0),
    0,
  )
  return besideInAll + (usual === undefined ? 0 : (numberOf(fields['maxCharacters']) ?? usual))
}

const idOf = ({ fields }: Found): string | undefined => textOf(fields['id'])

function checkCondition(
  question: Found,
  earlier: readonly Found[],
  all: readonly Found[],
): readonly Finding[] {
  const condition = fieldsOf(question.fields['showIf'])
  const asked = textOf(condition['question'])
  if (asked === undefined) return []
  const path = [...question.path, 'showIf']
  const target = earlier.find((found) => idOf(found) === asked)
  if (target)
    return checkCodes(target.fields, textsOf(condition['includes']), [...path, 'includes'])
  return [error([...path, 'question'], unmetWords(asked, idOf(question), all.map(idOf)))]
}

function unmetWords(
  asked: string,
  own: string | undefined,
  all: readonly (string | undefined)[],
): string {
  if (asked === own) return 'A question cannot depend on its own answer'
  if (!all.includes(asked)) return `There is no question “${asked}”`
  return `“${asked}” comes later. A question can depend on an earlier question only`
}

function checkCodes(
  target: Fields,
  codes: readonly (string | undefined)[],
  path: Path,
): readonly Finding[] {
  const known = conditionCodes(target)
  if (known === undefined) return []
  const id = textOf(target['id'])
  if (known.length === 0)
    return [error(path, `“${id}” has no choices that another question could depend on`)]
  const choices = known.map((code) => `“${code}”`).join(', ')
  return codes.flatMap((code, index) =>
    when(
      code !== undefined && !known.includes(code),
      error([...path, index], `“${id}” has no choice “${code}”. It has ${choices}`),
    ),
  )
}

/** The codes another question can depend on; none for kinds without them, undefined for a kind that is not known. */
function conditionCodes(question: Fields): readonly string[] | undefined {
  switch (question['kind']) {
    case 'one-of':
    case 'several-of':
      return itemsOf(question['options']).flatMap((option) => textOf(option['code']) ?? [])
    case 'number-scale':
      return points(numberOf(question['from']), numberOf(question['to']))
    default:
      return fixedCodes.get(textOf(question['kind']) ?? '')
  }
}

const fixedCodes: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['yes-no', yesNoOptions.map((option) => option.code)],
  ['agreement', agreementScale.map((option) => option.code)],
  ['consent', ['given']],
  ...['short-text', 'long-text', 'matrix', 'ranking', 'number', 'date'].map(
    (kind) => [kind, []] as const,
  ),
])

function points(from: number | undefined, to: number | undefined): readonly string[] | undefined {
  if (from === undefined || to === undefined || !(to - from <= 1_000)) return undefined
  return Array.from({ length: Math.max(0, Math.floor(to - from) + 1) }, (_, index) =>
    String(from + index),
  )
}

const optionLists = ['options', 'statements', 'scale'] as const

function checkOptions({ fields, path }: Found): readonly Finding[] {
  return optionLists.flatMap((name) => {
    const options = itemsOf(fields[name]).map((option, index) => ({
      fields: option,
      path: [...path, name, index],
    }))
    return [
      ...repeated(options, 'code', 'option'),
      ...sameLabels(options),
      ...options.flatMap((option) => checkOption(fields['kind'], option)),
    ]
  })
}

/** Labels that are read out alike: nobody who listens can tell the two options apart. */
function sameLabels(options: readonly Found[]): readonly Finding[] {
  const heard = new Set<string>()
  return options.flatMap(({ fields, path }) => {
    const label = textOf(fields['label'])?.trim() ?? ''
    const sound = label
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      .replace(/[.,;:!?]+$/, '')
    const again = sound !== '' && heard.has(sound)
    heard.add(sound)
    return when(
      again,
      error([...path, 'label'], `“${label.slice(0, 60)}” is used twice. Each option needs its own`),
    )
  })
}

const isAnyOf = (kind: unknown, ...kinds: readonly string[]): boolean =>
  kinds.includes(textOf(kind) ?? '')

function checkOption(kind: unknown, { fields, path }: Found): readonly Finding[] {
  return [
    ...when(
      fields['exclusive'] !== undefined && isAnyOf(kind, 'one-of', 'matrix', 'ranking'),
      error(
        [...path, 'exclusive'],
        'Only a question of the kind “several-of” can have an option that goes with no other',
      ),
    ),
    ...when(
      fields['say'] !== undefined && isAnyOf(kind, 'matrix', 'ranking'),
      error([...path, 'say'], 'Only “one-of” and “several-of” can ask for words beside an option'),
    ),
  ]
}

function checkNumbers({ fields, path }: Found): readonly Finding[] {
  const number = (name: string) => numberOf(fields[name])
  switch (fields['kind']) {
    case 'number-scale':
      return checkScale(number('from'), number('to'), path)
    case 'number':
      return checkLeastMost(number('least'), number('most'), path)
    case 'several-of':
      return checkMost(number('most'), itemsOf(fields['options']).length, path)
    default:
      return []
  }
}

function checkScale(
  from: number | undefined,
  to: number | undefined,
  path: Path,
): readonly Finding[] {
  if (from === undefined || to === undefined) return []
  const words = `Use a number from ${from + 1} to ${from + 10}: 1 to 10 above “from”`
  return when(to - from < 1 || to - from > 10, error([...path, 'to'], words))
}

function checkLeastMost(
  least: number | undefined,
  most: number | undefined,
  path: Path,
): readonly Finding[] {
  if (least === undefined || most === undefined) return []
  return when(
    least > most,
    error([...path, 'most'], `“most” must not be less than “least”, which is ${least}`),
  )
}

function checkMost(most: number | undefined, options: number, path: Path): readonly Finding[] {
  if (most === undefined) return []
  return when(
    most > options,
    warning([...path, 'most'], `There are only ${options} options, so “most” makes no difference`),
  )
}
