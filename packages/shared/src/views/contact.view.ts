import { html, nothing } from 'lit'
import type { Contact } from '../domain/consultation.ts'

/** How to take part, or ask, without this website. */
export const contactLines = (contact: Contact) => html`<p>${contact.name}${contact.phone
  ? html`<br>Call <a href=${`tel:${contact.phone.replaceAll(' ', '')}`}>${contact.phone}</a>${contact.hours ? `, ${contact.hours}` : nothing}`
  : nothing}${contact.email ? html`<br>Email <a href=${`mailto:${contact.email}`}>${contact.email}</a>` : nothing}${contact.post
  ? html`<br>Write to ${contact.post}`
  : nothing}</p>`
