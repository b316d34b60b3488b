import { roundStatus, type Round } from '@takepart/shared/domain/round/round'
import type { QuotableText } from '@takepart/shared/domain/round/quotable-text'
import { textOfStarter } from '@takepart/shared/domain/round/starter'
import { sayModel, type SayAbout } from '@takepart/shared/views/round/say-model'
import { sayTitle, sayView } from '@takepart/shared/views/round/say-page.view'
import type { Thread } from '../features/round/read-round.ts'
import { finished, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import { notFoundPage } from './site-pages.ts'

/** The page on which somebody writes, with all that they can quote: taken over by the app. There is none of a round that is not open. */
export async function sayPage(
  round: Round,
  written: string | undefined,
  deps: PageDeps,
): Promise<MadePage> {
  const now = deps.now()
  if (roundStatus(round, now) !== 'open') return notFoundPage(deps)
  if (written !== undefined && round.kind === 'questions') return notFoundPage(deps)
  const number = written === undefined ? undefined : numberOf(written)
  const thread = number === undefined ? undefined : await deps.rounds.thread(round, number)
  const about = sayAbout(round, { number, thread })
  if (written !== undefined && !about.answering) return notFoundPage(deps)
  const model = sayModel(about)
  return finished(
    {
      title: sayTitle(model),
      content: sayView(model),
      trust: round.trust,
      script: 'app',
      sheets: ['rounds'],
      takenOverBy: 'tp-say-page',
    },
    deps,
    { changesAt: Date.parse(round.closesAt), says: ['say', about] },
  )
}

const numberOf = (written: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined

interface Answered {
  readonly number: number | undefined
  readonly thread: Thread | undefined
}

function sayAbout(round: Round, { number, thread }: Answered): SayAbout {
  const { slug, title, position, closesAt, reading, moderation } = round
  const said = thread ? [thread.comment, ...thread.replies] : []
  const answered = said.find((one) => one.number === number)
  const starters = round.starters.map((starter) => ({
    of: { kind: 'starter', id: starter.id } as const,
    name: starter.name,
    text: textOfStarter(starter),
  }))
  const contributions = said.flatMap(({ number: of, words }): readonly QuotableText[] =>
    words.kind === 'said'
      ? [{ of: { kind: 'contribution', number: of }, name: words.name, text: words.text }]
      : [],
  )
  return {
    slug,
    title,
    ...(position === undefined ? {} : { position }),
    closesAt,
    reading,
    moderation,
    ...(round.kind === 'questions' ? { asks: true } : {}),
    texts: [...contributions, ...starters],
    ...(answered?.words.kind === 'said'
      ? {
          answering: {
            number: answered.number,
            name: answered.words.name,
            text: answered.words.text,
            ...(answered.words.stance ? { stance: answered.words.stance } : {}),
          },
        }
      : {}),
  }
}
