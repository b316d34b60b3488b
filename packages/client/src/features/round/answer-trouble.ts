import { reasonLimits } from '@takepart/shared/domain/moderation/decision'
import { ownContributionWords } from '@takepart/shared/words/own-contribution'
import { charactersOver } from '@takepart/shared/domain/core/text'
import { roundProblemWords } from '@takepart/shared/words/round-problem'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { RoundCalls } from '../../api/round-calls.ts'

type Answered = Awaited<ReturnType<RoundCalls['answerDecision']>>
type Problems = Extract<Answered, { ok: false }>['problems']

const words = ownContributionWords.answer

/** Why an answer to a decision was not taken, and what to do. */
export function answerTrouble([problem]: Problems, text: string): string {
  switch (problem?.code) {
    case 'answer-missing':
      return words.missing
    case 'answer-too-long':
      return words.tooLong(charactersOver(text, reasonLimits.answer), reasonLimits.answer)
    case 'answered-already':
      return words.already
    case 'nothing-to-answer':
      return words.notNow
    default:
      // The rest are problems of a private code, which have words of their own.
      return roundProblemWords((problem ?? { code: '' }) as RoundProblem)
  }
}
