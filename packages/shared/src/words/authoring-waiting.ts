/** What the first page of the desk says of consultations that need somebody. */
export const waitingWords = {
  signOff: (title: string) => `“${title}” waits for your signature`,
  readAndSign: 'Read and sign',
  sentBack: (title: string) => `“${title}” was sent back to you`,
  readWhy: 'Read why',
  signed: (title: string) => `“${title}” is signed and not published yet`,
  publish: 'Publish it',
  failed: (title: string) => `“${title}” could not be published`,
  seeWhy: 'See why',
  change: {
    extend: (title: string) => `Somebody asks to give people more time for “${title}”`,
    retract: (title: string) => `Somebody asks to retract “${title}”`,
  },
  decide: 'Decide',
  closes: (title: string) => `“${title}” closes`,
  soFar: (responses: string) => `${responses} so far.`,
} as const
