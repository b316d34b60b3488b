import { figures } from '../domain/core/figures.ts'
import type { ContributionSource } from '../domain/round/contribution-source.ts'
import type { ReplaceProblem, RoundStage } from '../domain/round/desk/round-draft.ts'
import type { ModerationTime } from '../domain/round/round.ts'

const stages: Readonly<Record<RoundStage, string>> = {
  draft: 'Being written, nobody outside can see it',
  scheduled: 'Published, opens soon',
  open: 'Open',
  closed: 'Closed, the summary is promised',
  concluded: 'Finished',
  retracted: 'Taken down',
}

const moderation: Readonly<Record<ModerationTime, string>> = {
  'before-first': 'Before, until somebody has one that was accepted; then after',
  before: 'Always before others see it',
  after: 'After others see it',
}

/** From which side of the desk a text to begin with comes. */
export const starterSources = [
  'participant',
  'staff',
  'seed',
] as const satisfies readonly ContributionSource[]

/** Words of the pages on which staff make and run discussions. */
export const roundDeskWords = {
  list: 'Discussions',
  begin: 'New discussion',
  beginLede:
    'Give it a title. You can change everything until it opens, and nobody outside sees it until a second person has signed.',
  beginAfter: (title: string) =>
    `It follows “${title}”, in the same row. It begins with what was not settled there and what comes next; you can change all of it.`,
  titleLabel: 'What shall people talk about?',
  titleHint: 'Best as one question: “One better clinic, or rooms nearer home?”',
  titleMissing: 'Write what people shall talk about',
  beginButton: 'Begin writing',
  noneYet: 'There are no discussions yet',
  noneYetMore: 'Begin the first one. A title, a sentence and how you talk to each other is enough.',
  untitled: 'Not written yet',
  stages,
  groups: {
    waiting: 'Waits for a signature',
    draft: 'Being written',
    scheduled: 'Opening soon',
    open: 'Open',
    closed: 'Closed, waits for its summary',
    over: 'Finished',
  },
  next: {
    write: 'Write',
    sign: 'Read it, and sign or send it back',
    publish: 'Publish it',
    publishes: (moment: string) => `It will be published ${moment}`,
    answer: 'Answer questions',
    summary: 'Write the summary',
    look: 'Look at its page',
    following: 'Begin the next discussion in this row',
  },
  opens: (moment: string) => `opens ${moment}`,
  until: (moment: string) => `until ${moment}`,
  closed: (moment: string) => `closed ${moment}`,
  summaryBy: (day: string) => `summary promised by ${day}`,
  contributions: (count: number) =>
    `${figures(count)} ${count === 1 ? 'contribution' : 'contributions'}`,
  parts: 'Parts of this discussion',
  tabs: {
    write: 'Write',
    preview: 'As people see it',
    signOff: 'Sign off and publish',
  },
  summaryTab: 'Summary',
  noScript:
    'To write here you need JavaScript. You can read everything on the page “As people see it”.',
  groupsOfForm: {
    asking: 'What people talk about',
    first: 'A text to begin with',
    second: 'A second text, from the other side of the desk',
    talk: 'How you talk here',
    times: 'When',
    place: 'Where it stands',
    summary: 'What came of it',
  },
  startersLede:
    'None, one, or two on the same question. Two are published together, with the same weight; which comes first changes every day.',
  summaryLede:
    'Once a second person has signed, it stands on the page of the discussion, which stays as it is for ever. A blank line begins a new paragraph.',
  frozen: {
    concluded: 'This discussion is finished. Its page stays as it is, for everybody to read.',
    retracted: 'This discussion was taken down. Nothing in it can be changed.',
  },
  onlyAuthors: 'Colleagues with the role of author write it. You can read it as people see it.',
  stillOpen: (moment: string) =>
    `People are talking until ${moment}. You can begin to write; it can be signed once it has closed.`,
  keptLede: 'It is published. Its address and its kind stay as they are.',
  kinds: {
    discussion: 'Discussion: people talk to each other',
    questions: 'Questions and answers: people ask, named staff answer',
  },
  sources: {
    participant: 'Somebody who uses our services, or cares for them',
    staff: 'Somebody who works here (their name is shown with “Staff of this Trust”)',
    seed: 'Nobody in particular: the Trust wrote it to start the talk',
  } satisfies Readonly<Record<(typeof starterSources)[number], string>>,
  moderation,
  indexed: {
    yes: 'Yes, anybody can find it by searching',
    no: 'No, only people who know where it is',
  },
  noProcess: 'It stands alone',
  newProcess: 'It begins a row of its own',
  processOf: (title: string) => `In the row “${title}”`,
  noConsultation: 'No consultation',
  besideConsultation: (title: string) => `Beside “${title}”`,
  checks: 'Checks',
  nothingFound: 'Nothing to put right, and nothing to add.',
  putRight: 'To put right',
  thought: 'Worth a thought',
  blocked: (count: number) =>
    count === 0
      ? 'Nothing stops this from being signed.'
      : `${count} ${count === 1 ? 'thing has' : 'things have'} to be put right before this can be signed.`,
  notYet: 'Something has to be put right before it can be shown. See the checks beside “Write”.',
  fieldFrozen:
    'people read it already, so it stays as it is. Copy your words, then load this page again',
  strangeConsultation: 'choose a consultation that you work on',
  cameOfLast: (title: string) => `What came of “${title}”`,
  previewed: 'This is the page people will see. Nothing in it can be sent.',
} as const

/** The name and the hint of each field of the form. */
export const roundFieldWords: Readonly<
  Record<string, { readonly label: string; readonly hint?: string }>
> = {
  title: { label: 'Title', hint: 'One question. It is the title of the page.' },
  lede: {
    label: 'The first sentences',
    hint: 'A sentence or two that invite people in.',
  },
  position: {
    label: 'What people can be for or against',
    hint: 'A few words that read well after “For” and “Against”: “one clinic”. Leave it empty, and nobody is asked where they stand.',
  },
  kind: { label: 'Which kind is it?' },
  answering: {
    label: 'Who answers?',
    hint: 'One person on each line, with what they do after a comma: “Jo Fenn, nurse at Birch”. Their names stand on the page, and nobody else answers.',
  },
  firstTitle: { label: 'From where is it written?', hint: 'Like “From the clinic”.' },
  firstText: { label: 'The text', hint: 'A blank line begins a new paragraph.' },
  firstName: { label: 'Who wrote it?', hint: 'As they want to be named.' },
  firstSelf: {
    label: 'How do they describe themselves?',
    hint: 'In their own words, like “a nurse for 22 years”. It is shown in quotation marks.',
  },
  firstSource: { label: 'From which side is it?' },
  secondTitle: {
    label: 'From where is the second text written?',
    hint: 'Like “From the waiting room”.',
  },
  secondText: { label: 'The second text', hint: 'A blank line begins a new paragraph.' },
  secondName: { label: 'Who wrote the second text?', hint: 'As they want to be named.' },
  secondSelf: {
    label: 'How does its author describe themselves?',
    hint: 'In their own words, like “I have used it since 2019”.',
  },
  secondSource: { label: 'From which side is the second text?' },
  rules: {
    label: 'How we talk here',
    hint: 'One on each line, in plain words: “Speak for yourself.”',
  },
  moderation: { label: 'When does a moderator read what people write?' },
  reading: {
    label: 'How soon is it read?',
    hint: 'It follows “We read what comes in”: “usually within 4 hours, between 8 am and 8 pm every day”.',
  },
  opensAt: { label: 'When does it open?', hint: 'By the clock in the United Kingdom.' },
  closesAt: {
    label: 'When does it close?',
    hint: 'People can take part until just before this time.',
  },
  summaryBy: {
    label: 'By which day do you write what came of it?',
    hint: 'People read this promise on the page.',
  },
  slug: {
    label: 'Its address on this website',
    hint: 'Small letters, digits and hyphens. It cannot change once it is published.',
  },
  consultation: { label: 'Does it stand beside a consultation?' },
  process: {
    label: 'Is it one of several in a row?',
    hint: 'In a row each discussion begins with what came of the one before. One page tells the whole story.',
  },
  processTitle: { label: 'What is the row called?' },
  processLede: { label: 'What is the row for?', hint: 'A sentence or two, shown on its page.' },
  indexed: { label: 'May search engines list it?' },
  trustName: { label: 'Name of the Trust' },
  trustNote: { label: 'A note about the Trust', hint: 'Shown at the foot of the page.' },
  said: {
    label: 'What was said',
    hint: 'So that everybody who took part finds themselves in it, also those who stood alone.',
  },
  notSettled: { label: 'What was not settled', hint: 'What people still see differently.' },
  next: { label: 'What happens next', hint: 'Who does what, and by when.' },
}

/** Words of the page on which a discussion is signed and published. */
export const roundSignOffWords = {
  title: 'Sign off and publish',
  lede: 'Two people publish a discussion: one asks, another reads it and signs. What is published is exactly what was signed.',
  steps: 'Before people can read it',
  step1: 'Put right what blocks it',
  step2: 'A second person reads and signs',
  step3: 'Publish it',
  stepSummary: 'Publish the summary',
  done: 'Done',
  notYet: 'Not yet',
  ownRequest: 'You asked for it, so somebody else has to sign.',
  opensThen: (moment: string) =>
    `Published now, people can read how it begins. They can take part from its opening, ${moment}.`,
  publishNow: 'Publish now',
  publishSummary: 'Publish the summary',
  summaryFreezes: 'After this nothing on its page changes any more.',
  publishAtOpening: (moment: string) => `Publish it when it opens, ${moment}`,
  published: 'What it says now is published.',
  changedSince: 'What has changed since you last looked',
  changedAll: 'What is written',
  before: 'Before',
  now: 'Now',
  empty: 'Nothing',
  nobodyElse: 'Somebody else with the role of publisher reads it and signs.',
  publisherPublishes: 'Somebody with the role of publisher publishes it.',
} as const

/** Why a signed discussion could not be published after all. */
export const roundReplaceWords: Readonly<
  Record<
    ReplaceProblem | 'slug-taken' | 'process-taken' | 'process-missing' | 'process-full',
    string
  >
> = {
  'closes-in-the-past': 'Its closing time has passed meanwhile. Choose a later one',
  'has-opened': 'It has opened meanwhile, and people have read it as it was',
  'not-closed': 'It is open again. The summary can be published once it has closed',
  'not-finished':
    'Not every question has an answer or a reason yet. Finish the questions first, on the page where they are answered',
  'is-concluded': 'Its summary is published already, and its page stays as it is',
  'is-retracted': 'It was taken down',
  'slug-taken': 'Another discussion has taken its address meanwhile. Choose another address',
  'process-taken': 'Another row of discussions has taken this name meanwhile. Choose another name',
  'process-missing': 'The row of discussions it belongs to is not there any more. Choose another',
  'process-full': 'The row has 100 discussions, which is the most it can have. Begin a new row',
}
