import type { Said } from '../answer.ts'
import type { AnswerProblem } from '../../response/problem.ts'
import type { Option, Question } from '../question.ts'
import { charactersOver, isBlank, tidyLine, withCapital } from '../../core/text.ts'
import { subjectOf, type Cells, type Column } from './question-kind.ts'

/** Characters beside an "Other, say what" option when the option does not say. */
const sayMost = 200

/** What kinds with options share. Codes in answers are never trusted to be options, nor to be harmless as keys. */
export const optionWith = (options: readonly Option[], code: string): Option | undefined =>
  options.find((option) => option.code === code)

/** The option's label, or the code itself where there is no such option, so that nothing chosen goes unread. */
export const labelOf = (options: readonly Option[], code: string): string =>
  optionWith(options, code)?.label ?? code

/** Each code once: the options' own in the options' order, then the unknown as they came. */
export function inOrderOf(options: readonly Option[], codes: readonly string[]): readonly string[] {
  const chosen = new Set(codes)
  const known = options.map((option) => option.code).filter((code) => chosen.has(code))
  return [...new Set([...known, ...codes])]
}

/** One problem when any code is not among the options: the person chooses again from those shown. */
export function unknownChoices(
  question: Question,
  options: readonly Option[],
  codes: readonly string[],
): readonly AnswerProblem[] {
  const known = new Set(options.map((option) => option.code))
  return codes.every((code) => known.has(code))
    ? []
    : [{ ...subjectOf(question), code: 'choice-unknown' }]
}

/** What was written beside an option, on one line; empty when nothing was. */
const saidBeside = (option: Option, said: Said | undefined): string =>
  said && Object.hasOwn(said, option.code) ? tidyLine(said[option.code] ?? '') : ''

const withSay = (options: readonly Option[], choices: readonly string[]): readonly Option[] =>
  options.filter((option) => option.say && choices.includes(option.code))

/**
 * Problems with what was written beside the chosen options. Words are asked for only where the question itself must be
 * answered: who may skip a question may also choose "Other" without saying more.
 */
export function sayProblems(
  question: Question & { readonly options: readonly Option[] },
  choices: readonly string[],
  said: Said | undefined,
): readonly AnswerProblem[] {
  return withSay(question.options, choices).flatMap((option): readonly AnswerProblem[] => {
    const part = { ...subjectOf(question), field: option.code, option: option.label }
    const text = saidBeside(option, said)
    if (isBlank(text)) return question.mandatory ? [{ ...part, code: 'say-missing' }] : []
    const most = option.say?.maxCharacters ?? sayMost
    const over = charactersOver(text, most)
    return over > 0 ? [{ ...part, code: 'say-too-long', most, over }] : []
  })
}

/** `say` as it is stored: only beside chosen options that ask for it, and only if something was written. */
export function tidySaid(
  options: readonly Option[],
  choices: readonly string[],
  said: Said | undefined,
): { readonly say?: Said } {
  const kept = withSay(options, choices)
    .map((option) => [option.code, saidBeside(option, said)] as const)
    .filter(([, text]) => !isBlank(text))
  return kept.length > 0 ? { say: Object.fromEntries(kept) } : {}
}

/** "Another way", or "Another way: by canoe" where something was written beside it. */
export function readChoice(options: readonly Option[], code: string, said?: Said): string {
  const option = optionWith(options, code)
  const words = option?.say ? saidBeside(option, said) : ''
  return words === '' ? labelOf(options, code) : `${labelOf(options, code)}: ${words}`
}

/** `<id>` for codes, `<id>.label` for labels, `<id>.<option>.say` for each option with words of its own. */
export function choiceColumns(
  question: Question,
  options: readonly Option[],
  codeWord: 'code' | 'codes',
): readonly Column[] {
  const about = withCapital(question.about)
  const says = options.filter((option) => option.say)
  return [
    { key: question.id, heading: `${about} (${codeWord})` },
    { key: `${question.id}.label`, heading: about },
    ...says.map(({ code, label }) => ({
      key: `${question.id}.${code}.say`,
      heading: `${about}: ${label}, in their own words`,
    })),
  ]
}

/** What {@link choiceColumns} announces; several codes or labels are joined with "; ". */
export function choiceCells(
  question: Question & { readonly options: readonly Option[] },
  choices: readonly string[],
  said?: Said,
): Cells {
  const chosen = new Set(choices)
  const says = question.options.filter((option) => option.say)
  return {
    [question.id]: choices.join('; '),
    [`${question.id}.label`]: choices
      .map((code) => optionWith(question.options, code)?.label ?? '')
      .filter(Boolean)
      .join('; '),
    ...Object.fromEntries(
      says.map((option) => [
        `${question.id}.${option.code}.say`,
        chosen.has(option.code) ? saidBeside(option, said) : '',
      ]),
    ),
  }
}
