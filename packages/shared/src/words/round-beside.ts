/** What pages of a consultation say of the discussions beside it. On its own, because every page of questions has it. */
export const roundBeside = {
  title: 'Talk about it with others',
  why: 'What you say there is no response. You can talk and answer, or do only one of them.',
  question: 'Talk about this with others. Your answers stay on this device while you do:',
  back: 'Go to the question',
} as const
