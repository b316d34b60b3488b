import { clockWords } from '@takepart/shared/domain/core/dates'
import type { Draft } from '@takepart/shared/domain/device/draft'
import { announce } from '../../app/announce.ts'
import type { SaveState } from '../../app/open-draft.ts'
import type { Records } from '../../offline/records.ts'

type Kept = Pick<Draft, 'revision' | 'ownDevice'>
type Where = Pick<Records, 'durable' | 'looking'>

/** What may truly be said about the words of a draft (P1), and whether it is bad news. */
export function savedWords(
  state: SaveState,
  draft: Kept,
  where: Where,
): { words: string; failed: boolean } {
  switch (state.kind) {
    case 'untouched':
      return { words: untouchedWords(draft, where), failed: false }
    case 'saving':
      return { words: 'Saving…', failed: false }
    case 'saved':
      return {
        words: where.looking
          ? keptWords(draft, where)
          : `${keptWords(draft, where)} ${clockWords(state.at)}`,
        failed: false,
      }
    case 'not-saved':
      return { words: `Not saved on this device. ${reasons[state.reason]}`, failed: true }
  }
}

function untouchedWords(draft: Kept, where: Where): string {
  if (where.looking)
    return 'Looking on this device for what you wrote before. It is slow to answer.'
  return draft.revision > 0 ? keptWords(draft, where) : ''
}

/** A copy in memory is not a copy on the device, and is not called one. */
function keptWords(draft: Kept, { durable, looking }: Where): string {
  if (looking)
    return 'Kept in this tab for now. This device is slow to store it, and we keep trying.'
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

const said = new WeakMap<object, SaveState>()

/**
 * Says aloud that words are saved, or that they are not: when that changes, or as the person has chosen. Every save is
 * said once typing has rested, so that it does not speak over the keys.
 */
export function saySaved(
  draft: { readonly saveState: SaveState; readonly draft: Kept },
  where: Where,
): void {
  const { saveState } = draft
  if (saveState.kind === 'saving' || saveState.kind === 'untouched') return
  const before = said.get(draft)
  said.set(draft, saveState)
  const { saving } = document.documentElement.dataset
  const say = (): void => announce(savedWords(saveState, draft.draft, where).words, 'saving')
  if (isHeard(before, saveState, saving)) say()
  else if (saving === 'every' && saveState !== before)
    setTimeout(() => {
      if (draft.saveState === saveState) say()
    }, rest)
}

/** Nothing was typed for so long, in milliseconds. */
const rest = 1000

/** Whoever wants to hear of problems only also hears that one is over. */
const isHeard = (
  before: SaveState | undefined,
  now: SaveState,
  saving: string | undefined,
): boolean =>
  before?.kind !== now.kind &&
  (saving !== 'problems' || before !== undefined || now.kind === 'not-saved')
