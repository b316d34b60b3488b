import { html, nothing } from 'lit'
import type { FoundDetail } from '../../domain/moderation/personal-details.ts'
import { saidLimits } from '../../domain/round/contribution.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { sayWords as words } from '../../words/say.ts'
import { notSavedNotice } from '../answering/not-saved.view.ts'
import { quotingView, typedNotices } from './quoting.view.ts'
import { errorOf, isWorthALook, lookId, type Live } from './say-model.ts'
import { stanceField } from './stance-field.view.ts'

/** The form on which somebody writes for a round. */
export const sayForm = (live: Live) => html`<form
  class="compose"
  novalidate
  autocomplete="off"
  method="dialog"
  @submit=${(event: Event) => {
    event.preventDefault()
    live.handlers?.onSend()
  }}
>
  ${wordsField(live)}
  <div id=${lookId} tabindex="-1" role=${isWorthALook(live.model) ? 'group' : nothing} aria-label=${isWorthALook(live.model) ? words.lookTitle : nothing}>
    ${live.model.look && isWorthALook(live.model) ? html`<p><strong>${words.look}</strong></p>` : nothing}
    ${detailsNotice(live)}
    ${typedNotices(live)}
  </div>
  ${live.model.about.asks ? nothing : quotingView(live)}
  ${live.model.about.position === undefined ? nothing : stanceField(live, live.model.about.position)}
  ${whoFields(live)}
  ${helpField(live)}
  ${
    live.model.canKeep
      ? checkboxes({
          id: 'own-device',
          name: 'own-device',
          title: words.own.title,
          hint: words.own.hint,
          items: [{ value: 'own', text: words.own.yes, checked: live.model.form.ownDevice }],
          onChange: (_value, ownDevice) => live.handlers?.onChange({ ownDevice }),
        })
      : nothing
  }
  <p>${changing(nextOf(live))}</p>
  <p class=${live.model.saved.failed ? 'saved failed' : 'saved'} id="saved">${changing(live.model.saved.words)}</p>
  ${live.model.saved.failed ? notSavedNotice(live.handlers?.onTakeAway) : nothing}
  ${live.model.trouble ? html`<p class="saved failed" id="trouble">${changing(live.model.trouble)}</p>` : nothing}
  <div class="actions">${button({ text: sendOf(live), type: 'submit', id: 'send' })}</div>
</form>`

const nextOf = ({ model: { about, changes } }: Live): string =>
  changes
    ? words.changing.next(about.reading)
    : (about.asks ? words.asking : words).next(about.moderation, about.reading)

const sendOf = ({ model: { about, changes } }: Live): string =>
  changes
    ? words.changing.send
    : about.asks
      ? words.asking.send
      : words.send(about.answering !== undefined)

const textWords = ({ model: { about } }: Live) => (about.asks ? words.asking : words).text

const wordsField = (live: Live) =>
  textarea({
    id: 'words',
    name: 'words',
    title: textWords(live).title,
    hint: textWords(live).hint(saidLimits.text),
    rows: live.model.about.asks ? 3 : 6,
    value: live.model.form.text,
    error: errorOf(live, 'words'),
    onInput: (text) => live.handlers?.onChange({ text }),
  })

/** Pointed out, and never taken out by itself. */
const detailsNotice = ({ model, handlers }: Live) =>
  model.details.length === 0
    ? nothing
    : html`<div class="notice warning" id="details"><h2>${words.details.title}</h2>
        <ul>${model.details.map(({ text }) => html`<li><strong>${changing(text)}</strong></li>`)}</ul>
        <p>${words.details.ask}</p>
        <p class="tools">${button({
          text: words.details.takeOut,
          kind: 'quiet',
          onClick: () => handlers?.onChange({ text: without(model.form.text, model.details) }),
        })}</p></div>`

/** The text without these stretches, with a mark in the place of each. */
function without(text: string, details: readonly FoundDetail[]): string {
  return details.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}${words.details.mark}${left.slice(end)}`,
    text,
  )
}

const whoFields = (live: Live) => html`${textInput({
  id: 'called',
  name: 'called',
  title: words.name.title,
  hint: words.name.hint,
  width: 20,
  autocomplete: 'nickname',
  value: live.model.form.name,
  error: errorOf(live, 'called'),
  onInput: (name) => live.handlers?.onChange({ name }),
})}
  ${textInput({
    id: 'self',
    name: 'self',
    title: words.self.title,
    hint: words.self.hint,
    optional: true,
    value: live.model.form.self ?? '',
    error: errorOf(live, 'self'),
    onInput: (self) => live.handlers?.onChange({ self }),
  })}
  ${checkboxes({
    id: 'behalf',
    name: 'behalf',
    title: words.behalf.title,
    hint: words.behalf.hint,
    items: [{ value: 'yes', text: words.behalf.yes, checked: live.model.form.onBehalf }],
    onChange: (_value, onBehalf) => live.handlers?.onChange({ onBehalf }),
  })}`

const helpField = (live: Live) =>
  checkboxes({
    id: 'help-now',
    name: 'help-now',
    title: words.help.title,
    hint: words.help.hint,
    items: [{ value: 'yes', text: words.help.yes, checked: live.model.form.helpNow }],
    onChange: (_value, helpNow) => live.handlers?.onChange({ helpNow }),
  })
