import { html, nothing } from 'lit'
import { statusOf, type Consultation } from '../domain/consultation.ts'
import { backLink } from '../ui/back-link.ts'
import { blocks } from '../ui/blocks.ts'
import { pageTitleId } from '../ui/field.ts'
import { richText } from '../ui/rich-text.ts'
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
export const largePrintTitle = ({ consultation }: LargePrintModel): string => `Large print – ${consultation.title}`

/**
 * Everything about a consultation on one page of 18 points and more, to print and to answer on paper: what may change,
 * what to read, and every question with room to write.
 */
export function largePrintView({ consultation, now }: LargePrintModel) {
  const { documents, sections, slug, title, summary, trust, contact } = consultation
  const status = statusOf(consultation, now)
  const words = explaining(consultation)
  const help = { text: words.text, plain: words.plain, media: mediaView(consultation).block }
  return html`<div class="wrap large-print">
    ${backLink({ href: `/consultations/${slug}`, text: title })}
    <p class="eyebrow">Large print <span aria-hidden="true">·</span> ${trust.name}</p>
    <h1 id=${pageTitleId}>${title}</h1>
    <p class="lede">${richText(summary)}</p>
    <p class="no-print">This page holds everything. To print it, use “Print” in your browser.</p>
    ${consultationFacts(consultation, status, now)}
    ${status === 'open' ? howToAnswer(consultation) : nothing}
    ${status === 'concluded' ? nothing : whatHappens(consultation, status)}
    ${documents.map((document) => html`<section class="part" aria-labelledby=${`read-${document.id}`}>
      <h2 id=${`read-${document.id}`}>${document.title}</h2>
      ${blocks(document.blocks, 'h3', help)}
    </section>`)}
    ${sections.map((section, index) => askedSection(consultation, { section, number: index + 1 }, help))}
    ${words.list()}
    <section class="part" aria-labelledby="send"><h2 id="send">Who to ask</h2>${contactLines(contact)}</section>
  </div>`
}

const howToAnswer = ({ contact }: Consultation) => html`<section class="part" aria-labelledby="answer">
  <h2 id="answer">How to answer</h2>
  <p>Write on these pages${contact.post ? html` and send them to ${contact.post}` : nothing}.${contact.phone ? ` You can also call ${contact.phone} and say your answers.` : nothing}</p>
  <p>Leave out any question marked “(optional)” that you do not want to answer. You do not need to give your name.</p>
</section>`
