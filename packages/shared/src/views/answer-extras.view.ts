import { html, nothing } from 'lit'
import type { Consultation } from '../domain/consultation.ts'
import { wordFinder } from '../domain/glossary.ts'
import type { Question } from '../domain/question.ts'
import { details } from '../ui/details.ts'
import type { AnswerPageModel } from './answer-page.view.ts'
import { mediaView } from './media.view.ts'

/** What only some consultations have on pages of questions: media, and hard words. The app loads this when there is some. */
export const answerExtras = (consultation: Consultation): Pick<AnswerPageModel, 'media' | 'words'> => ({
  ...(consultation.media ? { media: mediaView(consultation) } : {}),
  ...(consultation.glossary ? { words: (questions) => wordsOf(consultation, questions) } : {}),
})

/** The hard words of these questions, under them: a question has no links in it, for it is the name of its field. */
function wordsOf({ glossary }: Consultation, questions: readonly Question[]) {
  const finder = wordFinder(glossary)
  for (const text of questions.flatMap(textsOf)) finder.find(text)
  const found = finder.found()
  if (found.length === 0) return nothing
  return details({
    summary: 'Words explained',
    content: html`<dl class="words">${found.map(({ word, meaning }) => html`<div><dt><dfn>${word}</dfn></dt><dd>${meaning}</dd></div>`)}</dl>`,
  })
}

/** What is read of a question. */
const textsOf = (question: Question): readonly string[] => [
  question.title, question.hint ?? '', question.why ?? '',
  ...('statement' in question ? [question.statement] : []),
  ...('options' in question ? question.options.flatMap(({ label, hint = '' }) => [label, hint]) : []),
  ...('statements' in question ? question.statements.map(({ label }) => label) : []),
]
