import { freshView } from '@takepart/shared/views/round/fresh.view'
import { roundAddress } from '@takepart/shared/views/round/round-address'
import { roundWords as words } from '@takepart/shared/words/round'
import { render } from 'lit'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { parsePage } from '../../app/parse-page.ts'
import type { Services } from '../../app/services.ts'

/** How often somebody who reads is told that more was said, in milliseconds. */
const often = 60_000

const talkOf = (page: ParentNode): HTMLElement | null =>
  page.querySelector<HTMLElement>('section[aria-labelledby="talk-title"]')

/**
 * Says on the first page of a discussion how much is new, and shows it when asked to: nothing moves by itself. Looks again
 * every minute while the page is looked at. The returned function ends that.
 *
 * @param onShown is called with what has taken the place of the talk
 */
export function offerNew(
  services: Services,
  round: HTMLElement,
  { onShown, every = often }: { onShown: (talk: HTMLElement) => void; every?: number },
): () => void {
  const slug = round.dataset['round'] ?? ''
  const tell = (count: number, trouble = ''): void => {
    const place = document.getElementById('fresh')
    if (place)
      render(
        freshView({ count, trouble }, () => void show(count)),
        place,
      )
  }
  const look = async (): Promise<void> => {
    if (document.hidden) return
    const number = Number(round.dataset['newest'])
    const { count } = await services.rounds.shownSince({ slug, number }).catch(unreached)
    if (count > 0) tell(count)
  }
  const show = async (count: number): Promise<void> => {
    const markup = await services.api.fetchPage(roundAddress(slug)).catch((error: unknown) => {
      if (!isFailure(error)) throw error
    })
    const page = markup === undefined ? undefined : parsePage(markup)
    const talk = page && talkOf(page)
    if (!talk) {
      tell(count, words.fresh.trouble)
      return announce(words.fresh.trouble)
    }
    const before = Number(round.dataset['newest'])
    round.dataset['newest'] =
      page.querySelector<HTMLElement>('[data-newest]')?.dataset['newest'] ?? String(before)
    const shown = document.adoptNode(talk)
    talkOf(round)?.replaceWith(shown)
    onShown(shown)
    focusFirstNew(shown, before)
    announce(words.fresh.shown(count))
  }
  const timer = setInterval(() => void look(), every)
  return () => clearInterval(timer)
}

/** Without a connection nobody knows of anything new. */
const unreached = (error: unknown): { readonly count: number } => {
  if (isFailure(error)) return { count: 0 }
  throw error
}

/** Somebody who asked for what is new goes on reading there. */
function focusFirstNew(talk: HTMLElement, before: number): void {
  const fresh = [...talk.querySelectorAll<HTMLElement>('article.say')].find(
    ({ id }) => Number(id.replace('said-', '')) > before,
  )
  const heading = (fresh ?? talk).querySelector<HTMLElement>('h2, h3, h4')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
