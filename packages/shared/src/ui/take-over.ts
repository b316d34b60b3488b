import { hydrate } from '@lit-labs/ssr-client'
import type { RenderOptions, TemplateResult } from 'lit'

export type Control = HTMLInputElement | HTMLTextAreaElement

export const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

/** True where somebody has typed or chosen something that the server did not send. */
export const isTouched = (control: Control): boolean =>
  isChoice(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue

/** Every control in a place that somebody has touched. */
export const touchedIn = (place: Element): readonly Control[] =>
  [...place.querySelectorAll<Control>('input, textarea')].filter(isTouched)

/** Puts into a control what was typed or chosen in it. */
export function enterWords(
  control: Control,
  { value, checked }: { readonly value: string; readonly checked: boolean },
): void {
  if (isChoice(control)) control.checked = checked
  else control.value = value
}

/**
 * Takes over what a server rendered, without touching a node that somebody may be typing in. What is of another build than
 * this script is emptied, to be drawn anew rather than not at all.
 */
export function takeOver(
  template: TemplateResult,
  place: HTMLElement,
  options?: RenderOptions,
): void {
  try {
    hydrate(template, place, options)
  } catch {
    place.replaceChildren()
    delete (place as { _$litPart$?: unknown })._$litPart$
  }
}
