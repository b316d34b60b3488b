import { html } from 'lit'
import { button } from '../../ui/button.ts'

export interface ConfirmationOptions {
  /** The question: "Withdraw your response?" */
  readonly title: string
  /** What will be so afterwards. Both answers are described by it, so that it is heard with whichever has the focus. */
  readonly consequence: string
  readonly yes: string
  /** Absent: "No, keep it". */
  readonly no?: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** The id of the safe answer, which gets the focus when the question comes. */
export const keepId = 'keep'

/** Asks once more before words are erased: a group with the question for its name, and what follows for its description. */
export const confirmation = ({
  title,
  consequence,
  yes,
  no = 'No, keep it',
  onYes,
  onNo,
}: ConfirmationOptions) => html`<div class="notice warning" role="group" aria-labelledby="confirm-title" aria-describedby="confirm-text">
  <h2 id="confirm-title">${title}</h2>
  <div>
    <p id="confirm-text">${consequence}</p>
    <div class="actions">
      ${button({ text: no, kind: 'second', id: keepId, describedBy: 'confirm-text', onClick: onNo })}
      ${button({ text: yes, kind: 'danger', describedBy: 'confirm-text', onClick: onYes })}
    </div>
  </div>
</div>`
