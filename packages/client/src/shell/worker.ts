import { Workbox } from 'workbox-window'
import type { WorkerRequest } from '../worker/messages.ts'

const script = '/sw.js'
/** `require-trusted-types-for 'script'` lets a worker be registered only from an address a policy has made. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => unknown }
}

/**
 * Registers the worker that keeps pages for reading without a connection, once the page is done with its own loading.
 * A new version waits until no page is being answered on (P6); `onWaiting` is told when one is ready and must wait.
 */
export async function startWorker(onWaiting: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const policies = (window as { trustedTypes?: ScriptPolicies }).trustedTypes
  const address =
    policies?.createPolicy('takepart', { createScriptURL: () => script }).createScriptURL(script) ??
    script
  const workbox = new Workbox(address as string)
  // The worker of a first visit waits as well, for a moment, which in Firefox can be a long one: it waits for no other.
  workbox.addEventListener('waiting', async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    if (registration?.waiting && registration.active) onWaiting()
  })
  await workbox.register().catch(() => undefined)
}

/** Asks the new version that waits to take over, should nobody be answering. */
export async function askToTakeOver(): Promise<void> {
  tell((await registered())?.waiting, { kind: 'take-over-when-idle' })
}

/** Has the worker tell what the server says meanwhile of this page, where it was opened from this device. */
export function askForNews(): void {
  tell(navigator.serviceWorker?.controller, { kind: 'any-news' })
}

/**
 * Has the worker keep pages for reading without a connection. True once each of them is on the device; false when one is
 * not, and where there is no worker.
 */
export async function keepPages(paths: readonly string[]): Promise<boolean> {
  const worker = (await registered())?.active
  if (!worker) return false
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data === true)
    tell(worker, { kind: 'keep-pages', paths }, [port2])
  })
}

const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker?.ready

const tell = (
  worker: ServiceWorker | null | undefined,
  request: WorkerRequest,
  ports: Transferable[] = [],
): void => worker?.postMessage(request, ports)
