import { onceAllowed } from '../app/if-allowed.ts'

/** The markup of a public page as the worker keeps it on this device; undefined where it does not, or must not be asked. */
export async function keptPage(path: string): Promise<string | undefined> {
  // Where storage is switched off, asking whether there are caches is refused as well.
  const kept = await onceAllowed(async () => globalThis.caches?.match(path))
  return kept?.text()
}
