import type { Happening } from '@takepart/shared/domain/round/questions/question-schema'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FollowedQuestions, FollowHandlers } from '../../../api/live-questions.ts'
import {
  emptySite,
  fakeServer,
  inTime,
  leaveSite,
  openApp,
  press,
  spoken,
} from '../../../test-support/app.ts'
import { emptyDevice } from '../../../offline/test-support/device.ts'
import { enlivenRound } from '../enliven-round.ts'

const slug = 'ask-us'
const line = (numbers: readonly number[]) =>
  numbers
    .map(
      (number) =>
        `<li id="said-${number}"><h3 id="said-${number}-by">Question ${number}?</h3><div class="reacts" data-acknowledge="${number}" data-kinds="wanted" data-about=": Question ${number}?"></div></li>`,
    )
    .join('')
const page = (sequence: number, numbers: readonly number[], { open = true, live = true } = {}) =>
  `<div data-round="${slug}" data-open="${open}" data-live="${live}"><div id="live"></div><div id="questions" data-sequence="${sequence}"><p id="as-of">Load it again</p><ol>${line(numbers)}</ol></div></div>`

/** A stream that the test tells what to say. */
function stream() {
  const followed: FollowedQuestions[] = []
  let handlers: FollowHandlers | undefined
  const follow = (of: FollowedQuestions, given: FollowHandlers) => {
    followed.push(of)
    handlers = given
    return () => {
      handlers = undefined
    }
  }
  return {
    follow,
    followed,
    isOpen: () => handlers !== undefined,
    say: (sequence: number, kind: Happening['kind'], number: number) =>
      handlers?.onHappening(sequence, { kind, number }),
    hears: (hears: boolean) => handlers?.onHearing(hears),
  }
}

beforeEach(async () => {
  await emptyDevice()
  sessionStorage.clear()
})
afterEach(leaveSite)

async function reading(markup: string) {
  const server = fakeServer()
  const told = stream()
  server.rounds.followQuestions = told.follow
  const main = emptySite(`/rounds/${slug}`)
  main.innerHTML = markup
  enlivenRound(await openApp(server), main.querySelector<HTMLElement>('[data-round]')!)
  await inTime(() => expect(document.getElementById('live')?.textContent).toContain('Live.'))
  return { server, told }
}
const live = (): string =>
  document.getElementById('live')?.textContent.replaceAll(/\s+/g, ' ') ?? ''
const button = (words: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) =>
    textContent.trim().startsWith(words),
  )

describe('reading live questions', () => {
  it('counts what is new, moves nothing, and shows it when asked, with the focus on the first of it', async () => {
    const { server, told } = await reading(page(4, [1]))
    expect(told.followed).toEqual([{ slug, after: 4 }])
    expect(document.getElementById('as-of')).toBeNull()
    told.say(5, 'asked', 2)
    told.say(5, 'asked', 2)
    told.say(4, 'asked', 1)
    expect(live()).toContain('1 new question')
    expect(document.querySelectorAll('#questions li')).toHaveLength(1)
    server.pages.set(`/rounds/${slug}`, `<main>${page(5, [1, 2])}</main>`)
    press('Show 1 new')
    await inTime(() => expect(document.activeElement?.id).toBe('said-2-by'))
    expect(document.querySelectorAll('#questions li')).toHaveLength(2)
    expect(live()).not.toContain('Show')
  })

  it('goes on counting what the page that came does not tell of yet', async () => {
    const { server, told } = await reading(page(4, [1]))
    told.say(5, 'asked', 2)
    told.say(6, 'answered', 1)
    server.pages.set(`/rounds/${slug}`, `<main>${page(5, [1, 2])}</main>`)
    press('Show 2 new')
    await vi.waitFor(() => expect(live()).toContain('Show 1 new'), { timeout: 10_000 })
    expect(live()).toContain('1 new answer')
  }, 20_000)

  it('is paused by the reader, and goes on after the last event that was heard', async () => {
    const { told } = await reading(page(4, [1]))
    told.say(5, 'asked', 2)
    press('Pause new answers')
    expect([told.isOpen(), live().includes('Paused by you')]).toEqual([false, true])
    press('Go on')
    expect(told.followed.at(-1)).toEqual({ slug, after: 5 })
    expect(live()).toContain('Live.')
  })

  it('says that the connection is lost, and keeps what was new', async () => {
    const { told } = await reading(page(4, [1]))
    told.say(5, 'asked', 2)
    told.hears(false)
    expect(live()).toContain('Connection lost')
    expect(live()).toContain('1 new question')
    told.hears(true)
    expect(live()).toContain('Live.')
  })

  it('says why nothing could be shown', async () => {
    const { server, told } = await reading(page(4, [1]))
    told.say(5, 'asked', 2)
    server.reachable = false
    press('Show 1 new')
    await inTime(() => expect(live()).toContain('We could not reach Takepart'))
    expect(document.querySelectorAll('#questions li')).toHaveLength(1)
  })

  it('ends with the round: what is shown then stays as it is', async () => {
    const { server, told } = await reading(page(4, [1]))
    told.say(5, 'finished', 0)
    server.pages.set(`/rounds/${slug}`, `<main>${page(5, [1], { live: false })}</main>`)
    press('Show 1 new')
    await inTime(() => expect(live()).toContain('This is finished'))
    expect([told.isOpen(), button('Pause')]).toEqual([false, undefined])
  })

  it('tells a screen reader how much is new', async () => {
    const { told } = await reading(page(4, [1]))
    const said = spoken()
    told.say(5, 'answered', 1)
    await inTime(() => expect(said).toContain('1 new answer'))
  })

  it('lets people say that they want to know it too, of this question', async () => {
    const { server } = await reading(page(4, [1]))
    const asked: string[] = []
    server.rounds.acknowledge = async ({ kind, number }) => {
      asked.push(`${kind} ${number}`)
      return { ok: true, value: true }
    }
    const wanted = button('I want to know this too')!
    expect(wanted.textContent).toContain(': Question 1?')
    press('I want to know this too')
    await inTime(() => expect(wanted.getAttribute('aria-pressed')).toBe('true'))
    expect(asked).toEqual(['wanted 1'])
  })
})

describe('questions that are finished', () => {
  it('follow nothing', async () => {
    const server = fakeServer()
    const told = stream()
    server.rounds.followQuestions = told.follow
    const main = emptySite(`/rounds/${slug}`)
    main.innerHTML = page(4, [1], { open: false, live: false })
    enlivenRound(await openApp(server), main.querySelector<HTMLElement>('[data-round]')!)
    await new Promise((done) => setTimeout(done, 100))
    expect([told.followed, document.getElementById('live')?.childElementCount]).toEqual([[], 0])
  })
})
