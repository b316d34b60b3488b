import { checkMissingEditions } from './check-editions-missing.ts'
import { checkForPeople } from './check-for-people.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { placeWords } from '../core/loose-fields.ts'

/** One topic of advice: what an author should look at, each point with its place. It never stops publishing. */
export interface Advice {
  readonly topic: string
  readonly points: readonly { readonly place: string; readonly words: string }[]
}

/** Advice on how people will find a consultation that has no problems, what matters most first. */
export const adviceOn = (consultation: Consultation): readonly Advice[] =>
  [
    ...checkForPeople(consultation),
    { topic: 'Editions', findings: checkMissingEditions(consultation) },
  ]
    .map(({ topic, findings }) => ({
      topic,
      points: findings
        .filter(({ level }) => level === 'warning')
        .map(({ path, words }) => ({ place: placeWords(consultation, path), words })),
    }))
    .filter(({ points }) => points.length > 0)
