import { html, nothing } from 'lit'
import { statusOf, type Consultation } from '../../domain/consultation/consultation.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { backLink } from '../../ui/back-link.ts'
import { blocks } from '../../ui/blocks.ts'
import { pageTitleId } from '../../ui/field.ts'
import { ownWordsAmong, partIn, wordsIn } from '../../ui/languages.ts'
import { richText } from '../../ui/rich-text.ts'
import { askedSection } from './all-questions.view.ts'
import { consultationFacts } from './consultation-facts.view.ts'
import { whatHappens } from './consultation-overview.view.ts'
import { contactLines } from './contact.view.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'

export interface LargePrintModel {
  readonly consultation: Consultation
  readonly now: Date
}

/** The page's own part of the document title. */
export const largePrintTitle = ({ consultation }: LargePrintModel): string =>
  `Large print – ${consultation.title}`

/**
 * Everything about a consultation on one page of 18 points and more, to print and to answer on paper: what may change,
 * what to read, and every question with room to write. In the words of the edition it is asked for.
 */
export function largePrintView({ consultation, now }: LargePrintModel) {
  const { documents, sections, lang, title, summary, trust, contact } = consultation
  const status = statusOf(consultation, now)
  const words = explaining(consultation)
  const help = { text: words.text, plain: words.plain, media: mediaView(consultation).block }
  const own = ownWordsAmong(lang)
  return html`<div class="wrap large-print">
    ${backLink({ href: addressOf(consultation), text: title })}
    <p class="eyebrow">${own('Large print')} <span aria-hidden="true">·</span> ${own(trust.name)}</p>
    <h1 id=${pageTitleId}>${title}</h1>
    <p class="lede">${richText(summary)}</p>
    <p class="no-print">${own('This page holds everything. To print it, use “Print” in your browser.')}</p>
    ${consultationFacts(consultation, status, now)}
    ${status === 'open' ? howToAnswer(consultation) : nothing}
    ${status === 'concluded' ? nothing : whatHappens(consultation, status)}
    ${documents.map(
      (document) => html`<section class="part" aria-labelledby=${`read-${document.id}`}>
      <h2 id=${`read-${document.id}`}>${wordsIn(document.title, document.lang)}</h2>
      ${partIn(blocks(document.blocks, 'h3', help), document.lang)}
    </section>`,
    )}
    ${sections.map((section, index) => askedSection(consultation, { section, number: index + 1 }, help))}
    ${words.list()}
    <section class="part" aria-labelledby="send"><h2 id="send">${own('Who to ask')}</h2>${contactLines(contact, own)}</section>
  </div>`
}

function howToAnswer({ contact, lang }: Consultation) {
  const own = ownWordsAmong(lang)
  const { post, phone } = contact
  return html`<section class="part" aria-labelledby="answer">
    <h2 id="answer">${own('How to answer')}</h2>
    <p>${own(html`Write on these pages${post ? html` and send them to ${post}` : nothing}.${phone ? ` You can also call ${phone} and say your answers.` : nothing}`)}</p>
    <p>${own('Leave out any question marked “(optional)” that you do not want to answer. You do not need to give your name.')}</p>
  </section>`
}
