import { html, nothing } from 'lit'
import { officerOf, noSiteSettings, type SiteSettings } from '../../domain/site/site-settings.ts'
import { linesOf } from '../../domain/core/text.ts'
import { notice } from '../../ui/notice.ts'
import { siteWords } from '../../words/site.ts'
import type { Contact, Trust } from '../../domain/consultation/consultation.ts'
import { monthsKept, monthsKeptAtMost } from '../../domain/support-request/support-request.ts'
import { pageTitleId } from '../../ui/field.ts'
import { contactLines } from '../consultation/contact.view.ts'

export interface PrivacyModel {
  readonly trust?: Trust
  readonly contact?: Contact
  /** Absent: the Trust has set nothing. */
  readonly settings?: SiteSettings
}

/** The page's own part of the document title. */
export const privacyTitle = 'Privacy'

/** What is kept, where, for how long, and what is not. Every sentence here is held by something in the system. */
export const privacyView = ({
  trust,
  contact,
  settings = noSiteSettings,
}: PrivacyModel) => html`<div class="wrap">
  <h1 id=${pageTitleId}>Privacy</h1>
  <p class="lede">You can take part without saying who you are. This page says what we keep, and what we do not.</p>
  <section class="part" aria-labelledby="with-us"><h2 id="with-us">What we keep when you send a response</h2><div class="prose">${withUs}</div></section>
  <section class="part" aria-labelledby="requests"><h2 id="requests">What we keep when you ask for something in another way</h2><div class="prose">${requests}</div></section>
  <section class="part" aria-labelledby="not-kept"><h2 id="not-kept">What we do not keep with a response</h2><div class="prose">${notKept}</div></section>
  <section class="part" aria-labelledby="device"><h2 id="device">What stays on your device</h2><div class="prose">${onDevice}</div></section>
  <section class="part" aria-labelledby="logs"><h2 id="logs">What our server logs record</h2><div class="prose">${logs}</div></section>
  <section class="part" aria-labelledby="rights"><h2 id="rights">Changing your mind</h2><div class="prose">${rights}</div></section>
  <section class="part" aria-labelledby="basis"><h2 id="basis">Why we may keep it</h2><div class="prose">${ofTrust(settings.lawfulBasis, siteWords.noBasisYet)}</div></section>
  <section class="part" aria-labelledby="how-long"><h2 id="how-long">How long we keep it</h2><div class="prose">${ofTrust(settings.keptFor, siteWords.noRetentionYet)}</div></section>
  <section class="part" aria-labelledby="officer"><h2 id="officer">Data protection officer</h2><div class="prose">${officer(settings)}</div></section>
  <section class="part" aria-labelledby="complain"><h2 id="complain">If you are not happy with what we do</h2><div class="prose">${complain(settings)}</div></section>
  ${
    contact
      ? html`<section class="part" aria-labelledby="ask"><h2 id="ask">Who to ask</h2>
    <p>${trust ? `${trust.name} runs these consultations and answers for what is kept.` : nothing}</p>${contactLines(contact)}</section>`
      : nothing
  }
</div>`

/** In the Trust's own words, a paragraph a line; where there are none, that there are none. */
const ofTrust = (words: string, none: string) =>
  words === ''
    ? notice({ tone: 'warning', content: none })
    : linesOf(words).map((line) => html`<p>${line}</p>`)

function officer(settings: SiteSettings) {
  const contact = officerOf(settings)
  if (contact === undefined) return notice({ tone: 'warning', content: siteWords.noOfficerYet })
  return html`<p>${siteWords.officerMore}</p>${contactLines(contact)}`
}

const complain = ({
  complaints,
}: SiteSettings) => html`${linesOf(complaints).map((line) => html`<p>${line}</p>`)}
  <p>You can complain to the Information Commissioner’s Office (ICO). It looks after people’s rights over what is kept about them, and is not part of the NHS.
    You can complain to it at any time, also without asking us first.</p>
  <ul class="contact">
    <li><a href="https://ico.org.uk/make-a-complaint/">Complain on the website of the ICO</a></li>
    <li><a href="tel:03031231113">Call 0303\u00a0123\u00a01113</a></li>
    <li>Write to Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF</li>
  </ul>`

const withUs = html`<ul>
    <li>your answers</li>
    <li>the consultation they answer, and which version of it</li>
    <li>when you finished and when we received it, to the hour</li>
    <li>a random reference number</li>
    <li>a scrambled form of your private code. We can check a code with it. We cannot read your code from it.</li>
  </ul>
  <p>When we take out answers to study them, answers about who you are (such as your age or ethnic group) go in a file of their own, in another order, so
    that nobody reads them beside what you said.</p>
  <p>If you write your name or other personal details in an answer, they are part of that answer. Leave them out if you do not want us to have them.</p>`

const requests = html`<p>You can ask us for a format, for support, or to talk to somebody. Then we keep:</p>
  <ul>
    <li>what you asked for, and about which consultation</li>
    <li>how to reach you: the one way you chose, and what to call you and when it suits you, if you told us</li>
    <li>whether we may remember what you need</li>
    <li>the day we received it, the day we aim to reply, and what became of it</li>
    <li>a random reference number.</li>
  </ul>
  <p>We use this to get you what you asked for. It is kept apart from answers: nothing in it says which response is yours.</p>
  <p>${monthsKept} months after we have dealt with it, and ${monthsKeptAtMost} months after you asked at the latest, we erase who you are, how to reach you and
    everything in your own words. What stays is what was asked for and whether we did it in time, with no name.</p>
  <p>Only if you said yes, staff note what you need on your record and tell other NHS services that care for you.</p>`

const notKept = html`<ul>
    <li>no name, no email address and no account</li>
    <li>nothing that says which device, browser or internet address it came from</li>
    <li>no exact time</li>
  </ul>
  <p>Every 10 minutes the database puts what came that day into a new, random order. So nobody can see which response came after which request.</p>
  <p>We cannot tell who sent which response, unless you say so in your answers.</p>
  <p>We use no cookies to follow you, no advertising and nobody else’s scripts.</p>`

const onDevice = html`<p>Drafts are stored in this browser, scrambled with a key that cannot leave it. Nobody else sees a draft until you send it.</p>
  <ul>
    <li>On your own device: drafts are kept until you clear them. One that you have not changed for 90 days goes by itself when you open Takepart, or a few visits later if you seldom do. What you
      have sent stays there too, until you clear it, or until the consultation has closed and it has been there that long.</li>
    <li>On a device other people use: drafts are kept only until you close the browser. Some browsers bring closed tabs back, so clear the device when you have finished.</li>
    <li>“<a href="/clear-this-device">Clear this device</a>” takes everything away at once, and the key with it.</li>
  </ul>`

const logs = html`<p>To keep the website working and safe, our servers record each visit to a page: the time, the sort of page, and whether it worked.
    They do not record who you are or where you came from. The logs hold no answers, no codes and no search words. We delete them after 14 days.</p>`

const rights = html`<p>Until the consultation closes you can read, change or withdraw your response, with its reference and private code, under
    <a href="/open-response">Open a response</a>. When you withdraw it, we erase your answers. We still count that there was a response.</p>
  <p>The database’s own record of its last changes, and copies made in case it breaks, hold erased words for a while longer. Nobody reads them there. They go
    as newer ones take their place.</p>
  <p>Without the reference and the private code we cannot find your response, because nothing else says that it is yours.</p>`
