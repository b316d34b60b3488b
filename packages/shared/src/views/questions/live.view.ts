import { html, nothing } from 'lit'
import type { CountedNews } from '../../domain/round/questions/live-news.ts'
import { button } from '../../ui/button.ts'
import { liveWords as words } from '../../words/live-questions.ts'

export interface LiveModel {
  /** `over`: there is nothing more to come. */
  readonly state: 'live' | 'lost' | 'paused' | 'over'
  /** Since when, ISO 8601. */
  readonly since: string
  readonly news: CountedNews
  /** Why what is new could not be shown, in words. */
  readonly trouble: string
}

export interface LiveHandlers {
  readonly onPause: () => void
  readonly onGoOn: () => void
  readonly onShow: () => void
}

export const newsWords = (news: CountedNews): string =>
  news.missed ? words.missed : words.news(news)

const howMany = ({ answers, asked, others }: CountedNews): number => answers + asked + others

export const isNews = (news: CountedNews): boolean => news.missed || howMany(news) > 0

const standingWords = (state: LiveModel['state'], since: string): string => {
  if (state === 'over') return words.over
  return state === 'live' ? words.on : words[state](since)
}

/** Whether the page follows what happens, how to stop that, and how much is new. Nothing is shown before somebody asks for it. */
export const liveView = (
  { state, since, news, trouble }: LiveModel,
  handlers: LiveHandlers,
) => html`
  <div class="live" role="group" aria-label=${words.label}>
    <p><span class=${`mark ${state === 'live' || state === 'over' ? 'good' : 'waiting'}`}>${standingWords(state, since)}</span></p>
    ${
      state === 'over'
        ? nothing
        : state === 'paused'
          ? button({
              text: words.goOn,
              kind: 'second',
              id: 'live-toggle',
              onClick: handlers.onGoOn,
            })
          : button({
              text: words.pause,
              kind: 'second',
              id: 'live-toggle',
              onClick: handlers.onPause,
            })
    }
  </div>
  ${
    isNews(news)
      ? html`<div class="fresh"><p><strong>${newsWords(news)}</strong></p>
        ${button({ text: news.missed ? words.showAgain : words.show(howMany(news)), kind: 'second', id: 'live-show', onClick: handlers.onShow })}</div>`
      : nothing
  }
  ${trouble ? html`<p class="problem">${trouble}</p>` : nothing}`
