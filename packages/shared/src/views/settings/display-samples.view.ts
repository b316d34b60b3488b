import { html, nothing } from 'lit'
import { button } from '../../ui/button.ts'
import { radios } from '../../ui/radios.ts'
import { textarea } from '../../ui/textarea.ts'

/*
 * What stands beside each group of settings and shows each choice at once, because it is made of what every page is made
 * of. It is `inert`: nothing in it can be reached or pressed, and nobody is read the same words seven times.
 */

const paragraph = html`<p>The garden behind the clinic may open to everybody on Saturdays. People who live near could grow vegetables there.
  <a href="/help">Read about the garden</a>.</p>`

const question = (id: string) =>
  radios({
    id: `sample-${id}`,
    name: `sample-${id}`,
    title: 'Would you go there?',
    items: [
      { value: 'yes', text: 'Yes', checked: true },
      { value: 'no', text: 'No' },
    ],
  })

const words = html`<h3>A garden for all</h3>
  <p class="quiet">Behind the clinic · closes on 12 June</p>
  ${paragraph}`

const samples: Readonly<Record<string, unknown>> = {
  text: html`${words}
    <ul><li>Bring gloves, if you have some.</li><li>Tools are there.</li></ul>`,
  colours: html`${words}${question('colours')}
    <p class="notice">You can answer without an account.</p>
    <p><img src="/icon.svg" width="64" height="64" alt=""></p>
    ${button({ text: 'Send' })}`,
  controls: html`${paragraph}${question('controls')}
    <div class="actions">${button({ text: 'Continue' })} ${button({ text: 'Go back', kind: 'second' })}</div>
    <p><span class="ring">This has the ring</span></p>`,
  page: html`<div class="split"><div>${words}</div>
    <dl class="facts"><dt>Where</dt><dd>Behind the clinic</dd></dl></div>
    <p><img src="/icon.svg" width="64" height="64" alt=""></p>`,
  reading: html`${words}<p>Who may come is decided by the <dfn>steering group</dfn>: the people who look after the garden.</p>`,
  answering: html`${question('answering')}
    ${textarea({ id: 'sample-words', name: 'sample-words', title: 'Why?', value: '', rows: 2, count: { limit: 'You can write up to 200 characters', shown: 'You have 171 characters left' } })}`,
  messages: html`<p class="saved">Saved on this device 10:42</p>`,
}

/** The sample of a group. Its links lead nowhere. */
export const sampleOf = (group: string) => {
  const sample = samples[group]
  return sample === undefined
    ? nothing
    : html`<div class="sample" inert><p class="quiet small">Sample</p>${sample}</div>`
}
