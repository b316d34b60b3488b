import { html, nothing } from 'lit'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { colourInput } from '../../ui/colour-input.ts'
import { pageTitleId } from '../../ui/field.ts'
import { details } from '../../ui/details.ts'
import { notice } from '../../ui/notice.ts'
import { radios } from '../../ui/radios.ts'
import {
  mostUsed,
  settingsGroups,
  type OneOf,
  type SettingsGroup,
  type Ticks,
} from './display-choices.ts'
import { sampleOf } from './display-samples.view.ts'
import { firstPair, ownColoursWords } from './own-colours-words.ts'
import { settingsIds, tickValue } from './settings-ids.ts'

/** The page's own part of the document title. */
export const displaySettingsTitle = 'Display and reading settings'

/**
 * How pages look and are read, for this person on this device. A page to read, like any other: first how to do it for
 * every website, then our own choices, which a script keeps and shows at once. Nothing is chosen in what the server sends.
 */
export const displaySettingsView = () => html`<div class="wrap">
  <h1 id=${pageTitleId}>${displaySettingsTitle}</h1>
  <p class="lede">Make Takepart look and read the way you need it.</p>
  <section class="part" aria-labelledby="here"><h2 id="here">Change it for Takepart only</h2>
    <p>Each choice shows at once, and stays in this browser until you change it. You do not have to save.</p>
    ${withoutScript}
    <div id=${settingsIds.notKept} hidden>${notice({
      tone: 'warning',
      title: 'This browser keeps no settings',
      content: html`<p>It may be a private window, or set to keep nothing. You can still change your device or your browser, as said below.</p>`,
    })}</div>
    <p id=${settingsIds.changed}>You have changed no settings.</p>
    <div class="actions">${button({ id: settingsIds.reset, text: 'Reset to my device settings', kind: 'second' })}</div>
  </section>
  <form class="settings" novalidate autocomplete="off" method="dialog">
    <section class="part" aria-labelledby="most-used"><h2 id="most-used">Most used</h2>
      <div class="samples"><div>${mostUsed.map(settingOf)}</div>${sampleOf('text')}</div>
    </section>
    <section class="part" aria-labelledby="more-settings"><h2 id="more-settings">More settings</h2>${settingsGroups.map(groupOf)}</section>
  </form>
  ${onOwnDevice}
</div>`

const onOwnDevice = html`<section class="part" aria-labelledby="device"><h2 id="device">Change it for every website</h2>
  <p>Your own device can do most of this, and then it is the same everywhere. Start here:</p>
  <dl class="devices">
    <dt>Windows</dt><dd>Start, then Settings, then Accessibility: “Text size”, “Contrast themes”, “Magnifier”.</dd>
    <dt>Mac</dt><dd>Apple menu, then System Settings, then Accessibility: “Display”, “Zoom”, “Spoken Content”.</dd>
    <dt>iPhone and iPad</dt><dd>Settings, then Accessibility: “Display &amp; Text Size”, “Motion”, “Spoken Content”.</dd>
    <dt>Android</dt><dd>Settings, then Accessibility: “Display size and text”, “Colour and motion”, “Select to Speak”.</dd>
    <dt>Any browser with a keyboard</dt><dd>Hold Ctrl (on a Mac: Command) and press + for larger, − for smaller, 0 for the usual size.</dd>
  </dl>
  <p><a href="https://mcmw.abilitynet.org.uk/">My Computer My Way</a>, by the charity AbilityNet, shows each step for your own device.</p>
</section>`

const withoutScript = html`<noscript><p class="notice warning">To make choices here your browser needs JavaScript. Without it, use the settings of your own
  device or browser, as said below.</p></noscript>`

/** Its sample is with those most used where that has the same. */
const groupOf = (group: SettingsGroup) =>
  details({
    summary: group.title,
    content: html`<div class="samples"><div>${group.settings.map(settingOf)}</div>${group.id === 'text' ? nothing : sampleOf(group.id)}</div>`,
  })

const settingOf = (setting: OneOf | Ticks) =>
  setting.kind === 'one-of' ? oneOf(setting) : ticks(setting)

const oneOf = ({ name, title, hint, choices, row }: OneOf) =>
  radios({
    id: idOf(name),
    name,
    title,
    hint,
    heading: 'h3',
    layout: row ? 'row' : 'list',
    items: choices.map((choice) => ({
      ...choice,
      checked: choice.value === '',
      conditional: choice.value === 'own' ? ownColours : undefined,
    })),
  })

/** Setting names have capitals; ids have none. */
const idOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const ticks = ({ id, title, hint, ticks: boxes }: Ticks) =>
  checkboxes({
    id,
    name: id,
    title,
    hint,
    heading: 'h3',
    items: boxes.map((tick) => ({ ...tick, value: tickValue(tick.name, tick.value) })),
  })

const { ownText, ownPage, ownWords } = settingsIds

const ownColours = html`<div class="beside">
    ${colourInput({ id: ownText, name: ownText, title: 'Colour of the text', value: firstPair.text, more: [ownWords] })}
    ${colourInput({ id: ownPage, name: ownPage, title: 'Colour of the page', value: firstPair.page, more: [ownWords] })}
  </div>
  <p id=${ownWords}>${ownColoursWords(firstPair).words}</p>`
