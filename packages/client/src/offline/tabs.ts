import { ifAllowed } from '../app/if-allowed.ts'

/** What one tab tells the others on this device. Nothing here is kept. */
export type TabMessage =
  /** A record changed. */
  | { readonly changed: string }
  /** Everything on this device is being removed: close the store, forget keys and words. */
  | { readonly cleared: true }
  /** A tab without the session's key asks for it, so that two tabs of one session read the same drafts. */
  | { readonly wanted: 'session-key' }
  | { readonly sessionKey: string }

const channelName = 'takepart'

/** Undefined where the browser has no channels, or has them and refuses one: Firefox does with cookies blocked. */
const openChannel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'undefined'
    ? undefined
    : ifAllowed(() => new BroadcastChannel(channelName))

/** The other tabs of this app. Where the browser has no way to reach them, telling does nothing. */
export interface Tabs {
  tell(message: TabMessage): void
  /** Calls `listener` with what other tabs tell, until the returned function is called. */
  listen(listener: (message: TabMessage) => void): () => void
}

export function openTabs(): Tabs {
  const channel = openChannel()
  return {
    tell: (message) => channel?.postMessage(message),
    listen(listener) {
      const hear = (event: MessageEvent<TabMessage>) => listener(event.data)
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
  }
}

let clearing = false

/** Tells every tab, this one included, that everything is being removed. */
export function tellCleared(): void {
  clearing = true
  // A second channel of the same name also reaches the first one in this very page.
  const channel = openChannel()
  channel?.postMessage({ cleared: true } satisfies TabMessage)
  channel?.close()
}

/** Calls `listener` when another tab removes everything: words still on this tab's screen should go as well. */
export const whenClearedElsewhere = (listener: () => void): (() => void) =>
  openTabs().listen((message) => {
    if ('cleared' in message && !clearing) listener()
  })
