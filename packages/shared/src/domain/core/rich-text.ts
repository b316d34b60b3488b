/** A stretch of text that is set in one way: plain, **strong**, a link, or a link in strong words. */
export interface Run {
  readonly text: string
  readonly strong?: true
  /** Only an address that {@link isAllowedHref} allows. */
  readonly href?: string
}

/** A link as its author wrote it, allowed or not. */
export interface WrittenLink {
  readonly label: string
  readonly href: string
}

// Each expression reads every character at most twice: what may repeat never contains what must come after it.
const strongWords = /\*\*([^*\n]+)\*\*/g
const writtenLink = /\[([^[\]\n]+)\]\(([^()\s]+)\)/g

/**
 * Reads `**strong**` and `[label](address)`; nothing else is markup. A link to an address that is not allowed, and
 * markup that is not finished, stay the text that was written, so no words are ever lost.
 */
export const parseRichText = (text: string): readonly Run[] => {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(strongWords)) {
    runs.push(...linkRuns(text.slice(from, match.index)))
    runs.push(...linkRuns(match[1] ?? '').map((run): Run => ({ ...run, strong: true })))
    from = match.index + match[0].length
  }
  return [...runs, ...linkRuns(text.slice(from))]
}

/** Every link written in a text, allowed or not, so that a check can name the ones that will not work. */
export const writtenLinks = (text: string): readonly WrittenLink[] =>
  [...text.matchAll(writtenLink)].map(([, label = '', href = '']) => ({ label, href }))

/**
 * True for https:, http:, mailto: and tel: addresses, and for paths on this website, which start with one "/". Two
 * slashes, or a slash and a backslash, would lead to another website, and everything else could run a script.
 */
export const isAllowedHref = (href: string): boolean =>
  !/[\s\\\p{Cc}]/u.test(href) &&
  (/^https?:\/\/[^/]/i.test(href) || /^(mailto|tel):./i.test(href) || /^\/(?!\/)/.test(href))

function linkRuns(text: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(writtenLink)) {
    const [written, label = '', href = ''] = match
    if (!isAllowedHref(href)) continue
    runs.push({ text: text.slice(from, match.index) }, { text: label, href })
    from = match.index + written.length
  }
  return [...runs, { text: text.slice(from) }].filter((run) => run.text !== '')
}
