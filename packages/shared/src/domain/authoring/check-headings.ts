import type { Block, Consultation } from '../consultation/consultation.ts'
import { error, warning, when, type Finding } from './finding.ts'
import type { Path } from '../core/loose-fields.ts'
import { blockListsOf } from './passages.ts'
import { plainWords, saysSomething, sentencesOf } from './sentences.ts'

/**
 * Headings as people use them to find their way (WCAG 2.2, 1.3.1, 2.4.6 and 2.4.10). A file cannot skip a level: the page
 * gives every heading block the level below the heading it stands under. What can go wrong is a heading without words or
 * without anything under it, a paragraph set as a heading, and a heading set as a paragraph in strong words.
 */
export const checkHeadings = (consultation: Consultation): readonly Finding[] =>
  blockListsOf(consultation).flatMap(({ path, blocks }) =>
    blocks.flatMap((block, index) => checkBlock(block, blocks[index + 1], [...path, index])),
  )

/** Longer than this, a heading is more than people take in while they look for their place. */
const longestHeading = 90

function checkBlock(block: Block, next: Block | undefined, path: Path): readonly Finding[] {
  if (block.kind === 'paragraph')
    return when(looksLikeHeading(block.text), warning(path, disguisedHeading))
  if (block.kind !== 'heading') return []
  if (!saysSomething(block.text))
    return [error(path, 'This heading has no words. Say what comes under it, or take it out')]
  return [
    ...when(
      sentencesOf(block.text).length > 2 || block.text.length > longestHeading,
      warning(path, disguisedParagraph),
    ),
    ...when(
      next === undefined || next.kind === 'heading',
      warning(
        path,
        'There is nothing under this heading. Add what belongs there, or take the heading out',
      ),
    ),
  ]
}

const disguisedHeading =
  'This paragraph is all in strong words, like a heading. If it is one, make it a block of the kind “heading”, ' +
  'so that people can jump to it'
const disguisedParagraph =
  'This heading is as long as a paragraph. Say in a few words what comes under it, and put the rest below as a paragraph'

/** Strong words alone, in one short line that does not end like a sentence. */
const looksLikeHeading = (written: string): boolean =>
  /^\s*\*\*[^*\n]+\*\*:?\s*$/.test(written) &&
  plainWords(written).length <= longestHeading &&
  !/[.!]\W*$/.test(plainWords(written).slice(-5))
