/**
 * Ready questions that most consultations need, so that authors need not word them afresh and so that answers can be
 * compared from one consultation to the next. A consultation file holds its questions in full; what is copied from here
 * keeps its id and codes. `docs/question-library.json` is this library as a file.
 */
import { equalityQuestions, notSay } from './equality-questions.ts'
import type {
  ConsentQuestion,
  OneOfQuestion,
  Question,
  SeveralOfQuestion,
  ShortTextQuestion,
} from './question.ts'

/** A group of ready questions that belong together. */
export interface QuestionSet {
  readonly id: string
  readonly title: string
  /** Where the wording comes from, for the author who is asked. */
  readonly source: string
  readonly questions: readonly Question[]
}

/**
 * In what way somebody takes part. Several answers, because many people are a patient and a carer, or work here and
 * live here. Source: our own, after the groups that NHS statutory guidance on working with people and communities names.
 */
export const takingPartAsQuestion: SeveralOfQuestion = {
  id: 'taking-part-as',
  kind: 'several-of',
  title: 'Who are you answering as?',
  about: 'in what way you are taking part',
  hint: 'Choose all that are true for you.',
  options: [
    { code: 'patient', label: 'I use your services, or I have used them' },
    { code: 'carer', label: 'I care for somebody who uses your services' },
    { code: 'family', label: 'I am a friend or relative of somebody who uses your services' },
    { code: 'member', label: 'I am a member or governor of the Trust' },
    { code: 'public', label: 'I live in the area' },
    { code: 'staff', label: 'I work for the Trust' },
    { code: 'organisation', label: 'I speak for an organisation or group' },
    { code: 'other', label: 'In another way', say: { label: 'In what way', maxCharacters: 100 } },
    { ...notSay, exclusive: true },
  ],
}

/** Asked only of those who speak for an organisation. Source: our own. */
export const organisationQuestion: ShortTextQuestion = {
  id: 'organisation-name',
  kind: 'short-text',
  title: 'What is the name of the organisation or group?',
  about: 'the name of your organisation',
  hint: 'We list organisations that took part in our report.',
  maxCharacters: 150,
  showIf: { question: 'taking-part-as', includes: ['organisation'] },
}

/**
 * The part of a postcode before the space: enough to see which areas are missing, too little to find a home.
 * Source: our own, after guidance on keeping small areas from naming people. XX is no real postcode area.
 */
export const postcodeAreaQuestion: ShortTextQuestion = {
  id: 'postcode-area',
  kind: 'short-text',
  title: 'What is the first part of your postcode?',
  about: 'the first part of your postcode',
  hint: 'For example, if your postcode is XX1 2AB, write XX1.',
  why:
    'It shows us which parts of our area we have not heard from. We do not ask for the whole postcode, so that it cannot ' +
    'point to your home.',
  maxCharacters: 4,
}

/** About you: in what way, for whom, from where. */
export const aboutYouQuestions: readonly Question[] = [
  takingPartAsQuestion,
  organisationQuestion,
  postcodeAreaQuestion,
]

/** How somebody came to hear of the consultation. Source: our own. */
export const howYouHeardQuestion: OneOfQuestion = {
  id: 'how-heard',
  kind: 'one-of',
  title: 'How did you hear about this consultation?',
  about: 'how you heard about this consultation',
  why: 'It shows us which ways of telling people work.',
  options: [
    { code: 'staff', label: 'Somebody who works for the Trust told me' },
    { code: 'poster', label: 'A poster or leaflet' },
    { code: 'letter', label: 'A letter, text message or email from the Trust' },
    { code: 'group', label: 'A group or charity' },
    { code: 'friend', label: 'A friend or relative' },
    { code: 'social-media', label: 'Social media' },
    { code: 'news', label: 'Local news' },
    { code: 'other', label: 'Another way', say: { label: 'How you heard', maxCharacters: 100 } },
    { code: 'not-sure', label: 'I am not sure' },
  ],
}

/**
 * Consent to quote. No tick means no: the answer still counts, and the words are not published.
 * Source: our own; freely given, specific and easy to refuse, as UK GDPR article 7 asks.
 */
export const mayWePublishQuestion: ConsentQuestion = {
  id: 'publish-words',
  kind: 'consent',
  title: 'May we publish your words?',
  about: 'whether we may publish your words',
  hint: 'Your answers count in the same way if you leave this box empty.',
  why:
    'Our report is stronger in people’s own words. A person checks each quotation first, and takes out names and anything ' +
    'else that could show who you are.',
  statement: 'You may publish some of my words in your report, without my name.',
}

/** How somebody wants to be described beside their words; asked only after consent. Source: our own. */
export const describedAsQuestion: ShortTextQuestion = {
  id: 'described-as',
  kind: 'short-text',
  title: 'How may we describe you beside your words?',
  about: 'how we may describe you',
  hint: 'Use the word you like best, for example “patient”, “carer” or “somebody who lives here”.',
  why: 'Some people like to be called a patient. Others do not. You choose.',
  maxCharacters: 60,
  showIf: { question: 'publish-words', includes: ['given'] },
}

/** Consent to quote, and the words to put beside a quotation. */
export const publicationQuestions: readonly Question[] = [mayWePublishQuestion, describedAsQuestion]

/** Every set, in the order in which a consultation uses them: equality comes last. */
export const questionLibrary: readonly QuestionSet[] = [
  { id: 'about-you', title: 'About you', source: 'Takepart', questions: aboutYouQuestions },
  {
    id: 'how-you-heard',
    title: 'How you heard',
    source: 'Takepart',
    questions: [howYouHeardQuestion],
  },
  {
    id: 'publication',
    title: 'May we publish your words',
    source: 'Takepart',
    questions: publicationQuestions,
  },
  {
    id: 'equality',
    title: 'Equality questions',
    source:
      'Harmonised standards of the Government Statistical Service, and Census 2021 for England. Pregnancy and maternity: ' +
      'Takepart, after the Equality Act 2010.',
    questions: equalityQuestions,
  },
]
