import type { ColourPair, DisplaySettings } from '@takepart/shared/domain/settings/display-settings'
import { ownColoursWords } from '@takepart/shared/views/settings/own-colours-words'
import { settingsIds, tickValue } from '@takepart/shared/views/settings/settings-ids'
import { announce } from '../../app/announce.ts'
import {
  changeSettings,
  readSettings,
  resetSettings,
  whenSettingsChange,
  type SettingsChange,
} from '../../app/display-settings.ts'
import { ownVoices, whenVoicesChange } from './voices.ts'

type Control = HTMLInputElement

/** What somebody has just chosen: how to say it, and the change; none when it cannot be used. */
interface Choice {
  readonly words: string
  readonly change: SettingsChange | undefined
}

/**
 * Brings the page of display settings to life: shows what is kept on this device, keeps and shows each choice at once,
 * and says it once. The page is the server's and nothing in it is made anew, so no control loses the focus.
 */
export function chooseSettings(form: HTMLFormElement): void {
  // Pressed before this script was there.
  const early = inputsOf(form).filter(({ checked, defaultChecked }) => checked && !defaultChecked)
  showChosen(form, readSettings())
  whenSettingsChange((settings) => showChosen(form, settings))
  form.addEventListener('change', ({ target }) => choose(target as Control))
  document.getElementById(settingsIds.reset)?.addEventListener('click', ({ currentTarget }) => {
    keepInSight(currentTarget as HTMLElement)
    say(resetSettings(), 'You have changed no settings.')
  })
  for (const input of early) {
    input.checked = true
    choose(input)
  }
  sayVoices(form)
}

/** Where this device has no voice, the place to choose reading aloud says so. Voices may come long after the page. */
function sayVoices(form: HTMLFormElement): void {
  const hint = form
    .querySelector(`[value="${tickValue('listen', 'on')}"]`)
    ?.closest('.choice')
    ?.querySelector('.hint')
  const usual = hint?.textContent ?? ''
  const say = (): void =>
    hint?.replaceChildren(
      ownVoices().length > 0
        ? usual
        : 'This device has no voice that can read here, so there will be no buttons.',
    )
  whenVoicesChange(say)
  say()
}

/** The samples have boxes too; they are looked at and no more. */
const inputsOf = (form: HTMLFormElement): readonly HTMLInputElement[] =>
  [...form.querySelectorAll('input')].filter((input) => !input.closest('[inert]'))

const control = (id: string): Control => document.getElementById(id) as Control

function choose(chosen: Control): void {
  keepInSight(chosen)
  const { change, words } = choiceOf(chosen)
  if (change) say(changeSettings(change), words)
  else announce(words)
}

/**
 * The page grows or shrinks by what is chosen, and the sheet that does it may come a moment later: whoever goes on with
 * the arrow keys still sees where they are.
 */
function keepInSight(pressed: HTMLElement): void {
  const resized = new ResizeObserver(() => pressed.scrollIntoView({ block: 'nearest' }))
  resized.observe(document.body)
  setTimeout(() => resized.disconnect(), 1_000)
}

function say(kept: boolean, words: string): void {
  document.getElementById(settingsIds.notKept)?.toggleAttribute('hidden', kept)
  announce(kept ? words : 'This browser keeps no settings.')
}

function choiceOf(chosen: Control): Choice {
  if (chosen.type === 'color' || chosen.value === 'own') return ownColours()
  if (chosen.type === 'checkbox') {
    const [name = '', value] = chosen.value.split(':')
    return {
      words: `${labelOf(chosen)}: ${chosen.checked ? 'on' : 'off'}`,
      change: { [name]: chosen.checked ? value : undefined },
    }
  }
  return {
    words: `${titleOf(chosen)}: ${labelOf(chosen)}`,
    change: { [chosen.name]: chosen.value || undefined },
  }
}

/** A pair that cannot be read is not used: the page stays as it was, and says what to do. */
function ownColours(): Choice {
  const pair: ColourPair = {
    text: control(settingsIds.ownText).value,
    page: control(settingsIds.ownPage).value,
  }
  const { enough, words } = showPair(pair)
  return { words, change: enough ? { colours: 'own', ownColours: pair } : undefined }
}

const labelOf = ({ labels }: Control): string => labels?.[0]?.textContent.trim() ?? ''
const titleOf = (chosen: Control): string =>
  chosen.closest('fieldset')?.querySelector('legend')?.textContent.trim() ?? ''

function showChosen(form: HTMLFormElement, settings: DisplaySettings): void {
  const kept = settings as Readonly<Record<string, unknown>>
  for (const input of inputsOf(form)) {
    const [name = '', value] = input.value.split(':')
    if (input.type === 'radio') input.checked = input.value === (kept[input.name] ?? '')
    if (input.type === 'checkbox') input.checked = kept[name] === value
  }
  showPair(settings.ownColours)
  const changed = Object.keys(settings).filter((name) => name !== 'ownColours').length
  const words =
    changed === 0
      ? 'You have changed no settings.'
      : changed === 1
        ? 'You have changed one setting.'
        : `You have changed ${changed} settings.`
  document.getElementById(settingsIds.changed)?.replaceChildren(words)
}

/** The two colours, what can be said of them, and both under their choice as long as it is made. */
function showPair(pair: ColourPair | undefined) {
  const [text, page, words] = [
    control(settingsIds.ownText),
    control(settingsIds.ownPage),
    document.getElementById(settingsIds.ownWords),
  ]
  if (pair) [text.value, page.value] = [pair.text, pair.page]
  const said = ownColoursWords({ text: text.value, page: page.value })
  words?.replaceChildren(said.words)
  words?.classList.toggle('problem', !said.enough)
  for (const field of [text, page]) field.ariaInvalid = said.enough ? null : 'true'
  const reveal = text.closest('.reveal')
  reveal?.toggleAttribute('hidden', !reveal.previousElementSibling?.querySelector('input')?.checked)
  return said
}
