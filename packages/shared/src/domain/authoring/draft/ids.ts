/** Small letters, digits and single hyphens, from the words of a title; empty when nothing of it can stand in an address. */
export const slugFrom = (words: string, most = 60): string => {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return cutAtWord(plain.replaceAll(/^-|-$/g, ''), most)
}

function cutAtWord(slug: string, most: number): string {
  if (slug.length <= most) return slug
  const cut = slug.slice(0, most + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut.slice(0, most)
}

/**
 * An id for something new: a few of its words, so that an export can be read, and four characters that nobody chose, so
 * that two people who add the same thing at once make two things.
 *
 * @param random at least 4 bytes
 */
export function newIdFrom(words: string, random: Uint8Array): string {
  const end = Array.from(random.slice(0, 4), (byte) => letters[byte % letters.length]).join('')
  const begin = slugFrom(words, 30)
  return begin === '' ? end : `${begin}-${end}`
}

/** Without vowels, so that no word comes about, and without what looks alike. */
const letters = 'bcdfghjkmnpqrstvwxz23456789'
