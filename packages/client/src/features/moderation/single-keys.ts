import { deskKeys, type DeskKey } from '@takepart/shared/views/moderation/decide.view'
import { queuedId } from '@takepart/shared/views/moderation/queued-contribution.view'
import { ifAllowed } from '../../app/if-allowed.ts'

/** What somebody pressed: a key of the page, or the number of a choice in the form that is open. */
export type PressedKey = DeskKey | { readonly choice: number }

/** In these a letter is something that somebody writes. */
const typedIn = 'textarea, select, input:not([type="radio"], [type="checkbox"])'

/**
 * A single key acts only while the focus is in the contribution, never while somebody writes, and never with another key:
 * those are the browser's and the screen reader's (WCAG 2.1.4). Undoing works on the whole page.
 */
export function pressedKey(event: KeyboardEvent): PressedKey | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined
  const { target } = event
  if (!(target instanceof Element) || target.matches(typedIn)) return undefined
  const key = event.key.toLowerCase()
  if (key === deskKeys.undo) return 'undo'
  if (!target.closest(`#${queuedId}`)) return undefined
  if (/^[1-9]$/.test(key)) return { choice: Number(key) }
  return (Object.keys(deskKeys) as readonly DeskKey[]).find((name) => deskKeys[name] === key)
}

const kept = 'takepart-desk-keys'

/** Whether somebody has turned single keys off in this browser. */
export const areKeysOff = (): boolean => ifAllowed(() => localStorage.getItem(kept)) === 'off'

export function keepKeys(off: boolean): void {
  ifAllowed(() => (off ? localStorage.setItem(kept, 'off') : localStorage.removeItem(kept)))
}
