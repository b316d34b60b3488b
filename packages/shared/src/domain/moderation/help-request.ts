import { charactersOver, isBlank, tidyLine, tidyText } from '../core/text.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { concernLimits } from './concern.ts'

/**
 * "I need help now": what somebody sends from any page where people write. No account, no reference to a response. It is a
 * record on the device like any other, so it is sent when there is a connection; the page shows who to call at once, with
 * or without one, because nobody should wait for this to be read.
 */
export interface AskForHelp {
  /** A random UUID made on the device: however often it is sent, it is one concern. */
  readonly concernId: string
  /** The page it was written on. */
  readonly place: string
  readonly words: string
  /** How the Trust may reach them, if they want that; in their own words. */
  readonly reach?: string
  readonly completedAt: string
  readonly sentAt: string
}

/** What the server says once the row is committed. */
export interface HelpReceipt {
  readonly concernId: string
  readonly receivedAt: string
}

/** A reason a request for help is refused. */
export type HelpProblem =
  | { readonly code: 'help-words-missing' }
  | { readonly code: 'help-words-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'help-reach-too-long'; readonly most: number; readonly over: number }
  /** Trying again cannot help. Made by the device, from the HTTP status. */
  | { readonly code: 'help-not-understood' }

export type WrittenHelp = Pick<AskForHelp, 'words' | 'reach'>

/** Decides on a request for help. It is never refused for being late, for what it says, or for being sent again. */
export function acceptHelp({ words, reach = '' }: WrittenHelp): Result<WrittenHelp, HelpProblem> {
  const over = charactersOver(words, concernLimits.words)
  const overReach = charactersOver(reach, concernLimits.reach)
  const problems: readonly HelpProblem[] = [
    ...(isBlank(words) ? [{ code: 'help-words-missing' } as const] : []),
    ...(over > 0
      ? [{ code: 'help-words-too-long', most: concernLimits.words, over } as const]
      : []),
    ...(overReach > 0
      ? [{ code: 'help-reach-too-long', most: concernLimits.reach, over: overReach } as const]
      : []),
  ]
  if (problems.length > 0) return refuse(...problems)
  return accept({ words: tidyText(words), ...(isBlank(reach) ? {} : { reach: tidyLine(reach) }) })
}
