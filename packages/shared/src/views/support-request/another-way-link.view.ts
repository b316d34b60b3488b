import { html } from 'lit'

/** Where somebody asks for a format, for support, or to talk to somebody, about one consultation. */
export const anotherWayPath = (slug: string): string => `/consultations/${slug}/another-way`

/** The way there, in the same words wherever it stands. */
export const anotherWayLink = (slug: string) =>
  html`<a href=${anotherWayPath(slug)}>Ask for this in another way</a>`
