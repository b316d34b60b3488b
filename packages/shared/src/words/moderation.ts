import type { DecisionProblem, Reason, RejectionReason } from '../domain/moderation/decision.ts'
import type { DetailKind } from '../domain/moderation/personal-details.ts'
import type { RemovedKind } from '../domain/moderation/redaction.ts'
import type { ReportOutcome, ReportReason } from '../domain/moderation/report.ts'

/** Why something is not published, as a moderator chooses it. */
export const reasonLabels: Readonly<Record<RejectionReason, string>> = {
  identifies: 'It says who somebody is, and taking that out leaves too little',
  attacks: 'It attacks a person, not what they said',
  'off-topic': 'It is about something else',
  law: 'It could get us or the writer into trouble with the law',
  sells: 'It sells something',
  other: 'Another reason, in my own words',
}

const because: Readonly<Record<Exclude<RejectionReason, 'other'>, string>> = {
  identifies: 'it says who somebody is',
  attacks: 'it attacks a person and not what they said',
  'off-topic': 'it is about something else than this discussion',
  law: 'it could get you or us into trouble with the law',
  sells: 'it sells something',
}

const inOwnWords = (words: string | undefined): string => (words ? ` ${words.trim()}` : '')

/** What its author reads when a contribution is not published, or a moderator asks for other words. */
export function authorWords(kind: 'reject' | 'ask-change', { reason, words }: Reason): string {
  const why = reason === 'other' ? '' : `, because ${because[reason]}`
  const said = inOwnWords(words)
  return kind === 'reject'
    ? `We have not published what you wrote${why}.${said} You can tell us once why you think we are wrong. Somebody else will then look at it.`
    : `We ask you to change what you wrote${why}.${said} You can change it and send it again. Nobody sees it until then.`
}

/** What people report, as they choose it. */
export const reportLabels: Readonly<Record<ReportReason, string>> = {
  worried: 'I am worried about somebody',
  identifies: 'It says who somebody is',
  attacks: 'It attacks a person',
  'off-topic': 'It is about something else',
  law: 'I think it is against the law',
  sells: 'It sells something',
  other: 'Something else',
}

/** What a reporter reads. Null: nobody has decided yet. */
export const outcomeWords = (outcome: ReportOutcome | null): string => {
  switch (outcome) {
    case null:
      return 'A person has not looked at it yet. It is shown until they do.'
    case 'kept':
      return 'A person looked at it and left it as it is.'
    case 'changed':
      return 'A person looked at it and took parts of it out.'
    case 'removed':
      return 'A person looked at it and it is no longer shown.'
  }
}

/** What a hint points at. */
export const detailLabels: Readonly<Record<DetailKind, string>> = {
  'nhs-number': 'An NHS number',
  email: 'An email address',
  'national-insurance': 'A National Insurance number',
  phone: 'A telephone number',
  postcode: 'A postcode',
  handle: 'A name used online',
  address: 'An address',
  'date-of-birth': 'A date of birth',
  'date-with-ward': 'An exact date with a ward or a bed',
  person: 'A name',
  reference: 'The reference of a response',
}

export const removedLabels: Readonly<Record<RemovedKind, string>> = {
  name: 'Name',
  'job-title': 'Job title',
  'telephone-number': 'Telephone number',
  'email-address': 'Email address',
  address: 'Address',
  'nhs-number': 'NHS number',
  date: 'Date',
  place: 'Place',
  details: 'Other details',
  insult: 'Insult',
}

type WordsOf = {
  readonly [Code in DecisionProblem['code']]: (
    problem: Extract<DecisionProblem, { code: Code }>,
    nameOf: (staffId: string) => string,
  ) => string
}

/** A code without words here does not compile. */
const decisionProblems: WordsOf = {
  'redaction-empty': () => 'Choose what to take out',
  'redaction-out-of-place': () =>
    'The words have changed since you chose what to take out. Choose again',
  'redaction-overlaps': () => 'Two parts overlap. Put one of them back',
  'redaction-leaves-nothing': () => 'Nothing would be left to read. Choose “Do not publish”',
  'redaction-too-many': ({ most }) => `Take out ${most} parts or fewer`,
  'reason-words-missing': () => 'Write the reason that the author will read',
  'reason-words-too-long': ({ most, over }) => `Use ${most} characters or fewer: take out ${over}`,
  'revision-changed': () =>
    'The author wrote other words while you were reading. Nothing you did was applied',
  'decided-already': ({ by }, nameOf) =>
    `${nameOf(by)} decided this one while you were reading. Nothing you did was applied`,
  'being-decided': ({ by }, nameOf) =>
    `${nameOf(by)} is looking at this one. Nothing you did was applied`,
  'contribution-gone': () => 'The author took it back. There is nothing to decide',
  'second-person-needed': () =>
    'You decided about this first, so somebody else must look at the answer',
}

/** Why a decision was not taken, and what to do. `nameOf` gives the name of a member of staff. */
export const decisionProblemWords = <Code extends DecisionProblem['code']>(
  problem: Extract<DecisionProblem, { code: Code }>,
  nameOf: (staffId: string) => string,
): string => (decisionProblems[problem.code as Code] as WordsOf[Code])(problem as never, nameOf)
