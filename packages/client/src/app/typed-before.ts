import { enterWords, isChoice, touchedIn, type Control } from '@takepart/shared/ui/take-over'

export interface Typed {
  readonly id: string
  readonly value: string
  readonly checked: boolean
  readonly focused: boolean
  readonly selection: readonly [number, number] | undefined
}

/**
 * What somebody typed or chose on the server's page before this script ran. Taking the page over writes the values the
 * server knew, which are none; the words are put back afterwards, through the same events a person would cause.
 */
export function typedBefore(page: HTMLElement): readonly Typed[] {
  return touchedIn(page).map((control) => ({
    id: control.id,
    value: control.value,
    checked: isChoice(control) && control.checked,
    focused: control === document.activeElement,
    selection: isChoice(control)
      ? undefined
      : [control.selectionStart ?? 0, control.selectionEnd ?? 0],
  }))
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
    const control = document.getElementById(one.id)
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue
    enter(control, one)
    await settled()
  }
}

function enter(control: Control, { value, checked, focused, selection }: Typed): void {
  enterWords(control, { value, checked })
  // Where the page had to be drawn anew, the control is another one.
  if (focused) control.focus({ preventScroll: true })
  if (focused && selection) control.setSelectionRange(...selection)
  control.dispatchEvent(new Event(isChoice(control) ? 'change' : 'input', { bubbles: true }))
}
