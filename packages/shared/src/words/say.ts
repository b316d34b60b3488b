import { figures } from '../domain/core/figures.ts'
import type { ModerationTime } from '../domain/round/round.ts'

const read: Readonly<Record<ModerationTime, (reading: string) => string>> = {
  before: (reading) => `A person reads what you write before others see it, ${reading}.`,
  'before-first': (reading) =>
    `A person reads the first thing you say here before others see it, ${reading}.`,
  after: (reading) => `Others see it at once. A person reads it too, ${reading}.`,
}

/** What the pages say on which somebody writes for a round, and sees what became of it. */
export const sayWords = {
  title: (name: string | undefined) =>
    name === undefined ? 'Say what you see' : `Reply to ${name}`,
  asking: {
    title: 'Ask a question',
    text: {
      title: 'Your question',
      hint: (most: number) =>
        `One question, in up to ${figures(most)} characters. Leave out names, and anything about one person’s care.`,
    },
    send: 'Send my question',
    next: (moderation: ModerationTime, reading: string) =>
      `${read[moderation](reading)} Then it waits in the line, and ends with an answer or a reason why not. You get a private code to change it, take it back, or see what became of it.`,
  },
  answered: (name: string) => `${name} said`,
  invite: (name: string) =>
    `What would change ${name}’s mind, or yours? You need not agree to answer.`,
  text: {
    title: 'What you want to say',
    hint: (most: number) =>
      `You can write up to ${figures(most)} characters. Leave out names, and anything that shows who somebody is.`,
  },
  lookTitle: 'Before you send',
  look: 'Look at this before you send. If it is right as it is, press the button again.',
  details: {
    title: 'Everybody could read this',
    ask: 'It may show who somebody is. Do you want it in there? You can leave it, if it is not private.',
    takeOut: 'Take it out',
    mark: '[taken out]',
  },
  quoting: {
    title: 'Words you quote',
    pick: 'Choose sentences to quote',
    read: 'Read the texts, and select words to quote',
    how: 'Select words below with your finger, mouse or keyboard. Then press the button under them.',
    selected: 'Quote the words I selected',
    nothing:
      'Nothing is selected. Select some words in one of the texts first, or choose a sentence.',
    added: (exact: string) => `Quoted: ${exact}`,
    exact: (name: string) => `Exact words of ${name}`,
    takeOut: 'Take this quotation out',
  },
  typed: {
    found: (name: string) => `You wrote words of ${name} exactly.`,
    show: 'Show them as a quotation, with a link to where they stand',
    missing: 'Those words are not in the text',
    wrote: (words: string) => `You wrote: “${words}”.`,
    theyWrote: (name: string, words: string) => `${name} wrote: “${words}”`,
    useTheirs: 'Quote what they wrote',
    ownWords: 'Say it in my own words, without quotation marks',
  },
  stance: { condition: 'Yes, if …', none: 'I would rather not say' },
  name: {
    title: 'What may we call you here?',
    hint: 'A first name, a letter, anything. It need not be your name.',
  },
  self: {
    title: 'How do you describe yourself?',
    hint: 'In your own words, and different every time if you like: patient, service user, carer, neighbour.',
  },
  behalf: {
    title: 'Are these your own words?',
    hint: 'We say so beside it.',
    yes: 'I write for somebody else, who asked me to',
  },
  help: {
    title: 'Do you, or does somebody else, need help?',
    hint: 'Nobody can answer at once here. The numbers at the end of this page are answered at any hour.',
    yes: 'Yes: let a member of staff look at this first. It is not shown to anybody else until then',
  },
  own: {
    title: 'Is this your own device?',
    hint: 'If other people use it too, it keeps what you write here only until you close Takepart.',
    yes: 'Yes, it is mine',
  },
  next: (moderation: ModerationTime, reading: string) =>
    `${read[moderation](reading)} You get a private code to change it or take it back.`,
  send: (reply: boolean) => (reply ? 'Send my reply' : 'Send what I wrote'),
  changing: {
    title: 'Change what you wrote',
    next: (reading: string) =>
      `When you send this, what you wrote before is not shown any more. A person reads your new words before others see them, ${reading}. Beside them stands that you changed them.`,
    send: 'Send my new words',
  },
  notSent:
    'Not sent. We could not reach Takepart. Your words are still on this page: keep it open and try again.',
} as const
