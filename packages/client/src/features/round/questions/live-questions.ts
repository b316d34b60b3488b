import {
  countNews,
  hear,
  noNews,
  seenUpTo,
  type LiveNews,
} from '@takepart/shared/domain/round/questions/live-news'
import {
  isNews,
  liveView,
  newsWords,
  type LiveModel,
} from '@takepart/shared/views/questions/live.view'
import { roundAddress } from '@takepart/shared/views/round/round-address'
import { questionWords } from '@takepart/shared/words/questions'
import { render } from 'lit'
import { announce } from '../../../app/announce.ts'
import { isFailure } from '../../../app/is-failure.ts'
import { parsePage } from '../../../app/parse-page.ts'
import type { Services } from '../../../app/services.ts'
import { politeAnnouncer } from './polite-announcer.ts'

const words = questionWords.live
/** A page that a server kept may be older than the event that this browser has heard of. */
const tries = 6
const betweenTriesMs = 500

const questionsOn = (page: ParentNode): HTMLElement | null =>
  page.querySelector<HTMLElement>('#questions')

const sequenceOf = (questions: HTMLElement): number => Number(questions.dataset['sequence'] ?? 0)

/**
 * Follows a round of questions while somebody reads its page: says how much is new, aloud at most every 20 seconds, and
 * shows it when they ask for it. They can stop it and go on, and miss nothing. The returned function ends it.
 *
 * @param onShown is called with what has taken the place of the questions
 */
export function followLive(
  services: Services,
  place: HTMLElement,
  { slug, onShown }: { readonly slug: string; readonly onShown: (questions: HTMLElement) => void },
): () => void {
  const here = questionsOn(document)
  let news: LiveNews = noNews(here ? sequenceOf(here) : 0)
  let shown: Pick<LiveModel, 'state' | 'since' | 'trouble'> = {
    state: 'live',
    since: services.now().toISOString(),
    trouble: '',
  }
  let stop: (() => void) | undefined
  const polite = politeAnnouncer({
    say: (text) => announce(text, 'live'),
    now: () => performance.now(),
    after: (ms, then) => setTimeout(then, ms),
  })
  const draw = (change: Partial<typeof shown> = {}): void => {
    shown = { ...shown, ...change }
    render(
      liveView({ ...shown, news: countNews(news) }, { onPause: pause, onGoOn: goOn, onShow }),
      place,
    )
  }
  const change = (state: LiveModel['state']): void => {
    if (state !== shown.state) draw({ state, since: services.now().toISOString() })
  }
  const goOn = (): void => {
    change('live')
    stop = services.rounds.followQuestions(
      { slug, after: news.heard },
      {
        onHappening: (sequence, happening) => {
          news = hear(news, sequence, happening)
          draw()
          polite.announce(() => (isNews(countNews(news)) ? newsWords(countNews(news)) : ''))
        },
        onHearing: (hears) => change(hears ? 'live' : 'lost'),
      },
    )
  }
  const pause = (): void => {
    stop?.()
    stop = undefined
    polite.cancel()
    change('paused')
  }
  const onShow = (): void => {
    void showNew(services, slug, news).then((fresh) => {
      if (!fresh) {
        draw({ trouble: words.trouble })
        return announce(words.trouble)
      }
      const count = news.unseen.size
      const numbers = new Set(news.unseen.keys())
      news = seenUpTo(news, sequenceOf(fresh))
      questionsOn(document)?.replaceWith(fresh)
      onShown(fresh)
      draw({ trouble: '' })
      focusFirst(fresh, numbers)
      announce(words.shown(count))
    })
  }
  draw()
  goOn()
  return () => stop?.()
}

/** The questions as the page has them now. A page that was made before the last event is asked for once more. */
async function showNew(
  { api }: Services,
  slug: string,
  { heard }: LiveNews,
): Promise<HTMLElement | undefined> {
  let found: HTMLElement | undefined
  for (let left = tries; left > 0; left -= 1) {
    const markup = await api.fetchPage(roundAddress(slug)).catch((error: unknown) => {
      if (!isFailure(error)) throw error
    })
    if (markup === undefined) return found
    found = questionsOn(parsePage(markup)) ?? found
    if (found && sequenceOf(found) >= heard) break
    await new Promise((done) => setTimeout(done, betweenTriesMs))
  }
  return found && document.adoptNode(found)
}

/** Somebody who asked for what is new goes on reading there. */
function focusFirst(questions: HTMLElement, numbers: ReadonlySet<number>): void {
  const fresh = [...questions.querySelectorAll<HTMLElement>('[id^="said-"]')].find(
    ({ id }) => /^said-\d+$/.test(id) && numbers.has(Number(id.replace('said-', ''))),
  )
  const heading = (fresh ?? questions).querySelector<HTMLElement>('h2, h3, h4')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
