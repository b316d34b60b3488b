/**
 * What somebody typed or chose on the server's page before it is hydrated. Hydration writes the values the server knew, which
 * are none; the words are put back afterwards, through the same events a person would cause.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export interface Typed {
  readonly id: string
  readonly value: string
  readonly checked: boolean
  readonly focused: boolean
  readonly selection: readonly [number, number] | undefined
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

/** True where somebody has typed or chosen something that the server did not send. */
function isTouched(control: Control): boolean {
  if (isChoice(control)) return control.checked !== control.defaultChecked
  // Where the server chose none, a browser chooses the first.
  if (control instanceof HTMLSelectElement)
    return control.selectedIndex > 0 && !control.selectedOptions[0]?.defaultSelected
  return control.value !== control.defaultValue
}

/** What a page hears of: one change for what is chosen, an input for each letter of what is typed. */
const saysChange = (control: Control): boolean =>
  isChoice(control) || control instanceof HTMLSelectElement || control.type === 'file'

/** Everything that was typed or chosen in a place. */
export const typedIn = (place: Element): readonly Typed[] =>
  [...place.querySelectorAll<Control>('input, textarea, select')]
    .filter(isTouched)
    .map((control) => ({
      id: control.id,
      value: control.value,
      checked: isChoice(control) && control.checked,
      focused: control === document.activeElement,
      selection: saysChange(control) ? undefined : selectionIn(control),
    }))

const selectionIn = (control: Control): readonly [number, number] | undefined =>
  control instanceof HTMLSelectElement
    ? undefined
    : [control.selectionStart ?? 0, control.selectionEnd ?? 0]

/**
 * Remembers where the focus is in a place that may be rendered anew.
 *
 * @returns gives it to the element that stands there then
 */
export function holdFocus(place: Element): () => void {
  const held = document.activeElement
  if (!held || held === place || !place.contains(held)) return () => undefined
  const address = held.getAttribute('href')
  const selector = held.id
    ? `#${CSS.escape(held.id)}`
    : address && `a[href="${CSS.escape(address)}"]`
  return () => {
    if (!held.isConnected && selector)
      place.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  }
}

/** Puts typed words back without a word to the page: what the person does next says so to it. */
export function enterAgain(typed: readonly Typed[]): void {
  for (const one of typed) {
    const control = controlOf(one)
    if (control) enterWords(control, one)
  }
}

/**
 * Types and chooses it again, one control after the other: `settled` resolves when the page has taken one in, since the
 * parts of one answer (boxes ticked, the day and the month of a date) are each added to what the page knows by then.
 */
export async function typeAgain(
  typed: readonly Typed[],
  settled: () => Promise<unknown>,
): Promise<void> {
  for (const one of typed) {
    const control = controlOf(one)
    if (!control) continue
    enter(control, one)
    await settled()
  }
}

function controlOf({ id }: Typed): Control | undefined {
  const control = document.getElementById(id)
  return control && 'value' in control ? (control as Control) : undefined
}

function enter(control: Control, typed: Typed): void {
  enterWords(control, typed)
  // Where the page had to be rendered anew, the control is another one.
  if (typed.focused) control.focus({ preventScroll: true })
  if (typed.focused && typed.selection && !(control instanceof HTMLSelectElement))
    control.setSelectionRange(...typed.selection)
  control.dispatchEvent(new Event(saysChange(control) ? 'change' : 'input', { bubbles: true }))
}

function enterWords(control: Control, { value, checked }: Typed): void {
  if (isChoice(control)) control.checked = checked
  else if (control.value !== value) control.value = value
}
