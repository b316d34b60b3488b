import { minutesWords, momentWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import type { RoundProblem } from '../domain/round/round-problem.ts'

type Words = {
  readonly [Code in RoundProblem['code']]: (
    problem: Extract<RoundProblem, { code: Code }>,
  ) => string
}

const shorten = (what: string, { most, over }: { most: number; over: number }): string =>
  `Shorten ${what} by ${figures(over)} ${over === 1 ? 'character' : 'characters'}, to ${figures(most)} or fewer`

/** A code without words here does not compile. */
const words: Words = {
  'round-unknown': () =>
    'We cannot find this discussion. Check the address, or choose from the list of discussions.',
  'round-not-open': ({ opensAt }) =>
    `This discussion opens on ${momentWords(opensAt)}. Send what you wrote then.`,
  'round-closed': ({ closedAt }) =>
    `This discussion closed on ${momentWords(closedAt)}. You can still copy or download what you wrote.`,
  'contribution-empty': () => 'Enter what you want to say',
  'contribution-too-long': (problem) => shorten('what you want to say', problem),
  'name-missing': () => 'Enter what we may call you here: a first name, a letter, anything',
  'name-too-long': (problem) => shorten('what we may call you', problem),
  'self-too-long': (problem) => shorten('how you describe yourself', problem),
  'condition-missing': () => 'Enter what your ‘yes’ depends on',
  'condition-too-long': (problem) => shorten('what your ‘yes’ depends on', problem),
  'quotations-too-many': ({ most }) =>
    `Take out quotations until ${figures(most)} or fewer are left`,
  'quotation-too-long': ({ most }) =>
    `Quote fewer words at a time: ${figures(most)} characters or fewer`,
  'answered-unknown': () =>
    'What you answer is not there any more. Copy what you wrote and say it in the discussion itself.',
  'questions-only': () =>
    'Only the staff named on the page answer here. You can ask a question of your own.',
  'question-taken': () =>
    'Staff have begun to answer this question, so it stays as it is. You can ask another one.',
  'question-ended': () =>
    'This question has its answer, or a reason, by now. Load the page again to read it.',
  'contribution-received-different': () =>
    'We received this before, with other words. To change it, open it with your private code.',
  'contribution-not-found': () =>
    'We cannot find anything with that private code in this discussion. Check it and try again.',
  'contribution-changed-elsewhere': () =>
    'This was changed somewhere else after you opened it. Open it again, then make your change.',
  'contribution-withdrawn': () => 'You took this back. To take part again, write something new.',
  'contribution-rejected': () =>
    'This was not put in the discussion, so it cannot be changed. To take part again, write something new.',
  'contribution-not-understood': () =>
    'We could not read what was sent. Copy or download what you wrote, then load this page again.',
  'code-tries-used-up': ({ minutes }) =>
    `You have tried too many times. Wait ${minutesWords(minutes)}, then try again.`,
}

/** The words for a problem: what to do next. A code that a newer server knows and this program does not has words too. */
export function roundProblemWords(problem: RoundProblem): string {
  if (!Object.hasOwn(words, problem.code))
    return 'Something stopped this being sent. Load this page again, then try once more.'
  return (words[problem.code] as (problem: RoundProblem) => string)(problem)
}
