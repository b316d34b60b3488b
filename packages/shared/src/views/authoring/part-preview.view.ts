import { html, nothing } from 'lit'
import { assembleQuestion } from '../../domain/authoring/draft/assemble.ts'
import { fieldOf, readKey, textIn, type Part } from '../../domain/authoring/draft/draft.ts'
import type { Block } from '../../domain/consultation/consultation.ts'
import type { Question } from '../../domain/question/question.ts'
import { pathOfDraftPicture } from '../../domain/site/authoring-paths.ts'
import { blocks } from '../../ui/blocks.ts'
import { details } from '../../ui/details.ts'
import { authoringWords } from '../../words/authoring.ts'
import { largerFields } from '../answering/larger-fields.view.ts'
import { questionField } from '../answering/question-field.view.ts'
import type { EditorModel } from './desk-model.ts'

/** One part as people see it, by the views that show it to them, at the width of a phone. */
export function partPreview({ head, number }: EditorModel, part: Part) {
  const shown = content(part, head.id)
  return shown === nothing
    ? nothing
    : html`<section aria-labelledby="preview-title">
    <h2 id="preview-title">${authoringWords.asPeopleSeeIt}</h2>
    <div class="phone">${number !== null && readKey(part.key)?.kind === 'question' ? html`<p class="progress">${authoringWords.question(number)} of ${head.questions}</p>` : nothing}${shown}</div>
    <p class="quiet small">${authoringWords.tryIt}</p>
  </section>`
}

function content(part: Part, draft: string) {
  switch (readKey(part.key)?.kind) {
    case 'question':
      return question(part)
    case 'document':
      return html`<h3>${textIn(part, 'title')}</h3>${shownBlocks(part, 'blocks')}`
    case 'section':
      return html`<h3>${textIn(part, 'title')}</h3>${shownBlocks(part, 'introduction')}`
    case 'media':
      return pictureHere(part, draft)
    default:
      return nothing
  }
}

/** The picture with its words, and what shows it in a text. */
function pictureHere(part: Part, draft: string) {
  const id = part.key.slice('media:'.length)
  const file = textIn(part, 'file')
  if (textIn(part, 'kind') !== 'picture' || file === '') return nothing
  return html`<img src=${pathOfDraftPicture(draft, file, 'last')} alt=${textIn(part, 'alt')}>
    <p>${textIn(part, 'alt')}</p>
    <p class="quiet">${authoringWords.pictureInText}</p>
    <p><code>[picture {"picture":"${id}"}]</code></p>`
}

const shownBlocks = (part: Part, field: string) => {
  const value = fieldOf(part, field)
  return Array.isArray(value) ? blocks(value as readonly Block[], 'h3') : nothing
}

/** What a question of its kind cannot be shown without; there is nothing to see before it is there. */
const needs: Readonly<Record<string, readonly string[]>> = {
  'one-of': ['options'],
  'several-of': ['options'],
  ranking: ['options'],
  matrix: ['statements', 'scale'],
  'number-scale': ['from', 'to'],
}

function question(part: Part) {
  const asked = {
    title: '',
    about: '',
    statement: '',
    fromLabel: '',
    toLabel: '',
    ...assembleQuestion(part),
  }
  const kind = textIn(part, 'kind')
  if (kind === '' || needs[kind]?.some((field) => fieldOf(part, field) === undefined))
    return nothing
  const shown = {
    ...asked,
    id: `preview-${part.key.slice('question:'.length)}`,
  } as unknown as Question
  return html`${questionField(shown, { heading: 'h3', answer: undefined, problems: [] }, largerFields)}
    ${shown.why ? details({ summary: 'Why we ask', content: shown.why }) : nothing}`
}
