import type { CodebookProblem } from '../domain/analysis/theme/codebook.ts'
import type { CodingProblem } from '../domain/analysis/theme/coding.ts'
import { figures } from '../domain/core/figures.ts'

const answers = (count: number): string => `${figures(count)} ${count === 1 ? 'answer' : 'answers'}`

/** The words of reading answers for themes. */
export const themeWords = {
  title: 'Themes',
  titleOf: (consultation: string) => `Themes – ${consultation}`,
  lede: 'Read what people wrote, one answer after another. Mark the sentences that show a theme, and give it to them. Leaving a theme out is a decision too.',
  noQuestions: 'No question is answered in words.',
  questions: 'Questions answered in words',
  left: (left: number) =>
    left === 0
      ? 'You have read every answer to this question.'
      : `${answers(left)} left for you to read.`,
  readBy: (read: number) => `${answers(read)} ${read === 1 ? 'was' : 'were'} read by somebody.`,
  answer: (reference: string) => `Answer ${reference}`,
  sentences: 'Which sentences show it?',
  sentencesHint: 'Choose none when it is the whole answer.',
  theme: 'Which theme do they show?',
  give: 'Give this theme',
  given: 'Given to this answer so far',
  noneGiven: 'No theme so far.',
  whole: 'the whole answer',
  takeBack: 'Take it back',
  next: 'I have read it: next answer',
  skip: 'Leave it for later',
  noThemes: 'There are no themes yet. Add the first one below.',
  addTitle: 'Add a theme',
  name: 'What is it called?',
  definition: 'What belongs to it, and what does not?',
  definitionHint: 'Enough for a colleague to give it to the same answers.',
  add: 'Add the theme',
  added: (name: string) => `“${name}” is added.`,
  saved: 'Noted.',
  codebook: (version: number) => `The codebook, version ${version}`,
  counts: (count: number) => `in ${answers(count)}`,
  retire: 'Give it no more',
  retired: 'It is given no more. What was given it keeps it.',
  agreement: 'How two readers agree',
  noAgreement: 'Nobody has read an answer that somebody else has read as well.',
  both: (both: number, same: number) =>
    `${answers(both)} ${both === 1 ? 'was' : 'were'} read by two or more people. They gave the very same themes to ${figures(same)}.`,
  kappa: (value: string) => `Cohen’s κ is ${value}.`,
  alpha: (value: string) =>
    `Krippendorff’s α is ${value}: from 0.8 on, two readers may be taken for one.`,
  toSettle: 'To talk about',
  difference: (reference: string, theme: string, gave: string, not: string) =>
    `${reference}: ${gave} gave “${theme}”, ${not} did not.`,
  chooseTheme: 'Choose the theme',
} as const

/** Why a theme was not stored, and what to do next. */
export function codebookProblemWords(problem: CodebookProblem): string {
  switch (problem.code) {
    case 'theme-name-missing':
      return 'Write what the theme is called'
    case 'theme-name-too-long':
      return `Write a name of ${problem.most} characters or fewer`
    case 'theme-name-taken':
      return `There is a theme called “${problem.name}” already. Write another name`
    case 'theme-definition-missing':
      return 'Write what belongs to the theme'
    case 'theme-definition-too-long':
      return `Write what belongs to it in ${problem.most} characters or fewer`
    case 'theme-unknown':
      return 'This theme is given no more. Choose another'
    case 'theme-merged-into-itself':
      return 'Choose another theme to put it into'
    case 'codebook-changed-since':
      return 'Somebody changed the codebook meanwhile. It is shown as it is now: try again'
    case 'codebook-full':
      return `There are ${problem.most} themes. Put two of them together first`
  }
}

/** Why a theme was not given, and what to do next. */
export const codingProblemWords: Readonly<Record<CodingProblem['code'], string>> = {
  'theme-not-given-any-more': 'This theme is given no more. Choose another',
  'passage-not-there': 'The answer has been changed meanwhile. Read it again',
  'passage-empty': 'Choose sentences with words in them',
  'answer-not-here': 'The answer is not here any more. Go on to the next',
}
