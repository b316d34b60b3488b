import { html, type TemplateResult } from 'lit'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'

/** What the app shows at an address for which it has no page, with the page's own part of the title. */
export interface NoAppPage {
  readonly title: string
  readonly view: TemplateResult
}

const nothingToAnswerTitle = 'There is nothing to answer here now'

/**
 * The server says that there is nothing to answer: the consultation opens later, was taken down, or never was. Its own
 * page says which, so that is where this one leads. `slug` is the consultation's.
 */
export const notFoundPage = (slug: string): NoAppPage => ({
  title: nothingToAnswerTitle,
  view: html`<div class="wrap">
    <h1 id=${pageTitleId}>${nothingToAnswerTitle}</h1>
    <p class="lede">This consultation may open later, or it may have been taken down. The address may also be wrong.</p>
    <div class="actions">${linkButton({ href: `/consultations/${slug}`, text: 'Check the status of this consultation' })}
      <a href="/">All consultations</a></div>
  </div>`,
})

const notOpenTitle = 'Nothing can be said here now'

/** A discussion that has not opened, or has closed; or what was to be answered in it is not there any more. */
export const notOpenPage = (slug: string): NoAppPage => ({
  title: notOpenTitle,
  view: html`<div class="wrap">
    <h1 id=${pageTitleId}>${notOpenTitle}</h1>
    <p class="lede">This discussion may open later, or it may be closed. What you wanted to answer may not be there any more. What you have
      written on this device is still under <a href="/my-responses">My drafts and responses</a>.</p>
    <div class="actions">${linkButton({ href: `/rounds/${slug}`, text: 'Go to the discussion' })}</div>
  </div>`,
})

const notKeptTitle = 'This page is not on your device'

/** What the page is made from is not on the device, and cannot be fetched. `path` is the page's own address. */
export const notKeptPage = (path: string): NoAppPage => ({
  title: notKeptTitle,
  view: html`<div class="wrap">
    <h1 id=${pageTitleId}>${notKeptTitle}</h1>
    <p class="lede">It has not been kept for reading without a connection, and we cannot reach Takepart just now.</p>
    <p>What you have written is still here. Consultations you have opened before can be read and answered without a connection.</p>
    <div class="actions">${linkButton({ href: '/my-responses', text: 'My drafts and responses' })}
      <a href=${path} router-ignore>Try this page again</a></div>
  </div>`,
})

const notHereTitle = 'This response is not on this device'

/** The device knows no response of this address. */
export const notHerePage: NoAppPage = {
  title: notHereTitle,
  view: html`<div class="wrap">
    <h1 id=${pageTitleId}>${notHereTitle}</h1>
    <p class="lede">It may be on another device, or it was deleted from this one.</p>
    <p>You can open a response that we have received with its reference and private code.</p>
    <div class="actions">${linkButton({ href: '/open-response', text: 'Open a response' })} <a href="/my-responses">My drafts and responses</a></div>
  </div>`,
}
