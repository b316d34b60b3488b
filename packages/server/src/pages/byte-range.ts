/** A part of a file, both ends included. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * Which part a request asks for (RFC 9110, 14.2). `undefined`: the whole, also where several parts are asked for at
 * once, or in words that nobody knows. `outside`: a part that is not there.
 */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): ByteRange | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header ?? '') ?? []
  if (first === '') return last === '' ? undefined : endOf(Number(last), bytes)
  const [from, to] = [Number(first), last === '' ? Infinity : Number(last)]
  if (from >= bytes) return 'outside'
  return to < from ? undefined : { from, to: Math.min(to, bytes - 1) }
}

/** So many bytes of the end; all of them where there are not so many. */
const endOf = (length: number, bytes: number): ByteRange | 'outside' =>
  length === 0 ? 'outside' : { from: Math.max(0, bytes - length), to: bytes - 1 }
