import { button } from '@takepart/shared/ui/button'
import { errorSummary } from '@takepart/shared/ui/error-summary'
import { radios } from '@takepart/shared/ui/radios'
import { textarea } from '@takepart/shared/ui/textarea'
import { html, LitElement, render, type TemplateResult } from 'lit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { changeSettings, readSettings } from '../../app/display-settings.ts'
import { emptySite, inTime, leaveSite, press, spoken } from '../../test-support/app.ts'
import {
  distantVoice,
  fakeSpeech,
  ownVoice,
  speakThrough,
  type FakeSpeech,
} from '../../test-support/speech.ts'
import '../../styles/style.css'
import { follow } from './listen.ts'

const { dataset } = document.documentElement
let speech: FakeSpeech
let main: HTMLElement

beforeEach(() => {
  localStorage.clear()
  speech = fakeSpeech(ownVoice('en-GB'))
  speakThrough(speech)
  main = emptySite('/consultations/garden')
})
afterEach(() => {
  listenNoMore()
  vi.unstubAllGlobals()
  localStorage.clear()
  leaveSite()
})

function listenNoMore(): void {
  delete dataset['listen']
  follow()
}

/** A page, with the setting on. */
function show(content: TemplateResult): void {
  render(html`<div class="wrap">${content}</div>`, main)
  dataset['listen'] = 'on'
  follow()
}

const garden = html`<a href="/">Back</a><h1>A garden</h1><p>It may open. Who may come?</p>
  <section><h2>Why we are asking</h2><p>People want it.</p><h3>Who</h3><p>Many do.</p></section>
  <h2>What may change</h2><p>The gate.</p>`

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ')
const buttons = () => [...main.querySelectorAll('button')].map(words)
const focused = () => words(document.activeElement ?? document.body)
const marked = () =>
  [...(CSS.highlights.get('reading-aloud') ?? [])].map((range) => (range as Range).toString())
/** Longer than the reader waits after it has broken off. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 100))

/** Comes to the end of what is being read; gives everything that was said. */
function toTheEnd(): readonly string[] {
  for (let at = 0; at < speech.given.length; at += 1) speech.end()
  return speech.words
}

describe('where there are buttons to listen', () => {
  it('is at the beginning of the page and under the heading of each section', () => {
    show(garden)
    expect(buttons()).toEqual([
      'Listen to this page',
      'Listen to Why we are asking',
      'Listen to What may change',
    ])
    expect(words(main.firstElementChild!.firstElementChild!)).toBe('Listen to this page')
    expect(
      [...main.querySelectorAll('h2')].map(({ nextElementSibling }) => words(nextElementSibling!)),
    ).toEqual(['Listen to Why we are asking', 'Listen to What may change'])
  })

  it('is at each question, behind the legend or label that is its title', () => {
    show(html`${errorSummary({ items: [{ href: '#a', text: 'Choose one' }] })}
      ${radios({ id: 'a', name: 'a', title: 'Would you go?', heading: 'h2', hint: 'Any day.', items: [{ value: 'y', text: 'Yes' }] })}
      ${textarea({ id: 'b', name: 'b', title: 'Why?', heading: 'h2', value: 'mine' })}
      ${textarea({ id: 'c', name: 'c', title: 'A plain field', value: '' })}
      <ol><li class="asked"><p class="question">Would you dig?</p><p>Yes</p></li></ol>`)
    expect(buttons()).toEqual([
      'Listen to this page',
      'Listen to There is a problem',
      'Listen to Would you go?',
      'Listen to Why?',
      'Listen to Would you dig?',
    ])
    expect(main.querySelector('fieldset')?.firstElementChild?.localName).toBe('legend')
  })

  it('is in no link, no sample and nothing that is hidden', () => {
    show(
      html`<a href="/"><h2>Card</h2></a><div inert><h2>Sample</h2></div><div hidden><h2>Later</h2></div><details><summary><h2>More</h2></summary></details>`,
    )
    expect(buttons()).toEqual(['Listen to this page'])
  })

  it('is nowhere until it is chosen, and nowhere once it is not any more', () => {
    render(html`<div class="wrap">${garden}</div>`, main)
    follow()
    expect(buttons()).toEqual([])
    dataset['listen'] = 'on'
    follow()
    expect(buttons()).toHaveLength(3)
    listenNoMore()
    expect([buttons(), main.querySelector('.reading-tools:not(:empty)')]).toEqual([[], null])
  })

  it('is nowhere on a device without a voice of its own; voices may come late', () => {
    speech.have(distantVoice('en-GB'))
    show(garden)
    expect(buttons()).toEqual([])
    speech.have(ownVoice('en-US'))
    expect(buttons()).toHaveLength(3)
    speech.have()
    expect(buttons()).toEqual([])
  })

  it('is nowhere where the browser cannot speak', () => {
    vi.stubGlobal('speechSynthesis', undefined)
    show(garden)
    expect(buttons()).toEqual([])
  })

  it('is only where a voice speaks the language', () => {
    show(html`<h1>A garden</h1><section lang="ar"><h2>حديقة</h2></section>`)
    expect(buttons()).toEqual(['Listen to this page'])
    speech.have(ownVoice('en-GB'), ownVoice('ar'))
    expect(buttons()).toEqual(['Listen to this page', 'Listen to حديقة'])
    expect(main.querySelector('section [lang=en-GB] [lang=ar]')?.textContent).toBe('حديقة')
  })

  it('follows what the page becomes', async () => {
    show(garden)
    main.querySelector('section')?.remove()
    main
      .querySelector('.wrap')
      ?.append(Object.assign(document.createElement('h2'), { textContent: 'Dates' }))
    await inTime(() =>
      expect(buttons()).toEqual([
        'Listen to this page',
        'Listen to What may change',
        'Listen to Dates',
      ]),
    )
  })

  it('is nowhere on a page that its script is still to take over', async () => {
    const page = document.createElement('tp-sample-page')
    page.innerHTML = '<div class="wrap"><h1>From the server</h1></div>'
    main.replaceChildren(page)
    dataset['listen'] = 'on'
    follow()
    expect(buttons()).toEqual([])
    customElements.define(
      'tp-sample-page',
      class extends LitElement {
        protected override createRenderRoot() {
          return this
        }
        protected override updated() {
          this.dispatchEvent(new Event('page-ready', { bubbles: true }))
        }
      },
    )
    await inTime(() => expect(buttons()).toEqual(['Listen to this page']))
  })
})

describe('listening', () => {
  it('never starts by itself', () => {
    show(garden)
    expect(speech.given).toEqual([])
  })

  it('is to the whole page in its order, without the buttons to listen', () => {
    show(garden)
    press('Listen to this page')
    expect(toTheEnd()).toEqual([
      'Back',
      'A garden',
      'It may open.',
      'Who may come?',
      'Why we are asking',
      'People want it.',
      'Who',
      'Many do.',
      'What may change',
      'The gate.',
    ])
  })

  it.each([
    ['Why we are asking', ['Why we are asking', 'People want it.', 'Who', 'Many do.']],
    ['What may change', ['What may change', 'The gate.']],
  ])('is to the section %s and no further', (name, said) => {
    show(garden)
    press(`Listen to ${name}`)
    expect(toTheEnd()).toEqual(said)
  })

  it('is to a question with its hint and choices, and not to what was typed', () => {
    show(html`<h1>Part 1</h1>${radios({
      id: 'a',
      name: 'a',
      title: 'Would you go?',
      heading: 'h2',
      hint: 'Any day.',
      items: [
        { value: 'y', text: 'Yes' },
        { value: 'n', text: 'No' },
      ],
    })}
      ${textarea({ id: 'b', name: 'b', title: 'Why?', heading: 'h2', value: 'my own words' })} ${button({ text: 'Continue' })}`)
    press('Listen to Would you go?')
    expect(toTheEnd()).toEqual(['Would you go?', 'Any day.', 'Yes', 'No'])
    press('Listen to Why?')
    expect(speech.words.slice(4)).toEqual(['Why?'])
  })

  it('marks the sentence that is read, without a change to the page', () => {
    show(garden)
    press('Listen to this page')
    expect(marked()).toEqual(['Back'])
    const page = main.querySelector('h1')?.parentElement?.innerHTML
    speech.end()
    speech.end()
    expect(marked()).toEqual(['It may open.'])
    expect(main.querySelector('h1')?.parentElement?.innerHTML).toBe(page)
    toTheEnd()
    expect(marked()).toEqual([])
  })

  it('reads all the same where a browser cannot mark', () => {
    vi.stubGlobal('CSS', { escape: CSS.escape })
    show(garden)
    press('Listen to What may change')
    expect(toTheEnd()).toHaveLength(2)
  })

  it('has its buttons beside it only while it reads; the focus stays where it is', async () => {
    show(garden)
    const listen = [...main.querySelectorAll('button')].find(
      (one) => words(one) === 'Listen to What may change',
    )!
    listen.focus()
    await userEvent.keyboard('{Enter}')
    expect(focused()).toBe('Pause reading')
    expect([...listen.parentElement!.children].map(words)).toEqual([
      'Pause reading',
      'Stop reading',
      'Slower reading',
      'Faster reading',
    ])
    await userEvent.keyboard(' ')
    expect(focused()).toBe('Go on reading')
    await userEvent.keyboard(' ')
    await userEvent.keyboard('{Tab}')
    expect(focused()).toBe('Stop reading')
    await userEvent.keyboard('{Enter}')
    expect(focused()).toBe('Listen to What may change')
    expect(buttons()).toHaveLength(3)
  })

  it('says nothing of itself', async () => {
    const said = spoken()
    show(garden)
    press('Listen to this page')
    press('Faster')
    press('Pause')
    press('Stop')
    await breath()
    expect(said).toEqual([])
  })

  it('turns to another place when that is asked for', async () => {
    show(garden)
    press('Listen to this page')
    press('Listen to What may change')
    await breath()
    expect(speech.words.at(-1)).toBe('What may change')
    expect(buttons().filter((name) => name === 'Pause reading')).toHaveLength(1)
  })

  it('keeps the speed, and says in the buttons where it ends', async () => {
    show(garden)
    press('Listen to this page')
    press('Faster')
    press('Faster')
    await breath()
    expect([readSettings().speed, speech.given.at(-1)?.rate]).toEqual(['1.5', 1.5])
    expect([...main.querySelectorAll('[aria-disabled=true]')].map(words)).toEqual([
      'Faster reading',
    ])
    press('Slower')
    press('Slower')
    await breath()
    expect([
      readSettings(),
      speech.given.at(-1)?.rate,
      main.querySelector('[aria-disabled=true]'),
    ]).toEqual([{}, 1, null])
  })

  it('takes a speed that is chosen elsewhere', async () => {
    show(garden)
    press('Listen to this page')
    changeSettings({ speed: '0.75' })
    follow()
    await breath()
    expect(speech.given.map(({ text, rate }) => [text, rate])).toEqual([
      ['Back', 1],
      ['Back', 0.75],
    ])
  })

  it('has other speeds where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    show(garden)
    press('Listen to this page')
    press('Faster')
    await breath()
    expect(speech.given.at(-1)?.rate).toBe(1.25)
    vi.restoreAllMocks()
  })
})

describe('listening ends', () => {
  const reading = () => buttons().some((name) => name === 'Pause reading')

  it('with Escape', async () => {
    show(garden)
    press('Listen to this page')
    await userEvent.keyboard('{Escape}')
    expect(reading()).toBe(false)
  })

  it.each([
    [
      'something else has taken it',
      () =>
        document.body.addEventListener('keydown', (event) => event.preventDefault(), {
          once: true,
        }),
    ],
    [
      'a dialog is open',
      () => main.append(Object.assign(document.createElement('dialog'), { open: true })),
    ],
    [
      'it is in a search field',
      () =>
        main
          .insertAdjacentElement(
            'beforeend',
            Object.assign(document.createElement('input'), { type: 'search' }),
          )
          ?.dispatchEvent(new FocusEvent('focus')),
    ],
  ])('not with an Escape when %s', async (_, take) => {
    show(garden)
    press('Listen to this page')
    take()
    main.querySelector<HTMLInputElement>('[type=search]')?.focus()
    await userEvent.keyboard('{Escape}')
    expect(reading()).toBe(true)
  })

  it('not with an Escape while it is paused, which is for others then', async () => {
    show(garden)
    press('Listen to this page')
    press('Pause')
    await userEvent.keyboard('{Escape}')
    expect(buttons()).toContain('Go on reading')
  })

  it('when the page is left', () => {
    show(garden)
    press('Listen to this page')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect([reading(), speech.cancelled]).toEqual([false, 1])
  })

  it('when the app shows another page, or what was read goes', async () => {
    show(garden)
    press('Listen to this page')
    history.replaceState(null, '', '/consultations/garden/questions')
    main.querySelector('.wrap')?.append(document.createElement('p'))
    await inTime(() => expect(reading()).toBe(false))
    press('Listen to Why we are asking')
    main.querySelector('section')?.remove()
    await inTime(() => expect(speech.cancelled).toBe(2))
  })

  it('not when a place within the page is shown', async () => {
    show(garden)
    press('Listen to this page')
    location.hash = '#main'
    main.querySelector('.wrap')?.append(document.createElement('p'))
    await breath()
    expect(reading()).toBe(true)
  })

  it('for a while when the page is hidden: the place is kept', () => {
    show(garden)
    press('Listen to this page')
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    hidden.mockRestore()
    expect(buttons()).toContain('Go on reading')
  })

  it('when it is not chosen any more', () => {
    show(garden)
    press('Listen to this page')
    listenNoMore()
    expect([buttons(), speech.cancelled, marked()]).toEqual([[], 1, []])
  })
})
