import { clockWords } from '@takepart/shared/domain/dates'
import type { Draft } from '@takepart/shared/domain/draft'
import { announce } from '../../app/announce.ts'
import type { OpenDraft, SaveState } from '../../app/open-draft.ts'

/** What may truly be said about the words of a draft (P1), and whether it is bad news. */
export function savedWords(state: SaveState, draft: Draft, durable: boolean): { words: string; failed: boolean } {
  switch (state.kind) {
    case 'untouched': return { words: draft.revision > 0 ? keptWords(draft, durable) : '', failed: false }
    case 'saving': return { words: 'Saving…', failed: false }
    case 'saved': return { words: `${keptWords(draft, durable)} ${clockWords(state.at)}`, failed: false }
    case 'not-saved': return { words: `Not saved on this device. ${reasons[state.reason]}`, failed: true }
  }
}

/** A copy in memory is not a copy on the device, and is not called one. */
function keptWords(draft: Draft, durable: boolean): string {
  if (!durable) return 'Kept in this tab only'
  return draft.ownDevice ? 'Saved on this device' : 'Saved on this device until you close Takepart'
}

const reasons: Record<Extract<SaveState, { kind: 'not-saved' }>['reason'], string> = {
  timeout: 'The device took too long to store it.',
  full: 'There is no room left on the device.',
  unavailable: 'This browser does not let us store it.',
  gone: 'What was saved before has been deleted from it.',
  'not-a-draft': 'It was sent from another tab.',
}

const said = new WeakMap<OpenDraft, string>()

/** Says aloud that words are saved, or that they are not: when that changes, and never again at every save. */
export function sayOnce(draft: OpenDraft, durable: boolean): void {
  const { kind } = draft.saveState
  if (kind === 'saving' || kind === 'untouched' || said.get(draft) === kind) return
  said.set(draft, kind)
  announce(savedWords(draft.saveState, draft.draft, durable).words)
}
