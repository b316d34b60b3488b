import { clockWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'

const counted = (count: number, one: string, many: string): string =>
  `${figures(count)} ${count === 1 ? one : many}`

/** How much is new, by what it is. */
interface LiveCounts {
  readonly answers: number
  readonly asked: number
  readonly others: number
}

/** What a page of live questions says while it follows what happens. */
export const liveWords = {
  label: 'Live',
  on: 'Live. You hear of new answers every 20 seconds at most.',
  lost: (at: string) =>
    `Connection lost at ${clockWords(at)}. What you see is from then. We go on when you are back online.`,
  paused: (at: string) => `Paused by you at ${clockWords(at)}.`,
  over: 'This is finished, and stays as it is. Load the page again to find the transcript.',
  pause: 'Pause new answers',
  goOn: 'Go on',
  news: ({ answers, asked, others }: LiveCounts): string =>
    [
      answers > 0 ? counted(answers, 'new answer', 'new answers') : '',
      asked > 0 ? counted(asked, 'new question', 'new questions') : '',
      others > 0 ? counted(others, 'other change', 'other changes') : '',
    ]
      .filter(Boolean)
      .join(', '),
  show: (count: number) => `Show ${figures(count)} new`,
  showAgain: 'Show everything anew',
  missed: 'Much has happened while you were away',
  shown: (count: number) => `${figures(count)} new shown`,
  trouble: 'We could not reach Takepart. Check your connection and try again.',
} as const
