import { svg } from 'lit'

/** Two speech bubbles, one answering the other; in the colour of the words beside it. */
export const wordmark = svg`<svg viewBox="0 0 32 32" width="36" height="36" aria-hidden="true" focusable="false">
  <path fill="currentColor" d="M4 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-7l-5 5v-5H4a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z"/>
  <path fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"
    d="M25 9.5h2a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-1v4.5l-5-4.5h-7"/>
</svg>`
