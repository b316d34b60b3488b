import type {
  AskForHelp,
  HelpProblem,
  HelpReceipt,
  WrittenHelp,
} from '../moderation/help-request.ts'
import type { DraftParts, RecordOf } from './record.ts'

/** Tells the server that somebody needs help now; sent until it is answered, like every command. */
export interface HelpCommand {
  readonly kind: 'help-request.ask'
  readonly input: AskForHelp
}

/** "I need help now", as somebody writes it and as it is kept once sent. `place`: the page they came from. */
export interface HelpDraft extends DraftParts {
  readonly written: WrittenHelp
  readonly place: string
}

export type { HelpProblem, HelpReceipt }

/** Everything this device knows of one request for help. */
export type HelpRecord = RecordOf<'help-request'>
