import { html, nothing } from 'lit'
import { asksWithMedia, type Consultation } from '../../domain/consultation/consultation.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { wordFinder } from '../../domain/consultation/glossary.ts'
import { pagePath } from '../../domain/consultation/journey.ts'
import type { Question } from '../../domain/question/question.ts'
import { responseWords } from '../../words/response.ts'
import { details } from '../../ui/details.ts'
import type { AnswerPageModel } from './answer-page.view.ts'
import { ownWordsAmong } from '../../ui/languages.ts'
import type { MediaView } from '../consultation/media.view.ts'
import { otherForms, type OtherFormsModel } from '../consultation/other-forms.view.ts'
import { ownWordsIn } from '../own-words.ts'

type AnswerExtras = Pick<AnswerPageModel, 'media' | 'words' | 'forms'>

/**
 * What only some consultations have on pages of questions: media, hard words, editions. The app loads this when
 * something else is to be said than the server's page says, and how media look (`mediaView`) only where {@link asksWithMedia} says so.
 */
export const answerExtras = (
  consultation: Consultation,
  mediaView?: (consultation: Consultation) => MediaView,
): AnswerExtras => ({
  ...(mediaView && asksWithMedia(consultation) ? { media: mediaView(consultation) } : {}),
  ...(consultation.glossary ? { words: (questions) => wordsOf(consultation, questions) } : {}),
  ...(consultation.editions
    ? {
        forms: (model) =>
          details({
            summary: ownWordsIn(consultation)(responseWords.otherForms),
            content: otherForms(formsOf(model)),
          }),
      }
    : {}),
})

/** The same page in the other forms of the consultation. */
const formsOf = ({ consultation, page, wantedEdition }: AnswerPageModel): OtherFormsModel => ({
  consultation,
  rest: pagePath(consultation, page).slice(addressOf(consultation).length),
  questions: page.questions.map(({ id }) => id),
  wanted: wantedEdition,
})

/** The hard words of these questions, under them: a question has no links in it, for it is the name of its field. */
function wordsOf({ glossary, lang }: Consultation, questions: readonly Question[]) {
  const finder = wordFinder(glossary)
  for (const text of questions.flatMap(textsOf)) finder.find(text)
  const found = finder.found()
  if (found.length === 0) return nothing
  return details({
    summary: ownWordsAmong(lang)('Words explained'),
    content: html`<dl class="words">${found.map(({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`,
  })
}

/** What is read of a question. */
const textsOf = (question: Question): readonly string[] => [
  question.title,
  question.hint ?? '',
  question.why ?? '',
  ...('statement' in question ? [question.statement] : []),
  ...('options' in question
    ? question.options.flatMap(({ label, hint = '' }) => [label, hint])
    : []),
  ...('statements' in question ? question.statements.map(({ label }) => label) : []),
]
