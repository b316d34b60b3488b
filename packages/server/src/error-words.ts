/** The only words an error is answered with. What really happened is in the log, under the reference. */
export interface ErrorWords {
  readonly title: string
  readonly words: string
}

const byStatus: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: 'This could not be read',
    words: 'What was sent could not be read. Go back and try again.',
  },
  401: {
    title: 'You are not signed in',
    words: 'Sign in, then try again.',
  },
  403: {
    title: 'This cannot be done from here',
    words: 'This was not sent from a page of this service, so it was not done.',
  },
  404: {
    title: 'Page not found',
    words:
      'There is no page at this address. Check the address, or start from the list of consultations.',
  },
  405: {
    title: 'This cannot be done from here',
    words: 'This address cannot be used in that way.',
  },
  408: {
    title: 'This took too long to arrive',
    words: 'Not everything arrived in time. Try again when the connection is better.',
  },
  413: { title: 'This is too long', words: 'What was sent is longer than this service can take.' },
  414: {
    title: 'The address is too long',
    words: 'Check the address, or start from the list of consultations.',
  },
  415: {
    title: 'This could not be read',
    words: 'What was sent is not in a form that this service reads.',
  },
  429: {
    title: 'Too many tries',
    words: 'There were too many tries from your network. Wait a few minutes, then try again.',
  },
  431: {
    title: 'This could not be read',
    words: 'Your browser sent more than this service can read.',
  },
  500: {
    title: 'There is a problem',
    words: 'Something went wrong with this service. Try again later.',
  },
  503: {
    title: 'This service is busy',
    words: 'This service cannot answer now. Wait a minute, then try again.',
  },
}

const unknown: ErrorWords = {
  title: 'There is a problem',
  words: 'Something went wrong with this service. Try again later.',
}

/** The words for an HTTP status. */
export const fixedWords = (status: number): ErrorWords => byStatus[status] ?? unknown
