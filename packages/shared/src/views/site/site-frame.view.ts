import { html, nothing } from 'lit'
import type { SiteLogo } from '../../domain/site/site-settings.ts'
import type { ConsultationStatus, Trust } from '../../domain/consultation/consultation.ts'
import { directionOf } from '../../domain/core/language.ts'
import { plainState, type PageState } from './page-state.ts'
import { siteLogo } from './site-logo.view.ts'
import { stateLine } from './state-line.view.ts'
import { wordmark } from './wordmark.ts'

/** Whose website it is. */
export interface SiteHost {
  readonly name: string
  readonly logo?: SiteLogo
}

export interface SiteFrameModel {
  /** The path of the page, which marks its own link in the navigation. */
  readonly path: string
  /** Absent: words that are true before and without any script. */
  readonly state?: PageState
  /** Of the consultation or the round that the page is about. */
  readonly trust?: Trust
  /** Who runs this website, as the Trust has set it. Absent: it has set nothing, and the page's own Trust stands there. */
  readonly host?: SiteHost
  /** Where the consultation of the page stands: the script keeps what can be had. */
  readonly status?: ConsultationStatus
  /** The language of the page, where it is not that of the frame: what stands round it is in English on every page. */
  readonly lang?: string
  readonly content: unknown
}

const navigation = [
  { href: '/', text: 'Consultations' },
  { href: '/rounds', text: 'Discussions' },
  { href: '/my-responses', text: 'My drafts and responses' },
  { href: '/display-settings', text: 'Display settings' },
  { href: '/help', text: 'Help' },
] as const

const footLinks = [
  { href: '/help', text: 'Help' },
  { href: '/display-settings', text: 'Display settings' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/clear-this-device', text: 'Clear this device' },
  { href: '/help#now', text: 'I need help now' },
] as const

/**
 * What stands round every page, in the same order: skip link, masthead, state, the page, the foot. The two live regions
 * are outside `main`, so that they are there before anything is said in them and outlast every page.
 */
export const siteFrame = (
  model: SiteFrameModel,
) => html`<a class="skip button" href="#main">Skip to the page</a>
<header>
  <div class="masthead"><div class="wrap">
    <a class="wordmark" href="/">${wordmark}Takepart</a>
    <button type="button" class="button second small menu-button" popovertarget="menu">Menu</button>
    <nav id="menu" class="menu" popover aria-label="Main"><ul class="links">${navigation.map((link) => navLink(link, model.path))}</ul></nav>
  </div></div>
  ${stateLine(model.state ?? plainState)}
</header>
<main id="main" tabindex="-1" lang=${model.lang ?? nothing} dir=${model.lang ? directionOf(model.lang) : nothing} data-status=${model.status ?? nothing}>${model.content}</main>
${foot(model)}
<div id="status" class="hidden-text" role="status"></div>
<div id="alert" class="hidden-text" role="alert"></div>`

const navLink = ({ href, text }: (typeof navigation)[number], path: string) =>
  html`<li><a href=${href} aria-current=${href === path ? 'page' : nothing}>${text}</a></li>`

const runBy = (trust: { readonly name: string; readonly note?: string | undefined } | undefined) =>
  trust
    ? html`<p>Takepart is run here by ${trust.name}${trust.name.endsWith('.') ? '' : '.'} ${trust.note ?? nothing}</p>`
    : nothing

const foot = ({ host, trust }: SiteFrameModel) => html`<footer class="foot"><div class="wrap">
  <ul class="links">${footLinks.map(({ href, text }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>
  ${host?.logo ? siteLogo({ name: host.name, logo: host.logo }) : nothing}
  ${runBy(host ? { name: host.name, note: trust?.note } : trust)}
</div></footer>`
