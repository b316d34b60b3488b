import type { Suggestion } from '../domain/round/balance.ts'

const several = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

const minutes = (count: number): string => {
  if (count < 120) return several(count, 'minute', 'minutes')
  const hours = Math.round(count / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

/** How a conversation is balanced, for staff. Each sentence says what was counted. */
export const balanceWords = {
  listTitle: 'Balance of discussions',
  /** In the navigation of the desk. */
  short: 'Balance',
  listLede: 'Who speaks in each round, who answers whom, and what nobody has answered.',
  none: 'There is no discussion yet.',
  open: 'Open',
  closed: 'Closed',
  scheduled: 'Not yet open',
  contributions: (count: number) => several(count, 'contribution', 'contributions'),
  see: 'See how it is balanced',
  title: (round: string) => `Balance: ${round}`,
  back: 'Balance of discussions',
  asOf: (when: string) => `As it stands on ${when}.`,
  goToRound: 'Go to the discussion',
  nothing: 'Nobody has said anything yet.',
  next: 'What you could do next',
  nothingNext: 'Nothing stands out. Let people talk.',
  whatSaid: 'What the numbers say',
  numbers: 'The numbers',
  whoSpeaks: 'Who speaks',
  public: 'The public',
  trust: 'The Trust',
  contributionsOf: 'Contributions',
  share: 'Share',
  chart: (title: string) => `Chart: ${title}. The same numbers are in the table below it.`,
  tableOf: (title: string) => `Table: ${title}`,
  staff: (staff: number, others: number, ratio: number | undefined) =>
    ratio === undefined
      ? `The public made ${several(others, 'contribution', 'contributions')}; the Trust made none.`
      : `For each contribution of the Trust there are ${ratio} of the public (${staff} and ${others}). Rounds aim at 30.`,
  replies: (among: number, of: number) =>
    of === 0
      ? 'Nobody of the public has replied to anybody.'
      : `${among} of ${several(of, 'reply', 'replies')} by the public answer somebody else of the public.`,
  answers: (asked: number, answered: number, middle: number | undefined) => {
    if (asked === 0) return 'Nobody has asked a question.'
    const half =
      middle === undefined ? '' : ` Half of those were answered within ${minutes(middle)}.`
    return `The public asked ${several(asked, 'question', 'questions')}; the Trust has answered ${answered}.${half}`
  },
  active: (people: number, percent: number | undefined) =>
    percent === undefined
      ? 'Fewer than 10 people have spoken, so how much the most active say is not worked out.'
      : `The five people who say most make ${percent}% of the contributions of ${people} people.`,
  unchallenged: (count: number) =>
    count === 0
      ? 'Every comment that takes a stance has been answered by somebody who does not share it.'
      : `${several(count, 'comment that takes a stance has', 'comments that take a stance have')} been answered by nobody of another view.`,
  stancesTitle: 'Where people stand',
  stances: {
    for: 'For',
    conditional: 'Yes, if',
    undecided: 'Undecided',
    against: 'Against',
    none: 'Did not say',
  },
  comments: 'Comments',
  reachTitle: 'Who takes part, in their own words',
  reachNote:
    'A description that fewer than 8 people used is not named. Numbers are rounded to the nearest 5; * is 1 to 7.',
  described: 'How they describe themselves',
  people: 'People',
  others: 'Other descriptions',
  notSaid: 'Did not say',
  few: '*',
  fewSaid: 'hidden, 1 to 7',
  pointsTitle: 'Look at these',
  unansweredTitle: 'Questions that the Trust has not answered',
  unchallengedTitle: 'Comments that nobody of another view has answered',
  point: (number: number) => `Contribution ${number}`,
  most: (count: number) => `and ${count} more`,
  suggestion: (one: Suggestion): string => {
    switch (one.kind) {
      case 'answer-questions':
        return one.numbers.length === 1
          ? 'Somebody asked a question and nobody of the Trust has answered. Answer it first.'
          : `${one.numbers.length} questions wait for an answer by the Trust. Answer the oldest first.`
      case 'say-less':
        return `The Trust speaks once for every ${several(one.publicToOneOfStaff, 'contribution', 'contributions')} of the public. Leave room: ask, and wait for people to answer each other.`
      case 'challenge':
        return 'Some points have been answered only by people who agree, or by nobody. Ask what would change somebody’s mind.'
      case 'hear-others':
        return `Five people say ${one.percent}% of everything. Invite somebody who has not spoken.`
    }
  },
} as const
