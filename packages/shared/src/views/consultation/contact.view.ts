import { html, nothing } from 'lit'
import type { Contact } from '../../domain/consultation/consultation.ts'
import { asTheyAre, type OwnWords } from '../../ui/field.ts'
import { partIn } from '../../ui/languages.ts'

/** How to take part, or ask, without this website. */
export const contactLines = (contact: Contact, own: OwnWords = asTheyAre) =>
  contact.lang === undefined
    ? linesOf(contact, own)
    : partIn(linesOf(contact, asTheyAre), contact.lang)

const linesOf = (
  { name, phone, hours, email, post }: Contact,
  own: OwnWords,
) => html`<p>${name}</p><ul class="contact">
  ${phone ? html`<li><a href=${`tel:${phone.replaceAll(' ', '')}`}>${own(`Call ${phone.replaceAll(' ', '\u00a0')}`)}</a>${hours ? html`<br>${hours}` : nothing}</li>` : nothing}
  ${email ? html`<li><a href=${`mailto:${email}`}>${own(`Email ${email}`)}</a></li>` : nothing}
  ${post ? html`<li>${own('Write to')} <bdi>${post}</bdi></li>` : nothing}
</ul>`
