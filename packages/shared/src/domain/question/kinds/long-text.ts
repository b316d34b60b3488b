import { longTextMost } from '../question.ts'
import { charactersOver, linesOf, tidyText, withCapital } from '../../core/text.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

/** As many words as somebody needs, with line ends kept. */
export const longText: QuestionKind<'long-text'> = {
  kind: 'long-text',
  check(question, answer) {
    const most = question.maxCharacters ?? longTextMost
    const over = charactersOver(answer.text, most)
    return over > 0 ? [{ ...subjectOf(question), code: 'text-too-long', most, over }] : []
  },
  tidy: (_, answer) => ({ kind: 'long-text', text: tidyText(answer.text) }),
  columns: (question) => [{ key: question.id, heading: withCapital(question.about) }],
  cells: (question, answer) => ({ [question.id]: answer ? tidyText(answer.text) : '' }),
  read: (_, answer) => linesOf(answer.text),
}
