import { charactersOver, isBlank, linesOf, tidyText, withCapital } from '../text.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

/** Characters when the question does not say. */
export const longTextMost = 2000

/** As many words as somebody needs, with line ends kept. */
export const longText: QuestionKind<'long-text'> = {
  kind: 'long-text',
  isEmpty: (answer) => isBlank(answer.text),
  check(question, answer) {
    const most = question.maxCharacters ?? longTextMost
    const over = charactersOver(answer.text, most)
    return over > 0 ? [{ ...subjectOf(question), code: 'text-too-long', most, over }] : []
  },
  tidy: (_, answer) => ({ kind: 'long-text', text: tidyText(answer.text) }),
  codes: () => [],
  columns: (question) => [{ key: question.id, heading: withCapital(question.about) }],
  cells: (question, answer) => ({ [question.id]: answer ? tidyText(answer.text) : '' }),
  read: (_, answer) => linesOf(answer.text),
}
