import { html } from 'lit'
import { pageTitleId } from '../../ui/field.ts'

/** The page's own part of the document title. */
export const appShellTitle = 'Opening'

/**
 * What a page of the app says until its script has made it, and for good where no script runs. The words come into
 * view after two seconds: somebody whose script runs never sees them.
 */
export const appShellView = () => html`<div class="wrap later">
  <h1 id=${pageTitleId}>This page is not ready yet</h1>
  <p class="lede">It holds what you write and keeps it in your browser, so it needs JavaScript. Part of it has not arrived yet. With a slow
    connection that can take a minute. If nothing comes, load the page again: your browser, or the network you are on, may be blocking it.</p>
  <div class="prose part">
    <p>You can still:</p>
    <ul>
      <li><a href="/">read every consultation</a>, and all its questions</li>
      <li><a href="/help#contact">take part by telephone, by email or on paper</a></li>
    </ul>
  </div>
</div>`
