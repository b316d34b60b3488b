import { html } from 'lit'
import { readAnswer } from '../../domain/question/question-kinds.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { ownWordsAmong } from '../../ui/languages.ts'
import { notice } from '../../ui/notice.ts'
import type { OtherVersionView } from './answer-page.view.ts'

/** What was answered in another tab or on another device, and which of the two to go on with. Until then both are kept (P5). */
export const otherVersion: OtherVersionView = ({ model, handlers, question, index }) => {
  const answer = model.others[index]?.answer
  const lines = answer ? readAnswer(question, answer) : []
  const own = ownWordsAmong(question.lang ?? model.consultation.lang)
  const hidden = own(`for ${question.about}`)
  return notice({
    heading: model.page.paging === 'question' ? 'h2' : 'h3',
    title: own('You also answered this earlier, in another tab or on another device'),
    content: html`
      ${lines.length > 0 ? lines.map((line) => html`<p class="said" dir="auto">${changing(line)}</p>`) : html`<p>${own('There you took your answer away.')}</p>`}
      <div class="actions">
        ${button({ text: own('Use this instead'), hidden, kind: 'second', onClick: () => handlers?.onSettleOther(index, true) })}
        ${button({ text: own('Keep what is above'), hidden, kind: 'second', onClick: () => handlers?.onSettleOther(index, false) })}
      </div>`,
  })
}
