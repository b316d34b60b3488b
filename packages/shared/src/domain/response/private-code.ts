import { plainFigures } from '../core/figures.ts'

/**
 * The private code opens a response again: to read, change or withdraw it on any device. It is made on the person's own
 * device, which sends only its hash, so nobody who reads the database can open a response with what is in it.
 *
 * 20 characters of Crockford's base 32 are 100 bits. The letters I, L, O and U are not used, so a code read out loud or
 * copied from paper has one meaning (https://www.crockford.com/base32.html).
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 20
const longestTyped = 200

/**
 * Makes a new private code in five groups of four with hyphens between them, as it is shown: "7K3M-9QWX-…".
 * `random` gives that many bytes from a cryptographic source; fewer than asked for is an exception.
 */
export function makeCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(codeLength)
  if (bytes.length < codeLength) throw new Error(`A private code needs ${codeLength} random bytes`)
  // 256 is a multiple of 32, so the low five bits of a random byte are as random as the byte.
  return showCode(Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte & 31]).join(''))
}

/**
 * What was typed as the 20 characters that are hashed and compared, or null when it cannot be a code. Case, spaces,
 * hyphens, dashes and marks that nobody sees do not matter; O is read as 0, I and L as 1.
 */
export function normaliseCode(typed: string): string | null {
  if (typed.length > longestTyped) return null
  const letters = plainFigures(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212.]/gu, '')
  const code = letters.replace(/O/g, '0').replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter))
    ? code
    : null
}

/** A code as people read it: groups of four with hyphens. Takes the 20 characters that {@link normaliseCode} gives. */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''
