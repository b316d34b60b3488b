/** The words of entering who was expected to take part. */
export const expectedWords = {
  title: 'Who was expected',
  titleOf: (consultation: string) => `Who was expected – ${consultation}`,
  lede: 'How many people the Trust serves in each group, from a census or a list of patients. The results then say who is missing while there is still time to ask them.',
  choose: 'Which question tells the groups apart?',
  noQuestions: 'No question with options is asked.',
  source: 'Where do the numbers come from?',
  sourceHint: 'Everybody who reads the evidence pack sees it: “Census 2021, Example Vale”.',
  people: (group: string) => `People: ${group}`,
  save: 'Save the numbers',
  saved: 'Saved. The results compare with these numbers now.',
  sourceFirst: 'Write where the numbers come from',
  number: (group: string) => `Write a whole number of people for “${group}”, 0 if there are none`,
  someone: 'Write how many people there are in at least one group',
} as const
