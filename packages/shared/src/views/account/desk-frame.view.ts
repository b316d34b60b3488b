import { html, nothing } from 'lit'
import type { StaffActor } from '../../domain/account/actor.ts'
import { mayEver } from '../../domain/account/may.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { deskWords } from '../../words/desk.ts'
import { wordmark } from '../site/wordmark.ts'
import { currentLink, deskLinks } from './desk-navigation.ts'

export interface DeskFrameModel {
  /** What a screen reader says when the page is arrived at. */
  readonly title: string
  /** The path of the page, which marks its own link in the navigation. */
  readonly path: string
  /** Absent: nobody is signed in. */
  readonly person?: StaffActor
  readonly content: unknown
  /** Work accounts can be used to sign in. */
  readonly hasProvider?: boolean
}

/** Where a message about an act that was not done is put: above the page, and outside what hydrates. */
export const deskTroubleId = 'desk-trouble'

/** The link to sign out, which the script does at once. */
export const signOutLinkId = 'sign-out'

/**
 * What stands round every page of the desk: skip link, masthead with the links this person may follow, the page, the
 * foot. The two live regions are outside `main`, so that they are there before anything is said in them. `data-staff`
 * names who the page was made for, so that signing in again in place is by the same person.
 */
export const deskFrame = ({
  title,
  path,
  person,
  content,
  hasProvider = false,
}: DeskFrameModel) => html`<a class="skip button" href="#main">${deskWords.skip}</a>
<header>
  <div class="masthead"><div class="wrap wide">
    <a class="wordmark" href=${deskPaths.home}>${wordmark}<span class="word">${deskWords.service} <span class="place-name">${deskWords.desk}</span></span></a>
    ${person ? navigation(person, path) : nothing}
  </div></div>
</header>
<div id=${deskTroubleId} class="wrap wide"></div>
<main id="main" tabindex="-1" aria-label=${title} data-staff=${person?.staffId ?? nothing} data-work-accounts=${hasProvider ? 'yes' : nothing}>${content}</main>
${foot}
<div id="status" class="hidden-text" role="status"></div>
<div id="alert" class="hidden-text" role="alert"></div>`

const navigation = (
  person: StaffActor,
  path: string,
) => html`<button type="button" class="button second small menu-button" popovertarget="menu">${deskWords.menu}</button>
<nav id="menu" class="menu" popover aria-label=${deskWords.navigation}><ul class="links">
  ${deskLinks
    .filter(({ action }) => mayEver(person, action))
    .map((link) => navLink(link, currentLink(path)))}
  ${navLink({ href: deskPaths.sessions, text: person.name }, path)}
  <li><a id=${signOutLinkId} href=${`${deskPaths.sessions}#sign-out-here`}>${deskWords.signOut}</a></li>
</ul></nav>`

const navLink = ({ href, text }: { href: string; text: string }, current: string | undefined) =>
  html`<li><a href=${href} aria-current=${href === current ? 'page' : nothing}>${text}</a></li>`

const foot = html`<footer class="foot"><div class="wrap wide"><ul class="links">
  <li><a href="/display-settings">${deskWords.footHelp}</a></li>
  <li><a href="/accessibility">${deskWords.footStatement}</a></li>
  <li><a href="/">${deskWords.footPublic}</a></li>
</ul></div></footer>`

/** The same for what is not there and for what this person may not open (S04). */
export const noDeskPageView = () => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${deskWords.noPage}</h1>
  <p class="lede">${deskWords.noPageMore}</p>
  <div class="actions">${linkButton({ text: deskWords.toDesk, href: deskPaths.home })}</div>
</div>`
