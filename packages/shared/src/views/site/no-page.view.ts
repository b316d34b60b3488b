import { html, nothing } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { insetText } from '../../ui/inset-text.ts'
import { contactLines } from '../consultation/contact.view.ts'

/** The pages for addresses that have no page, or none now: each says what is the matter and offers a way on. */

/** The title of the page for an address that nothing has. */
export const notFoundTitle = 'There is no page here'

/** Nothing has this address. */
export const notFoundView = () => html`<div class="wrap">
  <h1 id=${pageTitleId}>${notFoundTitle}</h1>
  <p class="lede">If you typed the address, check that it is right. If you followed a link, the page may have moved.</p>
  ${waysOn}
</div>`

export interface RetractedModel {
  /** When it was taken back. */
  readonly at: Date
  /** Why, in the Trust's words; empty when none was given. */
  readonly reason: string
  readonly consultation: Consultation
}

/** The page's own part of the document title. */
export const retractedTitle = ({ consultation }: RetractedModel): string =>
  `Withdrawn – ${consultation.title}`

/** The consultation was taken back after it was published. */
export const retractedView = ({
  at,
  reason,
  consultation,
}: RetractedModel) => html`<div class="wrap">
  <p class="eyebrow">${consultation.trust.name}</p>
  <h1 id=${pageTitleId}>This consultation has been withdrawn</h1>
  <p class="lede">“${consultation.title}” was taken off this website on ${dayOfMomentWords(at)}.</p>
  ${reason ? insetText(html`<p>${reason}</p>`) : nothing}
  <p>Responses we had received are kept. A draft you have on this device stays there, under
    <a href="/my-responses">My drafts and responses</a>, until you delete it.</p>
  <section class="part" aria-labelledby="ask"><h2 id="ask">Do you want to ask something?</h2>${contactLines(consultation.contact)}</section>
  ${waysOn}
</div>`

export interface NotOpenYetModel {
  readonly consultation: Consultation
}

/** The page's own part of the document title. */
export const notOpenYetTitle = ({ consultation }: NotOpenYetModel): string =>
  `Not open yet – ${consultation.title}`

/** The questions and the reading material of a consultation that has not opened. */
export const notOpenYetView = ({ consultation }: NotOpenYetModel) => html`<div class="wrap">
  <p class="eyebrow">${consultation.trust.name}</p>
  <h1 id=${pageTitleId}>This consultation is not open yet</h1>
  <p class="lede">“${consultation.title}” opens ${momentWords(consultation.opensAt)}. You can read and answer it from then.</p>
  <div class="actions">${linkButton({ href: `/consultations/${consultation.slug}`, text: 'What it is about' })}</div>
</div>`

const waysOn = html`<div class="actions">
  ${linkButton({ href: '/', text: 'See all the consultations' })}
  <a href="/my-responses">My drafts and responses</a>
  <a href="/help">Help</a>
</div>`
