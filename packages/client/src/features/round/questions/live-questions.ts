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
import { liveWords as words } from '@takepart/shared/words/live-questions'
import { render } from 'lit'
import { announce } from '../../../app/announce.ts'
import { isFailure } from '../../../app/is-failure.ts'
import { parsePage } from '../../../app/parse-page.ts'
import type { Services } from '../../../app/services.ts'
import { politeAnnouncer } from './polite-announcer.ts'

/** A page that a server kept may be older than the event that this browser has heard of. */
const tries = 6
const betweenTriesMs = 500

const questionsOn = (page: ParentNode): HTMLElement | null =>
  page.querySelector<HTMLElement>('#questions')

type Standing = Pick<LiveModel, 'state' | 'since' | 'trouble'>

/** Where a round of questions is read. */
interface LivePlace {
  readonly slug: string
  /** Where it says what is new. */
  readonly place: HTMLElement
  readonly questions: HTMLElement
  /** Called with what has taken the place of the questions. */
  readonly onShown: (questions: HTMLElement) => void
}

const sequenceOf = (questions: HTMLElement): number => Number(questions.dataset['sequence'] ?? 0)

/**
 * Follows a round of questions while somebody reads its page: says how much is new, aloud at most every 20 seconds, and
 * shows it when they ask for it. They can stop it and go on, and miss nothing.
 */
export class LiveQuestions {
  readonly #services: Services
  readonly #at: LivePlace
  readonly #polite = politeAnnouncer({
    say: (text) => announce(text, 'live'),
    now: () => performance.now(),
    after: (ms, then) => setTimeout(then, ms),
  })
  #news: LiveNews
  #model: Standing
  #stop: (() => void) | undefined

  constructor(services: Services, at: LivePlace) {
    this.#services = services
    this.#at = at
    this.#news = noNews(sequenceOf(at.questions))
    this.#model = { state: 'live', since: services.now().toISOString(), trouble: '' }
    this.#draw()
    this.#goOn()
  }

  #draw(change: Partial<Standing> = {}): void {
    this.#model = { ...this.#model, ...change }
    const model = { ...this.#model, news: countNews(this.#news) }
    render(
      liveView(model, {
        onPause: () => this.#pause(),
        onGoOn: () => this.#goOn(),
        onShow: () => void this.#show(),
      }),
      this.#at.place,
    )
  }

  #change(state: LiveModel['state']): void {
    if (state !== this.#model.state)
      this.#draw({ state, since: this.#services.now().toISOString() })
  }

  #goOn(): void {
    this.#change('live')
    this.#stop = this.#services.rounds.followQuestions(
      { slug: this.#at.slug, after: this.#news.heard },
      {
        onHappening: (sequence, happening) => {
          this.#news = hear(this.#news, sequence, happening)
          this.#draw()
          this.#polite.announce(() => this.#words())
        },
        onHearing: (hears) => this.#change(hears ? 'live' : 'lost'),
      },
    )
  }

  #words(): string {
    const news = countNews(this.#news)
    return isNews(news) ? newsWords(news) : ''
  }

  #pause(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#polite.cancel()
    this.#change('paused')
  }

  async #show(): Promise<void> {
    const fetched = await fetchQuestions(this.#services, this.#at.slug, this.#news)
    if (!fetched) {
      this.#draw({ trouble: words.trouble })
      return announce(words.trouble)
    }
    const { fresh, isOver } = fetched
    const numbers = new Set(this.#news.unseen.keys())
    this.#news = seenUpTo(this.#news, sequenceOf(fresh))
    questionsOn(document)?.replaceWith(fresh)
    this.#at.onShown(fresh)
    if (isOver) this.#stop?.()
    this.#draw({ trouble: '', ...(isOver ? { state: 'over' } : {}) })
    focusFirst(fresh, numbers)
    announce(words.shown(numbers.size))
  }
}

interface Fetched {
  readonly fresh: HTMLElement
  /** True once the round is finished. */
  readonly isOver: boolean
}

/** The questions as the page has them now. A page that was made before the last event is asked for once more. */
async function fetchQuestions(
  { api }: Services,
  slug: string,
  { heard }: LiveNews,
): Promise<Fetched | undefined> {
  let found: HTMLElement | undefined
  for (let left = tries; left > 0; left -= 1) {
    const markup = await api.fetchPage(roundAddress(slug)).catch((error: unknown) => {
      if (!isFailure(error)) throw error
    })
    if (markup === undefined) break
    found = questionsOn(parsePage(markup)) ?? found
    if (found && sequenceOf(found) >= heard) break
    await new Promise((done) => setTimeout(done, betweenTriesMs))
  }
  if (!found) return undefined
  const isOver = found.closest<HTMLElement>('[data-live]')?.dataset['live'] === 'false'
  return { fresh: document.adoptNode(found), isOver }
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
