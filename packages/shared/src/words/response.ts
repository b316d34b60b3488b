const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

/** What is said to somebody who answers. */
export const responseWords = {
  sentBefore:
    'You have already sent a response from this device. You can send another, for example for somebody else.',
  seeSent: 'Read or change the one you sent',
  goOn: 'Go on with your draft',
  otherForms: 'Other forms and languages',
  thanks: 'Thank you for taking part.',
  decisionBy: (date: string) => `We will publish our decision by ${date}.`,
  readAgainAt: 'To read or change your response, go to',
  onItsOwn: 'Choosing this clears your other choices',
  unticked: (labels: readonly string[]) =>
    `${labels.map((label) => `“${label}”`).join(' and ')} ${labels.length === 1 ? 'is' : 'are'} not ticked any more.`,
  fieldCame: (label: string) => `There is now a place to write below: ${label}.`,
  /** Questions that an answer brought to this page, or took from it. */
  questionsCame: (titles: readonly string[]) =>
    titles.length === 1
      ? `There is now one more question below: ${titles[0]}`
      : `There are now ${counted(titles.length, 'more question')} below.`,
  questionsWent: (number: number) =>
    `${counted(number, 'question')} ${number === 1 ? 'is' : 'are'} not asked any more.`,
} as const
