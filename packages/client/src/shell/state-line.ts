import { dotClass, plainState, type PageState } from '@takepart/shared/views/site/page-state'
import { announce } from '../app/announce.ts'
import type { Services } from '../app/services.ts'
import type { WorkerNews } from '../worker/messages.ts'

/** What the line under the masthead can say. */
interface Standing {
  readonly offline: boolean
  readonly waiting: number
  readonly kept: boolean
  readonly durable: boolean
  readonly newVersion: boolean
  /** The network has another copy of this page, or none any more. */
  readonly page: 'same' | 'changed' | 'gone'
}

/** How the rest of the shell tells the state line what it has found out. */
export interface StateLine {
  newVersionWaits(): void
  nowKept(): void
  hear(news: WorkerNews): void
}

/**
 * The state of things in words, always in the same place, and said aloud when it changes. It speaks of the connection
 * by what requests have met with, because a browser may call itself online with nothing behind it.
 */
export function showState(services: Services): StateLine {
  let standing: Standing = {
    offline: false,
    waiting: 0,
    kept: false,
    durable: services.records.durable,
    newVersion: false,
    page: 'same',
  }
  let shown: string | undefined
  const now = (news: Partial<Standing>) => {
    const isBack = standing.offline && news.offline === false
    standing = { ...standing, ...news }
    const { words, tone } = stateOf(standing)
    const line = document.getElementById('state-words')
    if (!line || words === shown) return
    line.replaceChildren(words, ...linkFor(standing))
    document.getElementById('state-dot')?.setAttribute('class', dotClass(tone))
    // What a page opens with is read where it stands.
    const aloud = [isBack ? 'You are back online.' : '', isNews(standing) ? words : '']
      .join(' ')
      .trim()
    if (shown !== undefined && aloud) announce(aloud, 'state')
    shown = words
  }
  const look = async () => {
    const waiting = (await services.records.waiting().catch(() => [])).length
    const { durable } = services.records
    now({ offline: !services.connectivity.online, waiting, durable })
  }
  services.connectivity.watch(() => void look())
  services.records.watch(() => void look())
  services.records.whenLooked(() => void look())
  void look()
  return {
    newVersionWaits: () => now({ newVersion: true }),
    nowKept: () => now({ kept: true }),
    hear(news) {
      if (news.kind !== 'flush') now({ page: news.kind === 'page-gone' ? 'gone' : 'changed' })
    },
  }
}

/**
 * That all is well is nothing to interrupt anybody with, and what becomes of a response that can be sent is said by its
 * page: often before this would be heard.
 */
function isNews(standing: Standing): boolean {
  const { words, tone } = stateOf(standing)
  const isOnItsWay = standing.waiting > 0 && !standing.offline
  return tone !== 'good' && words !== plainState.words && !isOnItsWay
}

/** Nothing changes under somebody who is reading: the newer page comes when they ask for it. */
function linkFor({ page, offline, waiting }: Standing): readonly Node[] {
  if (page !== 'changed' || offline || waiting > 0) return []
  const link = document.createElement('a')
  link.href = location.pathname
  // To the router this is the page that it shows already.
  link.toggleAttribute('router-ignore', true)
  link.textContent = 'Show the new page'
  return [document.createTextNode(' '), link]
}

/** The most important thing only: one line, one message, two lines of a narrow screen at most. */
function stateOf({ offline, waiting, kept, durable, newVersion, page }: Standing): PageState {
  if (page === 'gone')
    return {
      tone: 'problem',
      words: 'This page has been taken down. You see the copy kept on this device.',
    }
  if (offline && !durable)
    return {
      tone: 'problem',
      words: 'You are offline. Keep this tab open, or your words are lost.',
    }
  if (offline && waiting > 0)
    return {
      tone: 'waiting',
      words: 'You are offline. We send what waits when you are back online.',
    }
  if (offline)
    return { tone: 'waiting', words: 'You are offline. You can go on reading and writing.' }
  if (waiting === 1) return { tone: 'waiting', words: 'One thing you wrote is waiting to be sent.' }
  if (waiting > 1)
    return { tone: 'waiting', words: `${waiting} things you wrote are waiting to be sent.` }
  if (page === 'changed')
    return { tone: 'plain', words: 'This page has changed since it was kept.' }
  if (newVersion)
    return {
      tone: 'plain',
      words: 'A new version is ready. It starts when you have finished here.',
    }
  return kept
    ? { tone: 'good', words: 'Kept on this device: read and answer without a connection.' }
    : plainState
}
