import { html, nothing } from 'lit'
import { timeLeftWords } from '../../domain/core/time-left.ts'

/** How long is left until a time. The words are true on one day: a script says them anew in a page kept since (`[data-until]`). */
export function timeLeft(until: string, now: Date) {
  const words = timeLeftWords(until, now)
  return words ? html`<span data-until=${until}>${words}</span>` : nothing
}
