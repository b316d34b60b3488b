/** A part of a file, both ends included. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * Which part a request asks for (RFC 9110, 14.2). `undefined`: the whole, also where several parts are asked for at
 * once, or in words that nobody knows. `outside`: a part that is not there.
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'outside' : { from: bytes - length, to: bytes - 1 }
  }
  const from = Number(first)
  if (from >= bytes) return 'outside'
  if (last !== '' && Number(last) < from) return undefined
  return { from, to: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) }
}
