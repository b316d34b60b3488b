import { html, nothing } from 'lit'
import type { CrisisLine } from '../../domain/site/crisis-lines.ts'
import type { SitePart } from '../../domain/site/site-settings.ts'
import type { Consultation, Contact, Trust } from '../../domain/consultation/consultation.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { siteWords } from '../../words/site.ts'
import { anotherWayPath } from '../support-request/another-way-link.view.ts'
import { contactLines } from '../consultation/contact.view.ts'
import { crisisHelp } from './crisis-help.view.ts'

export interface HelpModel {
  /** Who runs the website, or whose consultation speaks for it until it says so. */
  readonly trust?: Trust
  /** Absent where nothing has been published yet. */
  readonly contact?: Contact
  /** The Trust's own crisis lines. */
  readonly lines?: readonly CrisisLine[]
  /** What the Trust has not written yet. */
  readonly missing?: readonly SitePart[]
  /** Those that have not closed. */
  readonly consultations?: readonly Pick<Consultation, 'slug' | 'title'>[]
}

/** The page's own part of the document title. */
export const helpTitle = 'Help'

/** How to take part, how it works without a connection, and who to call today. */
export const helpView = ({
  trust,
  contact,
  consultations = [],
  lines = [],
  missing = [],
}: HelpModel) => html`<div class="wrap">
  <h1 id=${pageTitleId}>Help</h1>
  ${crisisHelp(lines)}
  <section class="part" aria-labelledby="take-part"><h2 id="take-part">How to take part</h2><div class="prose">${takePart}</div></section>
  <section class="part" aria-labelledby="offline"><h2 id="offline">Without a connection</h2><div class="prose">${offline}</div></section>
  <section class="part" aria-labelledby="shared"><h2 id="shared">On a device other people use</h2><div class="prose">${sharedDevice}</div></section>
  ${
    contact
      ? html`<section class="part" aria-labelledby="contact">
    <h2 id="contact">Ask a person, or take part another way</h2>
    ${missing.includes('contact') ? contactNotSet(trust) : nothing}${contactLines(contact)}
  </section>`
      : nothing
  }
  ${
    consultations.length > 0
      ? html`<section class="part" aria-labelledby="another-way">
    <h2 id="another-way">Ask for this in another way</h2>
    <p>Ask for Easy Read, large print, audio, sign language, braille or another language, for support, or to talk to somebody. Choose what it is about:</p>
    <ul class="rows">${consultations.map(({ slug, title }) => html`<li><a href=${anotherWayPath(slug)}>${title}${hiddenText('in another way')}</a></li>`)}</ul>
  </section>`
      : nothing
  }
  <p class="part"><a href="/accessibility">How accessible this website is</a>, and what to do where it is not.</p>
  ${contact ? nothing : html`<p class="part">${siteWords.noContactYet} ${siteWords.detailsWithConsultations}</p>`}
</div>`

/** What stands here until the Trust has given its own details is said to be what it is. */
const contactNotSet = (trust: Trust | undefined) =>
  html`<p>${siteWords.noContactYet} ${trust ? siteWords.contactOf(trust.name, trust.note) : nothing}</p>`

const takePart = html`<ol>
    <li>Open a consultation and read what may change.</li>
    <li>Choose “Start answering”. You do not need an account. Skip any question marked “(optional)”.</li>
    <li>Stop and come back whenever you like. Your draft is under <a href="/my-responses">My drafts and responses</a> on this device.</li>
    <li>Check your answers, change what you want to change, and send them.</li>
    <li>Keep the reference and the private code you get. With both you can read, change or withdraw your response until the consultation closes.</li>
  </ol>`

const offline = html`<p>When you open a consultation, this device keeps a copy of it. When that is done, the line at the top of the page says so.
    From then on you can read it, answer it and finish it with no connection.</p>
  <p>Only sending needs a connection. A response you finish without one waits on this device. It is sent when you are back online and Takepart is open.</p>
  <p>We say “Saved on this device” only when we have stored your words and read them back. If that does not work we say “Not saved on this device”,
    and you can copy your words or save them as a file.</p>
  <p>We say “We have received your response” only when it is stored safely with us.</p>
  <p>Some browsers clear what a website keeps: Safari does so after 7 days in which you do not open the website, and private windows do so when you
    close them. To keep a draft longer, add Takepart to your home screen, or save the draft as a file.</p>`

const sharedDevice = html`<p>Before you start we ask whether the device is your own. If other people use it too, we keep your draft only until you close the
    browser, and you can take it away as a file.</p>
  <p>“<a href="/clear-this-device">Clear this device</a>” takes away everything Takepart has kept in this browser. It works without a connection.</p>`
