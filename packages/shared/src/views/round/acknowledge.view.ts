import { html, nothing } from 'lit'
import { acknowledgements, type Acknowledgement } from '../../domain/round/acknowledgement.ts'
import { changing } from '../../ui/changing.ts'
import { hiddenText } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'

export interface AcknowledgeModel {
  /** Who said it. */
  readonly name: string
  /** Rounded, as the page came with them: absent below the threshold. */
  readonly counts: Readonly<Partial<Record<Acknowledgement, number>>>
  /** What this device has said, as far as the server has heard of it. */
  readonly pressed: ReadonlySet<Acknowledgement>
  /** Why a press was not counted, in words. */
  readonly trouble: string
}

/** Two things to say of a contribution without writing. There is no third that says no: who disagrees is asked why, in a reply. */
export const acknowledgeView = (
  { name, counts, pressed, trouble }: AcknowledgeModel,
  onPress: (kind: Acknowledgement) => void,
) => html`${acknowledgements.map(
  (
    kind,
  ) => html`<button type="button" class="react" aria-pressed=${pressed.has(kind) ? 'true' : 'false'} @click=${() => onPress(kind)}
    >${words.acknowledged[kind]}${hiddenText(words.acknowledgedOf(name))}</button>`,
)}${acknowledgements.map((kind) => (counts[kind] === undefined ? nothing : html`<p class="quiet small">${words.acknowledgedBy[kind](counts[kind])}</p>`))}
  ${trouble ? html`<p class="small problem">${changing(trouble)}</p>` : nothing}`
