import type { WorkerRequest } from '../worker/messages.ts'

const script = '/sw.js'
/** `require-trusted-types-for 'script'` lets a worker be registered only from an address a policy has made. */
interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL: (url: string) => unknown }
}

/**
 * Registers the worker that keeps pages for reading without a connection, once the page is done with its own loading.
 * A new version waits until no page is being answered on (P6); `onWaiting` is told when one is ready and must wait.
 */
export async function startWorker(onWaiting: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { Workbox } = await import('workbox-window')
  const policies = (window as { trustedTypes?: ScriptPolicies }).trustedTypes
  const address = policies?.createPolicy('takepart', { createScriptURL: () => script }).createScriptURL(script) ?? script
  const workbox = new Workbox(address as string)
  workbox.addEventListener('waiting', () => {
    onWaiting()
    void askWorker({ kind: 'take-over-when-idle' }, 'waiting')
  })
  await workbox.register().catch(() => undefined)
}

/** Asks the worker in charge, or the new one that is waiting, to do something; does nothing when there is none. */
export async function askWorker(request: WorkerRequest, which: 'active' | 'waiting' = 'active'): Promise<void> {
  const registration = await navigator.serviceWorker?.ready
  registration?.[which]?.postMessage(request)
}
