import type { ListedRound } from '../../domain/round/listed-round.ts'
import { roundStatus } from '../../domain/round/round.ts'
import { roundWords as words } from '../../words/round.ts'
import type { QuestionTalk } from '../answering/answer-page.view.ts'
import { roundAddress } from './round-address.ts'

/** What kind of round it is, and when one can take part in it. */
export function whenOf(round: ListedRound['round'], now: Date): string {
  const kind = words.kinds[round.kind]
  const number = round.process ? `${kind}, round ${round.process.number}` : kind
  switch (roundStatus(round, now)) {
    case 'scheduled':
      return `${number} · ${words.opensOn(round.opensAt)}`
    case 'open':
      return `${number} · ${words.openUntil(round.closesAt)}`
    default:
      return `${number} · ${words.closedOn(round.closesAt)}`
  }
}

/** The discussions that questions lead to, from when each opens. */
export const questionTalk = (
  rounds: readonly Pick<ListedRound, 'round'>[],
  now: Date,
): readonly QuestionTalk[] =>
  rounds.flatMap(({ round }) =>
    round.consultation?.question === undefined || roundStatus(round, now) === 'scheduled'
      ? []
      : [
          {
            question: round.consultation.question,
            href: roundAddress(round.slug),
            title: round.title,
          },
        ],
  )
