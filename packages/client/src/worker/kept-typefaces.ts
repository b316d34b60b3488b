const cacheName = 'takepart-typefaces'
/** Two typefaces of four files each at most are chosen; the files of an earlier release are let go first. */
const mostFiles = 8

/** A file of a typeface, by the address that is named by its content. */
export const isTypeface = (path: string): boolean => /^\/assets\/[^/]+\.woff2$/.test(path)

/**
 * Opens a file of a typeface and keeps it, since a page asks for one only when the person has chosen it: from then on the
 * page looks the same without a connection.
 */
export async function openTypeface(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (!response.ok) return response
  await cache.put(request, response.clone())
  const files = await cache.keys()
  await Promise.all(
    files.slice(0, Math.max(0, files.length - mostFiles)).map((file) => cache.delete(file)),
  )
  return response
}
