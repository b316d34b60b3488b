import type { ListedRound } from '@takepart/shared/domain/round/listed-round'
import type { Process, Round } from '@takepart/shared/domain/round/round'
import type { ShownQuestions } from '@takepart/shared/domain/round/questions/shown-question'
import type { ThreadOrder } from '@takepart/shared/domain/round/thread-order'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import {
  readThread,
  readThreads,
  type Thread,
  type ThreadPage,
} from '../features/round/read-round.ts'
import { readQuestions } from '../features/round/questions/read-questions.ts'
import {
  findProcess,
  findRound,
  listRounds,
  type PublishedRound,
} from '../features/round/round.queries.ts'
import { countRound, listSpeakers, type RoundCounts } from '../features/round/threads.queries.ts'
import type { RecentlyRead } from './cache/recently-read.ts'

/** Where pages find rounds. What is shown is never remembered longer than the page it is on. */
export interface Rounds {
  find(slug: string): Promise<PublishedRound | undefined>
  process(slug: string): Promise<Process | undefined>
  /** Of a process, of a consultation, or all. */
  list(which: {
    readonly process?: string
    readonly consultation?: string
  }): Promise<readonly ListedRound[]>
  counts(round: Round): Promise<RoundCounts>
  speakers(round: Round): Promise<readonly boolean[]>
  threads(
    round: Round,
    which: { readonly order: ThreadOrder; readonly after?: readonly number[] },
  ): Promise<ThreadPage>
  thread(round: Round, number: number): Promise<Thread | undefined>
  /** Everything of a round of questions, as it is at one moment. */
  questions(round: Round): Promise<ShownQuestions>
}

/** More rounds than any list shows. */
const mostListed = 100
/** More dots than that are no picture. */
export const mostDots = 100

export const roundsIn = (db: Kysely<Schema>, recent: RecentlyRead): Rounds => ({
  find: (slug) => recent.get(`round ${slug}`, () => findRound(db, slug)),
  process: (slug) => recent.get(`process ${slug}`, () => findProcess(db, slug)),
  list: (which) =>
    recent.get(`rounds ${which.process ?? ''} ${which.consultation ?? ''}`, () =>
      listRounds(db, { ...which, most: mostListed }),
    ),
  counts: ({ id }) => recent.get(`counts ${id}`, () => countRound(db, id)),
  speakers: ({ id }) => recent.get(`speakers ${id}`, () => listSpeakers(db, id, mostDots)),
  threads: (round, which) => readThreads(db, round, which),
  thread: (round, number) => readThread(db, round, number),
  questions: (round) => readQuestions(db, round),
})
