import { html } from 'lit'

/** A text whose words can be chosen, and not changed. */
export interface WordsToChoose {
  readonly id: string
  readonly label: string
  readonly said: string
  readonly rows: number
  /** The id of what says how to choose. */
  readonly describedBy: string
  readonly onChosen: (start: number, end: number) => void
}

/**
 * Browsers show no caret in a field that is `readonly`, so nobody could choose words in it by keys. This one can be walked
 * through like any field, and refuses every change.
 */
export function wordsToChoose({ id, label, said, rows, describedBy, onChosen }: WordsToChoose) {
  const chosen = (event: Event): void => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget as HTMLTextAreaElement
    if (start < end) onChosen(start, end)
  }
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <textarea class="input" id=${id} rows=${rows} dir="auto" inputmode="none" spellcheck="false" aria-readonly="true"
      aria-describedby=${describedBy} .value=${said} @select=${chosen} @keyup=${chosen} @pointerup=${chosen} @beforeinput=${refuse}
      @input=${(event: Event) => {
        ;(event.currentTarget as HTMLTextAreaElement).value = said
      }}></textarea>
  </div>`
}

const refuse = (event: Event): void => event.preventDefault()
