import { html, nothing } from 'lit'
import type { Contact } from '../domain/consultation.ts'

/** How to take part, or ask, without this website. */
export const contactLines = ({ name, phone, hours, email, post }: Contact) => html`<p>${name}</p><ul class="contact">
  ${phone ? html`<li><a href=${`tel:${phone.replaceAll(' ', '')}`}>Call ${phone.replaceAll(' ', '\u00a0')}</a>${hours ? html`<br>${hours}` : nothing}</li>` : nothing}
  ${email ? html`<li><a href=${`mailto:${email}`}>Email ${email}</a></li>` : nothing}
  ${post ? html`<li>Write to ${post}</li>` : nothing}
</ul>`
