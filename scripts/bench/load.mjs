import autocannon from 'autocannon'

/**
 * A bounded load on this machine: at most 60 s and 64 connections, and no other host.
 *
 * @param load url, connections, seconds; `next` makes each request (method, path, headers, body) where they differ
 * @returns requests a second, milliseconds at the median and the 99th percentile, and how many were not answered 2xx
 */
export const load = async ({ url, connections, seconds, headers = {}, next }) => {
  const { origin, pathname, hostname } = new URL(url)
  if (hostname !== '127.0.0.1' || seconds > 60 || connections > 64)
    throw new Error(`not such a load: ${url}, ${seconds} s, ${connections} connections`)
  const request = next
    ? { setupRequest: (given) => ({ ...given, ...next() }) }
    : { method: 'GET', path: pathname }
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers,
    requests: [{ path: pathname, ...request }],
  })
  return {
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bad: result.non2xx + result.errors + result.timeouts,
  }
}
