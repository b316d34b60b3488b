import { tooLong } from '../question/answer-problem-words.ts'
import type { RequestProblem } from '../response/problem.ts'
import { supportNeed } from './support-needs.ts'
import type { ReachBy } from './support-request.ts'

/** The words for a problem with a request for support. How all of them are written stands in problem-words.ts. */
type Words = {
  readonly [Code in RequestProblem['code']]: (
    problem: Extract<RequestProblem, { code: Code }>,
  ) => string
}

/** A code without words here does not compile. */
export const requestWords: Words = {
  'need-missing': () => 'Select at least one thing that you would like',
  'need-say-missing': ({ need }) => `Enter a few words about ‘${supportNeed(need)?.label ?? need}’`,
  'need-say-too-long': (problem) =>
    tooLong(`what you wrote about ‘${supportNeed(problem.need)?.label ?? problem.need}’`, problem),
  'reach-missing': () => 'Select how we should reach you',
  'reach-to-missing': ({ by }) => `Enter ${reachWords[by]}`,
  'reach-to-unclear': ({ by }) => `Enter ${reachWords[by]}${examples[by]}`,
  'reach-to-too-long': (problem) => tooLong(reachWords[problem.by], problem),
  'request-text-too-long': (problem) =>
    tooLong(problem.field === 'name' ? 'your name' : 'when it suits you', problem),
  'request-not-understood': () =>
    'We could not read what was sent. Ask by phone, email or post instead.',
  'request-received-different': () =>
    'We received this request before, with other words. To tell us more, send a new request: open the form again.',
  'request-closed': () =>
    'We dealt with this request before, and have erased the details. To ask again, send a new request: open the form again.',
}

const reachWords: Readonly<Record<ReachBy, string>> = {
  phone: 'a phone number for us to call',
  text: 'a mobile number for texts',
  email: 'an email address',
  post: 'a name and address for post',
}

const examples: Readonly<Record<ReachBy, string>> = {
  phone: ', like 01632 960 001',
  text: ', like 07700 900123',
  email: ', like name@example.com',
  post: '',
}
