import type { BaseOf, DraftOf, SendableKind } from '@takepart/shared/domain/device/record'
import { ifAllowed } from '../app/if-allowed.ts'
import type { SaveOutcome } from './record-changes.ts'
import { StorageFailed } from './storage-failed.ts'
import type { Tabs } from './tabs.ts'
import { leftItem, toBytes, toText, type Sealed, type Vault } from './vault.ts'

/**
 * The words that are typed and not yet stored when a page goes. The device's store is asked and answers later, which a
 * page that is being closed does not live to see. They are locked as they are typed, and put down at once, in the one
 * place that takes something without waiting; whoever opens the app next stores them as that page would have.
 */
export interface LastWords {
  /** Has these words ready to be put down, in the place of what was ready of this draft before. */
  hold<K extends SendableKind>(words: Words<K>): void
  /** They are stored: there is nothing to put down. */
  letGo(id: string): void
}

/** A draft as `Records.saveDraft` takes it. */
export interface Words<K extends SendableKind> {
  readonly kind: K
  readonly draft: DraftOf<K>
  readonly base: BaseOf<K>
}

/** Put down, as text. */
interface Left {
  readonly ownDevice: boolean
  readonly iv: string
  readonly data: string
}

export function createLastWords(vault: Vault, tabs: Tabs): LastWords {
  const ready = new Map<string, Left>()
  /** What was held last of each draft: locking takes a moment, and may be overtaken. */
  const newest = new Map<string, object>()
  let cleared = false

  const letGo = (id: string): void => {
    newest.delete(id)
    if (ready.delete(id)) ifAllowed(() => localStorage.removeItem(leftItem + id))
  }
  const putDown = (): void => {
    for (const [id, left] of ready)
      ifAllowed(() => localStorage.setItem(leftItem + id, JSON.stringify(left)))
  }
  tabs.listen((message) => {
    if (!('cleared' in message)) return
    cleared = true
    ready.clear()
  })
  addEventListener('pagehide', putDown)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) putDown()
  })

  return {
    letGo,
    hold(words) {
      const { id, ownDevice } = words.draft
      newest.set(id, words)
      void vault.seal(words, ownDevice).then((sealed) => {
        if (newest.get(id) === words && !cleared) ready.set(id, asText(sealed, ownDevice))
      }, unlessFailed)
    },
  }
}

const asText = ({ iv, data }: Sealed, ownDevice: boolean): Left => ({
  ownDevice,
  iv: toText(iv),
  data: toText(new Uint8Array(data)),
})

/** A store that gives no key keeps no words either, and says so by itself. */
function unlessFailed(error: unknown): void {
  if (!(error instanceof StorageFailed)) throw error
}

/** Stores what pages have left when they went. What cannot be stored now is left for the next time. */
export async function takeUpLastWords(
  vault: Vault,
  save: (words: Words<SendableKind>) => Promise<SaveOutcome>,
): Promise<void> {
  for (const item of Object.keys(localStorage).filter((name) => name.startsWith(leftItem))) {
    const { left, sealed } = readLeft(localStorage.getItem(item)) ?? {}
    if (!left || !sealed) {
      localStorage.removeItem(item)
      continue
    }
    const words = await vault.unseal(sealed, left.ownDevice)
    const over = words
      ? await isSettled(save(words as Words<SendableKind>))
      : left.ownDevice || (await vault.sessionIsOver())
    if (over) localStorage.removeItem(item)
  }
}

/** Undefined: it is nothing that a page of ours puts down. It must not stand in the way of what this device holds. */
function readLeft(text: string | null) {
  try {
    const left = JSON.parse(text ?? '') as Left
    return { left, sealed: { iv: toBytes(left.iv), data: toBytes(left.data).buffer } }
  } catch {
    return undefined
  }
}

/** Stored; or the draft was deleted or sent meanwhile, and there is nowhere for the words to go. */
async function isSettled(saving: Promise<SaveOutcome>): Promise<boolean> {
  const outcome = await saving
  return outcome.saved || outcome.reason === 'gone' || outcome.reason === 'not-a-draft'
}
