import { html, nothing } from 'lit'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { deskWords } from '../../words/desk.ts'
import { wordmark } from '../site/wordmark.ts'

export interface DeskFrameModel {
  /** What a screen reader says when the page is arrived at. */
  readonly title: string
  /** Absent: nobody is signed in. */
  readonly person?: { readonly name: string }
  readonly content: unknown
}

/**
 * What stands round every page of the desk: skip link, masthead, the page. The two live regions are outside `main`, so
 * that they are there before anything is said in them.
 */
export const deskFrame = ({
  title,
  person,
  content,
}: DeskFrameModel) => html`<a class="skip button" href="#main">${deskWords.skip}</a>
<header>
  <div class="masthead"><div class="wrap wide">
    <a class="wordmark" href=${deskPaths.home}>${wordmark}<span class="word">${deskWords.service} <span class="place-name">${deskWords.desk}</span></span></a>
    ${person ? html`<p class="desk-person">${deskWords.signedInAs(person.name)}</p>` : nothing}
  </div></div>
</header>
<main id="main" tabindex="-1" aria-label=${title}>${content}</main>
<div id="status" class="hidden-text" role="status"></div>
<div id="alert" class="hidden-text" role="alert"></div>`

/** The same for what is not there and for what this person may not open (S04). */
export const noDeskPageView = () => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${deskWords.noPage}</h1>
  <p class="lede">${deskWords.noPageMore}</p>
  <div class="actions">${linkButton({ text: deskWords.toDesk, href: deskPaths.home })}</div>
</div>`
