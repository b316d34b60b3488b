import { agreementScale, yesNoOptions } from './agreement-scale.ts'
import { checkDateRange } from './check-dates.ts'
import { error, repeated, warning, type Finding, type FoundQuestion } from './finding.ts'
import { itemsOf, numberOf, textOf, textsOf, type Fields, type Path } from './loose-fields.ts'

/** What the fields of questions say about each other, and about other questions. Wrong shapes are passed over. */
export function checkQuestions(questions: readonly FoundQuestion[]): readonly Finding[] {
  return questions.flatMap(({ fields, path }, index) => [
    ...checkCondition(fields, path, questions.slice(0, index), questions),
    ...checkOptions(fields, path),
    ...checkNumbers(fields, path),
    ...checkDateRange(fields, path),
  ])
}

const idOf = ({ fields }: FoundQuestion): string | undefined => textOf(fields['id'])

function checkCondition(
  question: Fields, path: Path, earlier: readonly FoundQuestion[], all: readonly FoundQuestion[],
): readonly Finding[] {
  const condition = question['showIf'] as Fields | undefined
  const asked = textOf(condition?.['question'])
  if (asked === undefined) return []
  const place = [...path, 'showIf', 'question']
  const target = earlier.find((found) => idOf(found) === asked)
  if (target) return checkCodes(target.fields, textsOf(condition?.['includes']), [...path, 'showIf', 'includes'])
  if (textOf(question['id']) === asked) return [error(place, 'A question cannot depend on its own answer')]
  if (!all.some((found) => idOf(found) === asked)) return [error(place, `There is no question “${asked}”`)]
  return [error(place, `“${asked}” comes later. A question can depend on an earlier question only`)]
}

function checkCodes(target: Fields, codes: readonly (string | undefined)[], path: Path): readonly Finding[] {
  const known = conditionCodes(target)
  if (known === undefined) return []
  const id = textOf(target['id'])
  if (known.length === 0) return [error(path, `“${id}” has no choices that another question could depend on`)]
  return codes.flatMap((code, index) =>
    code === undefined || known.includes(code) ? []
      : [error([...path, index], `“${id}” has no choice “${code}”. It has ${known.map((one) => `“${one}”`).join(', ')}`)])
}

/** The codes another question can depend on; none for kinds without them, undefined for a kind that is not known. */
function conditionCodes(question: Fields): readonly string[] | undefined {
  switch (question['kind']) {
    case 'one-of': case 'several-of': return itemsOf(question['options']).flatMap((option) => textOf(option['code']) ?? [])
    case 'yes-no': return yesNoOptions.map((option) => option.code)
    case 'agreement': return agreementScale.map((option) => option.code)
    case 'number-scale': return points(numberOf(question['from']), numberOf(question['to']))
    case 'consent': return ['given']
    case 'short-text': case 'long-text': case 'number': case 'date': case 'matrix': case 'ranking': return []
    default: return undefined
  }
}

function points(from: number | undefined, to: number | undefined): readonly string[] | undefined {
  if (from === undefined || to === undefined || !(to - from <= 1_000)) return undefined
  return Array.from({ length: Math.max(0, Math.floor(to - from) + 1) }, (_, index) => String(from + index))
}

const optionLists = ['options', 'statements', 'scale'] as const

function checkOptions(question: Fields, path: Path): readonly Finding[] {
  return optionLists.flatMap((name) => {
    const options = itemsOf(question[name])
    const at = (field: string) => options.map((option, index) => ({ value: textOf(option[field]), path: [...path, name, index, field] }))
    return [
      ...repeated(at('code'), 'code'),
      ...repeated(at('label'), 'label').map((finding): Finding => ({ ...finding, level: 'warning' })),
      ...options.flatMap((option, index) => checkOption(question, option, [...path, name, index])),
    ]
  })
}

function checkOption(question: Fields, option: Fields, path: Path): readonly Finding[] {
  const { kind } = question
  return [
    ...(option['exclusive'] !== undefined && kind !== 'several-of'
      ? [error([...path, 'exclusive'], 'Only a question of the kind “several-of” can have an option that goes with no other')] : []),
    ...(option['say'] !== undefined && kind !== 'one-of' && kind !== 'several-of'
      ? [error([...path, 'say'], 'Only “one-of” and “several-of” can ask for words beside an option')] : []),
    ...(option['code'] === 'constructor' ? [error([...path, 'code'], 'The word “constructor” cannot be used here. Choose another')] : []),
  ]
}

function checkNumbers(question: Fields, path: Path): readonly Finding[] {
  const { kind } = question
  const number = (field: string) => numberOf(question[field])
  if (kind === 'number-scale') return checkScale(number('from'), number('to'), path)
  if (kind === 'number') return checkLeastMost(number('least'), number('most'), path)
  const most = number('most')
  const options = itemsOf(question['options']).length
  if (kind !== 'several-of' || most === undefined || most <= options) return []
  return [warning([...path, 'most'], `There are only ${options} options, so “most” makes no difference`)]
}

function checkScale(from: number | undefined, to: number | undefined, path: Path): readonly Finding[] {
  if (from === undefined || to === undefined) return []
  return to - from >= 1 && to - from <= 10 ? [] : [error([...path, 'to'], `Use a number from ${from + 1} to ${from + 10}: 1 to 10 above “from”`)]
}

function checkLeastMost(least: number | undefined, most: number | undefined, path: Path): readonly Finding[] {
  if (least === undefined || most === undefined || least <= most) return []
  return [error([...path, 'most'], `“most” must not be less than “least”, which is ${least}`)]
}
