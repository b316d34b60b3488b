import type { ReasonNotAnswered } from '../domain/round/questions/question.ts'

/** Why a question was not answered, in words. */
export const reasonWords: Readonly<Record<ReasonNotAnswered, string>> = {
  'one-person': 'Not here, because it is about one person’s care.',
  'not-ours': 'Not answered, because this Trust does not decide it.',
  'not-known': 'Not answered, because we do not know yet.',
  'may-not-say': 'Not answered, because the law does not let us say it in public.',
  'asked-elsewhere': 'Not answered here, because the answer is already published.',
  other: 'Not answered.',
  'after-the-end': 'Not answered, because it reached us after the last answer was given.',
  'answer-removed': 'A moderator took the answer out after this was finished.',
}

/** What became of somebody's own question. */
export const ownQuestionWords = {
  own: {
    waiting: 'Your question waits in the line.',
    'being-answered': 'Staff are writing an answer to your question now.',
    answered: 'Your question has been answered.',
    'not-answered': 'Your question was not answered. This is why.',
    joined:
      'Somebody else asked the same, so a moderator joined your question with theirs. Both get the same answer.',
  },
  /** How the question stands with which another was joined. */
  ofJoined: {
    waiting: 'It waits in the line.',
    'being-answered': 'Staff are writing an answer to it now.',
  },
  ownTitle: 'What became of your question',
  ownAlso:
    'A moderator joined another question with yours, because it asks the same. Both get the same answer.',
  theirs: 'The question it was joined with',
} as const
