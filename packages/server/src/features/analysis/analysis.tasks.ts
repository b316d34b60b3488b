import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { indexDueWords } from './response-list/response-list.queries.ts'

/** Makes what responses say quick to find. Until it is done they are found as well, only more slowly. */
export const indexWords = repeatableTask({
  name: 'index-words-of-responses',
  cron: '* * * * *',
  read: noPayload,
  run: async ({ db }) => void (await indexDueWords(db)),
})

export const analysisTasks = [indexWords] as const
