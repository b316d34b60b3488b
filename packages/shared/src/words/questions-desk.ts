import { momentWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import type { QuestionProblem } from '../domain/round/questions/question-act.ts'
import type { ReasonToGive } from '../domain/round/questions/question.ts'

const counted = (count: number, one: string, many: string): string =>
  `${figures(count)} ${count === 1 ? one : many}`

const shorten = (what: string, { most, over }: { most: number; over: number }): string =>
  `Shorten ${what} by ${counted(over, 'character', 'characters')}, to ${figures(most)} or fewer`

type Words = {
  readonly [Code in QuestionProblem['code']]: (
    problem: Extract<QuestionProblem, { code: Code }>,
  ) => string
}

/** A code without words here does not compile. */
const problems: Words = {
  'session-unknown': () => 'These questions are not here any more, or you do not work on them.',
  'session-finished': () => 'This is finished, and nothing in it changes any more.',
  'question-unknown': () => 'This question has been taken back, or its author is changing it.',
  'question-moved-on': () => 'A colleague has done something to this question. Look at it again.',
  'not-in-turn': () =>
    'This question is not among the first in line any more. The line below is how it stands now.',
  'answerer-unknown': () => 'Choose who answers',
  'answer-empty': () => 'Enter the answer',
  'answer-too-long': (problem) => shorten('the answer', problem),
  'note-missing': () => 'Enter why it is not answered',
  'note-too-long': (problem) => shorten('what you add', problem),
  'join-elsewhere': () => 'Choose the question that asks the same',
  'still-asking': ({ closesAt }) => `People can still ask, until ${momentWords(closesAt)}.`,
  'questions-open': ({ numbers }) =>
    `${counted(numbers.length, 'question has', 'questions have')} neither an answer nor a reason.`,
  'questions-unread': ({ count }) =>
    `${counted(count, 'contribution waits', 'contributions wait')} for a moderator.`,
}

export const questionProblemWords = (problem: QuestionProblem): string =>
  (problems[problem.code] as (problem: QuestionProblem) => string)(problem)

const reasons: Readonly<Record<ReasonToGive, string>> = {
  'one-person': 'It is about one person’s care',
  'not-ours': 'This Trust does not decide it',
  'not-known': 'We do not know yet',
  'may-not-say': 'The law does not let us say it in public',
  'asked-elsewhere': 'The answer is already published',
  other: 'Another reason',
}

/** Words of the page at which staff answer live questions. */
export const questionsDeskWords = {
  title: 'Answer questions',
  homeWords: (count: number) =>
    `${counted(count, 'question waits', 'questions wait')} for an answer or a reason`,
  titleOf: (title: string) => `Answer questions: ${title}`,
  see: 'See the page as everybody does',
  noScript: 'To answer here you need JavaScript. You can read everything without it.',
  unread: (count: number) =>
    `${counted(count, 'contribution waits', 'contributions wait')} for a moderator`,
  toModeration: 'Go to moderation',
  changes: (count: number) =>
    `${counted(count, 'thing has', 'things have')} happened since this page was made`,
  showChanges: 'Show how it stands now',
  who: { title: 'Who answers?', hint: 'The page names this person.' },
  nobodyNamed: 'Nobody is named as answering. Add who answers where the discussion is written.',
  now: 'Being answered',
  nobodyNow: 'No question is being answered. Take one from the line.',
  by: (name: string) => `${name} answers`,
  answer: {
    title: 'The answer',
    hint: (most: number) =>
      `Up to ${figures(most)} characters. Everybody can read it as soon as you send it, and it cannot be changed afterwards.`,
  },
  send: 'Send the answer',
  putBack: 'Put it back in the line',
  line: 'The line',
  nobodyWaits: 'No question is waiting.',
  take: 'Take it',
  notYetTakeable: 'Not among the first yet',
  giveReason: 'Say why it is not answered',
  reason: { title: 'Why is it not answered?' },
  whyMissing: 'Choose why it is not answered',
  note: {
    title: 'What else is there to say?',
    hint: (most: number) =>
      `For example, whom to ask. Everybody can read it. Up to ${figures(most)} characters.`,
  },
  sendReason: 'Publish the reason',
  join: 'Join it with another',
  joinTo: {
    title: 'Which question asks the same?',
    hint: 'Both get the same answer, and both askers are told. You can undo it until it is answered.',
  },
  choose: 'Choose a question',
  sendJoin: 'Join them',
  cancel: 'Leave it as it is',
  joined: 'Joined',
  joinedWith: (beginning: string) => `Joined with “${beginning}”`,
  part: 'Part them again',
  ended: 'With an answer or a reason',
  nothingEnded: 'None yet.',
  finish: {
    title: 'Finish',
    lede: 'Once every question has an answer or a reason, you can finish. The page and its transcript then stay as they are.',
    button: 'Finish for good',
    confirm: 'Finish these questions and answers?',
    consequence: 'Nothing in it can be changed after that, and the transcript is published.',
    yes: 'Yes, finish',
  },
  finished: (at: string) => `Finished ${momentWords(at)}. Nothing here changes any more.`,
  of: (beginning: string) => `: ${beginning}`,
  reasons,
  done: {
    take: 'Taken. Write the answer.',
    'put-back': 'Put back in the line.',
    answer: 'Sent. Everybody can read it.',
    'give-reason': 'The reason is published.',
    join: 'Joined.',
    part: 'Parted.',
    finish: 'Finished. The transcript is published.',
  },
} as const
