import { svg } from 'lit'

/** Two speech bubbles, one answering the other; in the colour of the words beside it. The icons of the site are the same sign. */
export const wordmark = svg`<svg viewBox="6 9 52 47" width="36" height="33" aria-hidden="true">
  <path fill="currentColor" d="M15 11h20a7 7 0 0 1 7 7v12a7 7 0 0 1-7 7H25l-9 9v-9h-1a7 7 0 0 1-7-7V18a7 7 0 0 1 7-7z"/>
  <path fill="currentColor" d="M45 24h4a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-1v8l-9-8h-6a7 7 0 0 1-6-6h8a10 10 0 0 0 10-10z"/>
</svg>`
