import { html, nothing } from 'lit'
import type { Contact } from '../domain/consultation.ts'

/** How to take part, or ask, without this website. */
export const contactLines = ({ name, phone, hours, email, post }: Contact) => html`<p>${name}</p><ul class="contact">
  ${phone ? html`<li>Call <a href=${`tel:${phone.replaceAll(' ', '')}`}>${phone}</a>${hours ? `, ${hours}` : nothing}</li>` : nothing}
  ${email ? html`<li>Email <a href=${`mailto:${email}`}>${email}</a></li>` : nothing}
  ${post ? html`<li>Write to ${post}</li>` : nothing}
</ul>`
