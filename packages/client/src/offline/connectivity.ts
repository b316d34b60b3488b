/**
 * Whether the server can be reached, decided by what became of the last request. The browser's own word only counts
 * when it says that there is no connection at all, and until a request shows otherwise: it says "online" on a train's
 * wireless network that leads nowhere.
 */
export interface Connectivity {
  readonly online: boolean
  /** What became of a request: did the server itself answer? */
  report(reached: boolean): void
  /** Calls `listener` whenever `online` has changed. */
  watch(listener: (online: boolean) => void): () => void
  /** Calls `listener` when sending is worth trying again: a connection came up, the page is looked at, the worker nudges. */
  onChance(listener: () => void): () => void
  /** Asks the browser to have the worker nudge this page when there is a connection. A help where it exists, never relied on. */
  wantNudge(): void
}

export function createConnectivity(): Connectivity {
  let online = navigator.onLine
  const watchers = new Set<(online: boolean) => void>()
  const chances = new Set<() => void>()

  const report = (reached: boolean): void => {
    if (reached === online) return
    online = reached
    for (const watcher of watchers) watcher(online)
  }
  const chance = (): void => {
    for (const listener of chances) listener()
  }
  const kept = <Listener>(listeners: Set<Listener>, listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  addEventListener('offline', () => report(false))
  addEventListener('online', () => {
    report(true)
    chance()
  })
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && chance())
  navigator.serviceWorker?.addEventListener(
    'message',
    (event: MessageEvent<{ kind?: string } | null>) => {
      if (event.data?.kind === 'flush') chance()
    },
  )

  return {
    get online() {
      return online
    },
    report,
    watch: (listener) => kept(watchers, listener),
    onChance: (listener) => kept(chances, listener),
    wantNudge: () => void navigator.serviceWorker?.ready.then(nudge).catch(() => undefined),
  }
}

/** Background Sync, which some browsers have: https://wicg.github.io/background-sync/spec/ */
interface WithSync extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> }
}

const nudge = (worker: WithSync) => worker.sync?.register('flush')
