import type { Consultation } from '../consultation/consultation.ts'
import { error, warning, when, type Finding } from './finding.ts'
import { partsOf, type Passage } from './passages.ts'
import { writtenLinks, type WrittenLink } from '../core/rich-text.ts'
import { saysSomething } from './sentences.ts'

/**
 * Link words as they are heard in a list of links, away from the text round them (WCAG 2.2, 2.4.4 and 2.4.9): words that
 * say nothing of where they lead stop publishing, and so does an address in place of words.
 */
export function checkLinks(consultation: Consultation): readonly Finding[] {
  const passages = partsOf(consultation).flatMap((part) => part.passages)
  return [...passages.flatMap(checkWords), ...checkSame(passages)]
}

/** Whole link words that could lead anywhere, in small letters and without signs. */
const anywhere: ReadonlySet<string> = new Set([
  'here',
  'click',
  'click here',
  'click this',
  'click this link',
  'press here',
  'tap here',
  'see here',
  'go',
  'go here',
  'follow this link',
  'this',
  'this link',
  'this page',
  'this website',
  'this site',
  'this document',
  'link',
  'links',
  'page',
  'website',
  'web page',
  'our website',
  'site',
  'more',
  'read more',
  'read',
  'read this',
  'read on',
  'see more',
  'see',
  'see this',
  'learn more',
  'find out more',
  'find out',
  'more information',
  'further information',
  'information',
  'more details',
  'details',
  'further details',
  'more info',
  'info',
  'download',
  'download here',
  'open',
  'view',
  'view more',
  'show more',
  'next',
  'continue',
  'continue reading',
  'read more here',
  'find out more here',
  'for more information click here',
  'more here',
  'visit',
  'address',
])

/** In a file links are rich text, so only prose and cells have them; titles with brackets are shown as written. */
function checkWords({ path, written }: Passage): readonly Finding[] {
  const bare = /(?:^|[\s(“"])(?:https?:\/\/|www\.)[^\s)]/i.test(
    written.replaceAll(/\[[^[\]\n]+\]\([^()\s]+\)/g, ''),
  )
  return [
    ...writtenLinks(written).flatMap(({ label }) =>
      checkLabel(label).map((words) => error(path, words)),
    ),
    ...when(
      bare,
      warning(
        path,
        'There is an address in the text. Make it a link with words that say where it leads: [words](address)',
      ),
    ),
  ]
}

function checkLabel(label: string): readonly string[] {
  const shown = label.slice(0, 60)
  if (!saysSomething(label))
    return ['A link has no words. Write between its brackets [ ] where it leads']
  if (anywhere.has(bareWords(label)))
    return [
      `The link “${shown}” does not say where it leads. Name what people find there, like “bus times to the clinic”`,
    ]
  return isAddress(label)
    ? [
        `The link “${shown}” is an address, which is read out letter by letter. Say in words where it leads`,
      ]
    : []
}

const bareWords = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

/** An address of a page; an email address or a telephone number says itself what it is. */
const isAddress = (label: string): boolean => /^\W*(?:https?:\/\/|www\.)\S+\s*$/i.test(label)

interface SeenLink extends WrittenLink {
  readonly passage: Passage
}

/** The second link with the same words and another address: nobody can tell the two apart in a list. */
function checkSame(passages: readonly Passage[]): readonly Finding[] {
  const first = new Map<string, string>()
  const links = passages.flatMap((passage) =>
    writtenLinks(passage.written).map((link): SeenLink => ({ ...link, passage })),
  )
  return links.flatMap(({ label, href, passage }) => {
    const words = bareWords(label)
    if (words === '' || anywhere.has(words)) return []
    const before = first.get(words)
    if (before === undefined) first.set(words, href)
    const other = before !== undefined && before !== href
    return when(
      other,
      warning(
        passage.path,
        `Another link says “${label.slice(0, 60)}” too and leads somewhere else. Give each its own words`,
      ),
    )
  })
}
