import { figures } from '../domain/core/figures.ts'

const count = (number: number, one: string, more: string): string =>
  `${figures(number)} ${number === 1 ? one : more}`

/** Words about files that somebody brings into a consultation. */
export const importWords = {
  title: 'Bring in a file',
  lede: 'Bring what you have. We turn it into reading and questions, and show you what we were not sure of. Nothing is in your consultation before you have looked at it.',
  choose: 'Choose a file',
  chooseHint:
    'A Word document (.docx), a spreadsheet form (.xlsx, as XLSForm, KoboToolbox and ODK make them), a FHIR Questionnaire (.json), or a picture (.png, .jpg, .webp). Up to 20 MB.',
  send: 'Bring it in',
  noFile: 'Choose a file first',
  tooLarge:
    'This file is larger than 20 MB. Make its pictures smaller, save it and choose it again.',
  emptyFile: 'This file is empty. Choose another one.',
  noScript: 'To bring in a file you need JavaScript.',
  word: 'A Word document',
  wordMore:
    'Headings, lists and tables become reading. Numbered questions, tick boxes and grids become questions.',
  form: 'A spreadsheet form',
  formMore: 'Each row becomes a question. Other languages become editions.',

  fhir: 'A FHIR Questionnaire',
  fhirMore: 'HL7 FHIR R4, as JSON. Groups become sections. Other languages become editions.',

  pictureKind: 'A picture',
  pictureMore: 'You say what it shows, for people who cannot see it. Then you put it into a text.',
  sayWhatItShows: 'Say in words what the picture shows.',

  out: 'Take the questions out',
  outLede:
    'As a FHIR R4 Questionnaire, for other systems of health and care. It has the sections, the questions, their choices and who is asked.',
  outLink: 'Questions as a FHIR Questionnaire (JSON)',
  outNotYet: 'The questions can be taken out once nothing in “Checks” has to be put right.',
  outUnsaid: 'FHIR cannot say everything. These stay here:',
  unsaid: {
    reading: 'the texts to read',
    media: 'pictures and recordings',
    glossary: 'the words explained',
    contact: 'whom people can ask',
    'grace-and-promise': 'what happens to late responses, and your promise',
    outcome: 'the outcome',
  },
  unsaidOrder: (question: string) =>
    `“${question}”: that people put the choices in order. It says only that they choose several.`,
  unsaidFields: (question: string) =>
    `“${question}”: that several choices have a field beside them. It says only that people may write something else.`,
  unsaidEdition: (edition: string) => `the edition ${edition}`,

  keeping: 'Saving the file on this device…',
  sending: (done: number, all: number) =>
    `Sending: ${count(done, 'part', 'parts')} of ${figures(all)} received.`,
  reading: 'The file is received. We are reading it…',
  waitsOnDevice: (name: string) =>
    `No connection. “${name}” is saved on this device, and is sent when you are back.`,
  waitsOnPage: (name: string) =>
    `No connection. “${name}” is only on this page: keep it open until you are connected.`,
  left: (name: string) => `“${name}” is on this device and was not sent`,
  sendNow: 'Send it now',
  dontSend: 'Do not send it',
  notSent: 'The file was taken off this device.',
  stopped: (name: string) => `“${name}” was not brought in`,

  refusals: {
    old: 'This is the older kind of Office file (.doc or .xls), whatever its name says. Open it, save it as .docx or .xlsx and choose it again.',
    locked:
      'This file has a password. Open it, take the password off, save it and choose it again.',
    other:
      'This is not a Word document or a spreadsheet, and not a FHIR Questionnaire. Choose a file whose name ends with .docx, .xlsx or .json.',
    xml: 'This is a file of XML. Save the Questionnaire as JSON and choose it again.',
    longJson:
      'This questionnaire is larger than 5 MB. Take it apart and bring in one part after the other.',
    brokenJson:
      'This file could not be read as JSON. Save it again where it comes from, and choose it again.',
    noQuestionnaire: 'There is no FHIR Questionnaire in this file.',
    damaged:
      'This file could not be read. It may be damaged. Open it in Word or Excel, save it and choose it again.',
    macros:
      'There are macros in this file: small programs that could do harm. We did not open it. Save it as .docx or .xlsx, without macros, and choose it again.',
    'too-large':
      'This file unpacks to far more than it weighs, more than 200 MB, so we did not open it. Copy what you need into a new document and choose that.',
    'too-slow':
      'Reading this file took longer than 20 seconds, so we stopped. Copy what you need into a new document and choose that.',
    unknown:
      'This is neither a Word document nor a spreadsheet. Choose a file whose name ends with .docx or .xlsx.',
    noForm:
      'This spreadsheet is not a form: it has no sheet named “survey”. Look for one made with XLSForm, KoboToolbox, ODK or REDCap.',
    longSheet:
      'This form has more than 5,000 rows or 500 columns. Take away what is not part of it and choose it again.',
    brokenPicture:
      'This picture could not be read. It may be damaged, larger than 10 MB, or have too many pixels. Save it anew and choose it again.',
    empty: 'There are no words in this file that we could bring in.',
  },
  circle: (titles: readonly string[]) =>
    `Who is asked these questions depends on each other in a circle, so nobody would be asked: ${titles.map((title) => `“${title}”`).join(', ')}. Put one of them right in the file and choose it again.`,
  leftOut: {
    comments: 'Comments in the margin were left out.',
    charts: 'Charts were left out. Say in words, or in a table, what they show.',
    diagrams: 'Diagrams were left out. Say in words what they show.',
    headers: 'What stands at the top or the foot of each page was left out.',
    formulas: 'Formulas were left out.',
    deleted: 'Words that were marked as deleted were left out.',
    objects: 'Things from other programs that lie in the document were left out.',
  },
  sheetLeftOut: (name: string) => `The sheet “${name}” was left out: it is not part of a form.`,
  noRoom: {
    document: 'readings',
    section: 'sections',
    question: 'questions',
    media: 'pictures',
    edition: 'editions',
  },
  noRoomFor: (things: string, brought: number, there: number, most: number) =>
    `There is no room for this file. It has ${figures(brought)} ${things}, your consultation has ${figures(there)}, and together there can be ${figures(most)}.`,

  found: (name: string) => `What we found in “${name}”`,
  counts: {
    documents: (number: number) => count(number, 'text to read', 'texts to read'),
    sections: (number: number) => count(number, 'section', 'sections'),
    questions: (number: number) => count(number, 'question', 'questions'),
    editions: (number: number) => count(number, 'other language', 'other languages'),
    pictures: (number: number) => count(number, 'picture', 'pictures'),
  },
  nothingYet: 'Nothing of it is in your consultation yet.',
  put: 'Put it into the consultation',
  throwAway: 'Do not use it',
  thrownAway: 'This file was not used. Nothing of it is in the consultation.',
  takenBy: (name: string, when: string) => `Put into the consultation by ${name}, ${when}.`,
  textsFound: 'Texts to read',
  picturesFound: 'Pictures',
  picture: (number: number) => `Picture ${number}`,
  toConfirm: 'To confirm',
  leftOutTitle: 'Left out',
  confirm: 'It is right as it is',
  confirmedNow: 'Confirmed.',
  fromFile: 'From the file you brought in',
  fromFileMore: 'Look at each, mend it if need be, and say that it is right.',
  goOn: 'Go on writing',
  other: 'Bring in another file',
  general: 'The whole file',
  importsSoFar: 'Files brought in before',
  states: { read: 'not used yet', taken: 'in the consultation', 'thrown-away': 'not used' },
} as const
