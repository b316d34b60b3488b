import { html } from 'lit'
import type { Question } from '../../domain/question/question.ts'
import type { Content } from '../../ui/field.ts'

/** What was asked, whole: the title of an agreement says little without the statement it is about. */
export const askedWords = (question: Question): Content =>
  question.kind === 'agreement' ? html`${question.title}<br>${question.statement}` : question.title
