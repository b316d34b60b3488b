import {
  takeOutBecause,
  type ErasureReason,
  type TakeOutReason,
} from '../domain/response/removal.ts'

/** The words of what became of somebody's own words. */
export const traceWords = {
  ask: 'See what became of what you wrote',
  title: 'What became of what you wrote',
  counted: 'Your response is counted in the results.',
  notCounted:
    'Your response is kept, and it is not counted in the results now. It may have come late, be the same as another of yours, or wait for somebody to decide.',
  whyErased: 'See why we erased it',
  erasedTitle: 'Why we erased your response',
  erased: {
    'person-asked': 'You asked us to, or somebody asked for you.',
    'other-person-asked': 'It told something about another person, who asked us to erase it.',
    'wrongly-held': 'We should not have kept it.',
    ordered: 'The law, a court or the Information Commissioner told us to.',
    'could-harm': 'Somebody could have come to harm if we had kept it.',
  } satisfies Readonly<Record<ErasureReason, string>>,
  erasedMore:
    'Two members of staff decided this together. Your words are gone, and they are in no result. We keep the reference and the reason, so that every response is accounted for.',
  takenOut: (question: string, reason: TakeOutReason) =>
    `We took words out of your answer to “${question}”, because ${takeOutBecause[reason]}. Nobody can read them now, our staff included.`,
  notRead: 'Nobody has noted a theme in your words yet. Look again later.',
  noThemes: 'No theme was noted in your words. They were counted with the rest.',
  found: (question: string) => `Found in what you wrote to “${question}”.`,
  notDecided: 'Nothing is decided about this yet.',
  noDecision: 'The outcome says nothing about this by itself.',
  did: {
    this: 'we did this.',
    part: 'we did part of this.',
    not: 'we did not do this, and say why.',
    'not-yet': 'we have not done this yet.',
  },
  outcome: 'Read all of what we decided',
  onlyYou:
    'Only somebody with your reference and private code can see this. Staff see no list of who wrote what was decided on.',
  unavailable: 'We could not look it up just now. Check your connection and try again.',
} as const
