const longest = 40

/**
 * A stable id or code out of words: a–z, 0–9 and hyphens, 40 characters at most, different from every one in `taken`, to
 * which it is added. Words in other letters give `otherwise`.
 */
export function nameOf(words: string, taken: Set<string>, otherwise: string): string {
  const base =
    words
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, longest)
      .replace(/-+$/, '') || otherwise
  let name = base
  for (let count = 2; taken.has(name); count += 1) {
    const end = `-${count}`
    name = `${base.slice(0, longest - end.length)}${end}`
  }
  taken.add(name)
  return name
}

const longestAbout = 60

/** A few words for summaries and column heads: the question without its mark, cut between words. */
export function aboutOf(title: string): string {
  const words = title
    .replaceAll('**', '')
    .replace(/[?.:!\s]+$/, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  const short =
    words.length <= longestAbout ? words : words.slice(0, longestAbout).replace(/\s+\S*$/, '')
  return short === '' ? 'this question' : `${short.charAt(0).toLowerCase()}${short.slice(1)}`
}
