import type { Reference } from '@takepart/shared/domain/core/ids'

/** No vowels, so that no reference spells a word; no letter that is read out like another digit. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'
const digits = '0123456789'

/**
 * Makes a reference such as "KTRM-4821". There are 1.6 thousand million, so two things of a kind may draw the same one; the database
 * notices and another is drawn. `random` gives that many bytes from a cryptographic source.
 */
export function makeReference(random: (bytes: number) => Uint8Array): Reference {
  const next = drawFrom(random)
  const four = (alphabet: string): string =>
    Array.from({ length: 4 }, () => alphabet.charAt(evenly(next, alphabet.length))).join('')
  return `${four(letters)}-${four(digits)}` as Reference
}

/** One random byte after another, fetched sixteen at a time since each fetch costs as much as all the rest. */
function drawFrom(random: (bytes: number) => Uint8Array): () => number {
  let drawn = random(16)
  let used = 0
  return () => {
    if (used === drawn.length) {
      drawn = random(16)
      used = 0
    }
    const byte = drawn[used]
    if (byte === undefined) throw new Error('A reference needs random bytes')
    used += 1
    return byte
  }
}

/** A number below `below`, each as likely as another: bytes that would favour the low ones are drawn again. */
function evenly(next: () => number, below: number): number {
  const fair = 256 - (256 % below)
  for (;;) {
    const byte = next()
    if (byte < fair) return byte % below
  }
}
