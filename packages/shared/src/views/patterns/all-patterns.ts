import { choicePatterns } from './choices.patterns.ts'
import { everywherePatterns } from './directions.patterns.ts'
import { listPatterns } from './lists.patterns.ts'
import { mediaPatterns } from './media.patterns.ts'
import { consultationPatterns } from './page-parts.patterns.ts'
import type { PatternGroup } from './pattern.ts'
import { textFieldPatterns } from './text-fields.patterns.ts'
import { wayPatterns } from './ways.patterns.ts'
import { wordPatterns } from './words.patterns.ts'

/** Every pattern there is, by what it is for. */
export const patternGroups: readonly PatternGroup[] = [
  { title: 'Choosing', patterns: choicePatterns },
  { title: 'Writing', patterns: textFieldPatterns },
  { title: 'Answering several things together', patterns: listPatterns },
  { title: 'Finding the way, and doing something', patterns: wayPatterns },
  { title: 'Words to read', patterns: wordPatterns },
  { title: 'Pictures, recordings, hard words', patterns: mediaPatterns },
  { title: 'Parts of pages', patterns: consultationPatterns },
  { title: 'All of them', patterns: everywherePatterns },
]
