import type { ContributionDraft } from '../../domain/device/contribution-record.ts'
import type { FoundDetail } from '../../domain/moderation/personal-details.ts'
import { nothingSaid, type Said } from '../../domain/round/contribution.ts'
import type { RoundProblem } from '../../domain/round/round-problem.ts'
import type { Round } from '../../domain/round/round.ts'
import type { Stance } from '../../domain/round/stance.ts'
import type { QuotableText } from '../../domain/round/quotable-text.ts'
import type { Looked } from '../../domain/round/typed-quotation.ts'
import { roundProblemWords } from '../../words/round-problem.ts'

/** What the page needs to know of the round. It is written into the server's page, for the script to go on from. */
export interface SayAbout extends Pick<
  Round,
  'slug' | 'title' | 'position' | 'closesAt' | 'reading' | 'moderation'
> {
  /** True where people ask, and only staff answer. */
  readonly asks?: boolean
  /** Everything that can be quoted here: the starters, and the thread that is answered. */
  readonly texts: readonly QuotableText[]
  /** What is answered. */
  readonly answering?: {
    readonly number: number
    readonly name: string
    readonly text: string
    readonly stance?: Stance
  }
}

export interface SayForm extends Said {
  readonly ownDevice: boolean
}

export interface SayModel {
  readonly about: SayAbout
  /** True once the script is here. */
  readonly ready?: boolean
  /** True where these words are to stand in the place of what was received. */
  readonly changes?: boolean
  readonly form: SayForm
  readonly problems: readonly RoundProblem[]
  /** What became of words typed between quotation marks. */
  readonly looked: readonly Looked[]
  /** What may show who somebody is. */
  readonly details: readonly FoundDetail[]
  /** True where they pressed to send, and something is worth a look before that. */
  readonly look?: boolean
  readonly saved: { readonly words: string; readonly failed: boolean }
  readonly canKeep: boolean
  readonly trouble: string
}

export interface SayHandlers {
  readonly onChange: (change: Partial<SayForm>) => void
  readonly onSend: () => void
  readonly onTakeAway: () => void
  readonly onFollow: (controlId: string) => void
  readonly onQuoteSelected: () => void
}

/** The form and what it can do, handed down together. */
export interface Live {
  readonly model: SayModel
  readonly handlers: SayHandlers | undefined
}

/** The page as the server sends it. */
export const sayModel = (about: SayAbout): SayModel => ({
  about,
  form: { ...nothingSaid, ownDevice: false },
  problems: [],
  looked: [],
  details: [],
  saved: { words: '', failed: false },
  canKeep: true,
  trouble: '',
})

/** The page once somebody writes on it. */
export const writingModel = (
  about: SayAbout,
  { said, ownDevice, changes }: Pick<ContributionDraft, 'said' | 'ownDevice' | 'changes'>,
  beside: Omit<SayModel, 'about' | 'ready' | 'changes' | 'form'>,
): SayModel => ({
  about,
  ready: true,
  changes: changes !== undefined,
  form: { ...said, ownDevice },
  ...beside,
})

/** What is worth a look before it is sent: words in quotation marks that are nowhere, and what may show who somebody is. */
export const isWorthALook = ({ looked, details }: Pick<SayModel, 'looked' | 'details'>): boolean =>
  details.length > 0 || looked.some(({ found }) => !found)

/** The id of the place where that stands. */
export const lookId = 'look'

const places: Readonly<Partial<Record<RoundProblem['code'], string>>> = {
  'contribution-empty': 'words',
  'contribution-too-long': 'words',
  'quotations-too-many': 'quoted',
  'quotation-too-long': 'quoted',
  'condition-missing': 'condition',
  'condition-too-long': 'condition',
  'name-missing': 'called',
  'name-too-long': 'called',
  'self-too-long': 'self',
}

/** The id of the control where a problem is put right. */
export const placeOf = ({ code }: RoundProblem): string => places[code] ?? 'send'

/** The words of the problem at a control. */
export function errorOf({ model }: Live, id: string): string | undefined {
  const problem = model.problems.find((one) => placeOf(one) === id)
  return problem && roundProblemWords(problem)
}
