import type { Option, QuestionOf } from '../question.ts'
import { choiceCells, choiceColumns, labelOf, unknownChoices } from './choices.ts'
import type { QuestionKind } from './question-kind.ts'

type ScaleKind = 'yes-no' | 'agreement' | 'number-scale'

/** A kind with one choice among options that the kind itself knows, and nothing to write beside them. */
export function scaleKind<Kind extends ScaleKind>(
  kind: Kind,
  optionsOf: (question: QuestionOf<Kind>) => readonly Option[],
): QuestionKind<Kind>
export function scaleKind(
  kind: ScaleKind,
  optionsOf: (question: QuestionOf<ScaleKind>) => readonly Option[],
): QuestionKind<ScaleKind> {
  return {
    kind,
    check: (question, answer) => unknownChoices(question, optionsOf(question), [answer.choice]),
    tidy: (_, answer) => ({ kind: answer.kind, choice: answer.choice }),
    columns: (question) => choiceColumns(question, [], 'code'),
    cells: (question, answer) =>
      choiceCells({ ...question, options: optionsOf(question) }, answer ? [answer.choice] : []),
    read: (question, answer) => [labelOf(optionsOf(question), answer.choice)],
  }
}
