import { shortTextMost } from '../question.ts'
import { charactersOver, tidyLine, withCapital } from '../../core/text.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

/** A few words on one line. */
export const shortText: QuestionKind<'short-text'> = {
  kind: 'short-text',
  check(question, answer) {
    const most = question.maxCharacters ?? shortTextMost
    const over = charactersOver(tidyLine(answer.text), most)
    return over > 0 ? [{ ...subjectOf(question), code: 'text-too-long', most, over }] : []
  },
  tidy: (_, answer) => ({ kind: 'short-text', text: tidyLine(answer.text) }),
  columns: (question) => [{ key: question.id, heading: withCapital(question.about) }],
  cells: (question, answer) => ({ [question.id]: answer ? tidyLine(answer.text) : '' }),
  read: (_, answer) => [tidyLine(answer.text)],
}
