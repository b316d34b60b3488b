/** What a page that needs its script says while the script is not there. */
export const pageWords = {
  notReady:
    'This page is not ready yet: part of it has not arrived. What you type is not kept until this message goes.',
  notReadyStill:
    'If it stays, load the page again. Your browser, or the network you are on, may be blocking it.',
  otherWays: 'Other ways to take part',
} as const
