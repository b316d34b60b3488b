import { onceAllowed } from '../app/if-allowed.ts'

/** The markup of a public page as the worker keeps it on this device; undefined where it does not, or must not be asked. */
export async function keptPage(path: string): Promise<string | undefined> {
  if (typeof caches === 'undefined') return undefined
  const kept = await onceAllowed(() => caches.match(path))
  return kept?.text()
}
