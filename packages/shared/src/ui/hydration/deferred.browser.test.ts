import { html, render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rendered } from 'virtual:server-rendered'
import { journeyPages } from '../../domain/consultation/journey.ts'
import {
  answerPageModel,
  answerPageView,
  type AnswerPageHandlers,
} from '../../views/answering/answer-page.view.ts'
import { wholeExtras } from '../../views/answering/whole-extras.view.ts'
import { deferred } from './deferred.ts'
import { hydrateRoot } from './hydrate-root.ts'
import { hydrationRoot } from './shape.ts'

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })
const byId = (id: string) => document.getElementById(id) as HTMLInputElement

afterEach(async () => {
  for (let turns = 0; turns < 12; turns += 1) await turn()
  document.body.replaceChildren()
})

const [longPage] = rendered.flatMap(({ version, pages }) =>
  pages.filter(({ paging }) => paging === 'all').map(({ markup }) => ({ version, markup })),
)

/** The longest page there is, taken over as the app does: first as the server had it, then with these answers. */
function takenOver(change: object = {}, handlers?: Partial<AnswerPageHandlers>) {
  if (!longPage) throw new Error('no page with all questions')
  const { version, markup } = longPage
  document.body.innerHTML = hydrationRoot('tp-answer-page', markup)
  const host = document.body.firstElementChild as HTMLElement
  const before = [...host.querySelectorAll('*')]
  const [page] = journeyPages(version.consultation, {}, 'all')
  if (!page) throw new Error('nothing is asked')
  const model = { ...answerPageModel(version, page), ...wholeExtras(version.consultation) }
  const draw = (more: object) =>
    answerPageView({ ...model, ...more }, handlers as AnswerPageHandlers)
  return {
    host,
    before,
    page,
    take: () => {
      hydrateRoot(draw({}), host)
      render(draw(change), host)
    },
    again: (more: object) => render(draw(more), host),
  }
}

/** Sections that wait for their turn: not what stands still under the form. */
const waitingIn = (host: Element): number =>
  sections(host).filter((section) => section.hasAttribute('data-shape')).length
const sections = (host: Element): Element[] => [
  ...host.querySelectorAll('tp-section:has(.section-title)'),
]

describe('a long page that a server rendered', () => {
  it('is taken over part by part, node for node, each part in a turn of its own', async () => {
    const complaints = vi.spyOn(console, 'error')
    const { host, before, take } = takenOver()
    const words = host.textContent
    take()
    const left = [waitingIn(host)]
    for (let turns = 0; turns < 12 && left.at(-1) !== 0; turns += 1) {
      await turn()
      left.push(waitingIn(host))
    }
    expect(left.at(-1)).toBe(0)
    expect(left.filter((many, index) => many < (left[index - 1] ?? 0)).length).toBe(
      sections(host).length,
    )
    expect([...host.querySelectorAll('*')].every((node, index) => node === before[index])).toBe(
      true,
    )
    expect(host.textContent).toBe(words)
    expect(complaints).not.toHaveBeenCalled()
  })

  it('takes an answer that is pressed before the turn of its part, and the parts that wait are left', () => {
    const onAnswer = vi.fn()
    const { host, take, page } = takenOver({}, { onAnswer })
    take()
    const waiting = waitingIn(host)
    const last = page.questions.findLast(({ kind }) => kind === 'one-of' || kind === 'yes-no')
    const radio = byId(`q-${last?.id}`)
    radio.click()
    expect(onAnswer).toHaveBeenCalledOnce()
    expect(radio.checked).toBe(true)
    expect(waitingIn(host)).toBeLessThan(waiting)
    expect(waitingIn(host)).toBeGreaterThan(0)
  })

  it('has the answers of the draft in every part, once it has had its turn', async () => {
    const { take, page, again } = takenOver()
    take()
    const question = page.questions.findLast(({ kind }) => kind === 'long-text')
    again({ answers: { [question?.id ?? '']: { kind: 'long-text', text: 'A later bus' } } })
    for (let turns = 0; turns < 12; turns += 1) await turn()
    expect(byId(`q-${question?.id}`).value).toBe('A later bus')
    again({ answers: { [question?.id ?? '']: { kind: 'long-text', text: 'A later bus, please' } } })
    expect(byId(`q-${question?.id}`).value).toBe('A later bus, please')
  })
})

describe('a part that is still', () => {
  const still = (host: Element): string[] =>
    [...host.querySelectorAll('tp-section[data-shape]')].map(({ textContent }) => textContent)

  it('stays as the server sent it until it is drawn of something else', async () => {
    const { host, take, page, again } = takenOver()
    const words = host.textContent
    take()
    for (let turns = 0; turns < 12; turns += 1) await turn()
    expect(still(host).length).toBeGreaterThan(0)
    again({ answers: {} })
    await turn()
    expect(still(host).length).toBeGreaterThan(0)
    expect(host.textContent).toBe(words)
    again({ page: { ...page, questions: page.questions.slice(0, 1) }, wantedEdition: 'ar' })
    for (let turns = 0; turns < 12; turns += 1) await turn()
    expect(still(host)).toEqual([])
    expect(host.querySelector('.forms a[data-form=ar]')?.parentElement?.textContent).toContain(
      'the one you asked for in your settings',
    )
  })
})

describe('a part', () => {
  it('keeps what is typed before its turn, and hears of it', () => {
    const onAnswer = vi.fn()
    const { take, page } = takenOver({}, { onAnswer })
    take()
    const question = page.questions.findLast(({ kind }) => kind === 'long-text')
    const field = byId(`q-${question?.id}`)
    field.value = 'Evenings'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(
      question?.id,
      { kind: 'long-text', text: 'Evenings' },
      true,
    )
    expect(field.value).toBe('Evenings')
  })

  it('is drawn anew where the page is of another build than the script', async () => {
    const { host, take, page } = takenOver()
    const last = sections(host).at(-1)
    last?.replaceChildren(
      document.createComment('of-another-build'),
      'Old words',
      document.createComment('/lit-part'),
    )
    take()
    for (let turns = 0; turns < 12; turns += 1) await turn()
    expect(last?.textContent).not.toContain('Old words')
    expect(byId(`q-${page.questions.at(-1)?.id}`)).not.toBeNull()
  })

  it('is an ordinary part of a page that the app draws', () => {
    const host = document.createElement('div')
    document.body.append(host)
    const draw = (value: string) =>
      render(html`<p>${deferred(() => html`<input id="name" .value=${value}>`)}</p>`, host)
    draw('Sam')
    const field = byId('name')
    draw('Alex')
    expect(byId('name')).toBe(field)
    expect(field.value).toBe('Alex')
  })

  it('is drawn again once it is drawn of something else, and not before', () => {
    const host = document.createElement('div')
    const drawn = vi.fn((value: string) => html`${value}`)
    const draw = (value: string, of: readonly unknown[]) =>
      render(html`<p>${deferred(() => drawn(value), of)}</p>`, host)
    const words = { text: 'Bus' }
    draw('Bus', [words])
    draw('Never seen', [words])
    expect(host.textContent).toBe('Bus')
    expect(drawn).toHaveBeenCalledOnce()
    draw('Bus or car', [words, 'car'])
    expect(host.textContent).toBe('Bus or car')
  })
})
