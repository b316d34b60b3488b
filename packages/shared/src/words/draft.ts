import type { PartName } from '../domain/authoring/draft/draft-history.ts'

/** How things are called while somebody writes a consultation. */
export const questionKindWords: Readonly<Record<string, string>> = {
  'one-of': 'Choose one from a list',
  'several-of': 'Choose several from a list',
  'yes-no': 'Yes, No or I do not know',
  agreement: 'Say how far they agree with a statement',
  'long-text': 'Write in their own words',
  'short-text': 'Write one line',
  'number-scale': 'Choose a number on a scale',
  matrix: 'Answer the same for several statements',
  ranking: 'Put things in order',
  number: 'Write a number',
  date: 'Write a date',
  consent: 'Tick one box',
}

/** A field after "changed": "the hint". */
const fieldWords: Readonly<Record<string, string>> = {
  title: 'the title',
  slug: 'the address',
  summary: 'the summary',
  minutes: 'how long it takes',
  trustName: 'the name of the Trust',
  trustNote: 'the note about the Trust',
  opensAt: 'when it opens',
  closesAt: 'when it closes',
  graceDays: 'the days of grace',
  graceText: 'what happens to late responses',
  promiseBy: 'the promised date',
  promiseText: 'the promise',
  phone: 'the telephone number',
  hours: 'the hours',
  email: 'the email address',
  post: 'the postal address',
  crisisPhone: 'the crisis line',
  crisisWhen: 'what the crisis line is',
  name: 'the name',
  blocks: 'the text',
  introduction: 'the words before the questions',
  read: 'what to read first',
  purpose: 'what the section is for',
  about: 'the short name',
  hint: 'the hint',
  why: 'why we ask',
  statement: 'the statement',
  options: 'the choices',
  statements: 'the statements',
  scale: 'the answers on offer',
  showIf: 'who is asked',
  maxCharacters: 'how much people can write',
  words: 'the words explained',
  alt: 'the words for the picture',
}

export const fieldName = (field: string): string => fieldWords[field] ?? 'a detail'

const kindWords: Readonly<Record<PartName['kind'], string>> = {
  about: 'the title and summary',
  dates: 'the dates',
  contact: 'the contact',
  glossary: 'the words explained',
  outcome: 'the outcome',
  document: 'the reading',
  section: 'the section',
  question: 'the question',
  media: 'the picture or recording',
  edition: 'the edition',
  words: 'the words of an edition',
}

/** "question 5", "section 2", "the reading “Why we are asking”", "the dates"; what was removed is called by its words. */
export function partWords({ kind, id, words, number, edition }: PartName): string {
  const quoted = words === undefined ? '' : ` “${shortened(words)}”`
  const plain =
    number !== undefined && kind !== 'document'
      ? `${kind} ${number}`
      : `${kindWords[kind]}${kind === 'edition' ? ` “${id}”` : quoted}`
  return edition === undefined ? plain : `${plain} in the edition “${edition}”`
}

const longest = 60

const shortened = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
