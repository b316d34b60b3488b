type Control = HTMLInputElement | HTMLTextAreaElement

interface Typed {
  readonly id: string
  readonly value: string
  readonly checked: boolean
  readonly selection: readonly [number, number] | undefined
}

/**
 * What somebody typed or chose on the server's page before this script ran. Taking the page over writes the values the
 * server knew, which are none; the words are put back afterwards, through the same events a person would cause.
 */
export function typedBefore(page: HTMLElement): readonly Typed[] {
  return [...page.querySelectorAll<Control>('input, textarea')].filter(touched).map((control) => ({
    id: control.id,
    value: control.value,
    checked: isChoice(control) && control.checked,
    selection: control === document.activeElement && !isChoice(control)
      ? [control.selectionStart ?? 0, control.selectionEnd ?? 0]
      : undefined,
  }))
}

export function typeAgain(typed: readonly Typed[]): void {
  for (const { id, value, checked, selection } of typed) {
    const control = document.getElementById(id)
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue
    if (isChoice(control)) {
      control.checked = checked
      control.dispatchEvent(new Event('change', { bubbles: true }))
    } else {
      control.value = value
      if (selection) control.setSelectionRange(...selection)
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

const touched = (control: Control): boolean =>
  isChoice(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
