/** A picture, recording or file, by the address that is named by its content. */
export const isMedia = (path: string): boolean => /^\/media\/[0-9a-f]{64}\.[a-z0-9]+$/.test(path)

/** Opens a file from this device where it is kept, or the part of it that a player asks for; else from the network. */
export async function openMedia(request: Request): Promise<Response> {
  const kept = await caches.match(new URL(request.url).pathname)
  return kept ? partOf(kept, request.headers.get('range')) : fetch(request)
}

/** Browsers play what is kept only if it comes in the parts they ask for. One part at a time, as they do. */
async function partOf(kept: Response, range: string | null): Promise<Response> {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === '' && last === '') return kept
  const whole = await kept.blob()
  const from = first === '' ? Math.max(0, whole.size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? whole.size - 1 : Math.min(Number(last), whole.size - 1)
  if (from > to)
    return new Response(null, {
      status: 416,
      headers: { 'content-range': `bytes */${whole.size}` },
    })
  const part = whole.slice(from, to + 1)
  return new Response(part, {
    status: 206,
    headers: {
      'content-range': `bytes ${from}-${to}/${whole.size}`,
      'content-length': String(part.size),
      'content-type': kept.headers.get('content-type') ?? '',
    },
  })
}
