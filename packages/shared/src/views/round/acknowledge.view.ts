import { html, nothing } from 'lit'
import type { Acknowledgement } from '../../domain/round/acknowledgement.ts'
import { changing } from '../../ui/changing.ts'
import { hiddenText } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'

export interface AcknowledgeModel {
  /** What can be said here. */
  readonly kinds: readonly Acknowledgement[]
  /** Of what, as it follows the words of a button for whoever does not see where it stands. */
  readonly of: string
  /** Rounded, as the page came with them: absent below the threshold. */
  readonly counts: Readonly<Partial<Record<Acknowledgement, number>>>
  /** What this device has said, as far as the server has heard of it. */
  readonly pressed: ReadonlySet<Acknowledgement>
  /** Why a press was not counted, in words. */
  readonly trouble: string
}

/** What there is to say of a contribution without writing. There is no third that says no: who disagrees is asked why, in a reply. */
export const acknowledgeView = (
  { kinds, of, counts, pressed, trouble }: AcknowledgeModel,
  onPress: (kind: Acknowledgement) => void,
) => html`${kinds.map(
  (
    kind,
  ) => html`<button type="button" class="react" aria-pressed=${pressed.has(kind) ? 'true' : 'false'} @click=${() => onPress(kind)}
    >${words.acknowledged[kind]}${hiddenText(of)}</button>`,
)}${kinds.map((kind) => (counts[kind] === undefined ? nothing : html`<p class="quiet small">${words.acknowledgedBy[kind](counts[kind])}</p>`))}
  ${trouble ? html`<p class="small problem">${changing(trouble)}</p>` : nothing}`
