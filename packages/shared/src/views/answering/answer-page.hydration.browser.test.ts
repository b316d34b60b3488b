import { hydrate } from '@lit-labs/ssr-client'
import { render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rendered } from 'virtual:server-rendered'
import { questionsOf } from '../../domain/consultation/consultation.ts'
import { journeyPages } from '../../domain/consultation/journey.ts'
import { answerPageModel, answerPageView, type AnswerPageModel } from './answer-page.view.ts'
import { hasLargerField } from './question-field.view.ts'
import { wholeExtras } from './whole-extras.view.ts'

const cases = rendered.flatMap(({ version, pages }) =>
  pages.map((page) => [page.path, version, page] as const),
)

function fromServer(markup: string): HTMLElement {
  const host = document.createElement('tp-answer-page')
  host.innerHTML = markup
  document.body.replaceChildren(host)
  return host
}

const nodesOf = (host: HTMLElement) => [...host.querySelectorAll('*')]

afterEach(() => document.body.replaceChildren())

describe('a page of questions that a server rendered', () => {
  it('is there for every page of the sample and of the tests', () => {
    expect(cases.length).toBeGreaterThan(40)
  })

  it.each(cases)(
    '%s is taken over, node for node and word for word',
    (_, version, { id, paging, markup }) => {
      const complaints = vi.spyOn(console, 'error')
      const host = fromServer(markup)
      const [before, words] = [nodesOf(host), host.textContent]
      const page = journeyPages(version.consultation, {}, paging).find((other) => other.id === id)
      if (!page) throw new Error(`no page ${id}`)
      const model: AnswerPageModel = {
        ...answerPageModel(version, page),
        ...wholeExtras(version.consultation),
      }
      hydrate(answerPageView(model), host)
      render(answerPageView(model), host)
      expect(nodesOf(host)).toEqual(before)
      expect(nodesOf(host).every((node, index) => node === before[index])).toBe(true)
      expect(host.textContent).toBe(words)
      expect(complaints).not.toHaveBeenCalled()
      render(
        answerPageView({ ...model, saved: { words: 'Saved on this device', failed: false } }),
        host,
      )
      expect(host.querySelector('#saved')?.textContent).toBe('Saved on this device')
    },
  )

  it('draws the field of a question once the part that has it has come', () => {
    const version = cases
      .map(([, one]) => one)
      .find(({ consultation }) => questionsOf(consultation).some(hasLargerField))!
    const page = journeyPages(version.consultation, {}, 'question').find(({ questions }) =>
      questions.some(hasLargerField),
    )
    if (!page) throw new Error('no question with a larger field')
    const host = fromServer('')
    const { larger, ...model } = {
      ...answerPageModel(version, page),
      ...wholeExtras(version.consultation),
    }
    render(answerPageView(model), host)
    expect(host.querySelector('fieldset')).toBeNull()
    render(answerPageView({ ...model, larger }), host)
    expect(host.querySelector('fieldset')).not.toBeNull()
  })

  it('goes nowhere when Continue is pressed before the script runs, so that no answer comes into an address', async () => {
    const host = fromServer(cases[0]?.[2].markup ?? '')
    const left = vi.fn<(event: Event) => void>((event) => event.preventDefault())
    const { navigation } = window as unknown as { navigation: EventTarget }
    navigation.addEventListener('navigate', left)
    const press = async () => {
      host.querySelector<HTMLButtonElement>('#continue')?.click()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await press()
    expect(left).not.toHaveBeenCalled()
    // The same form with the method that forms have by themselves: this is what the test would see.
    host.querySelector('form')?.setAttribute('method', 'get')
    await press()
    expect(left).toHaveBeenCalledOnce()
    navigation.removeEventListener('navigate', left)
  })
})
