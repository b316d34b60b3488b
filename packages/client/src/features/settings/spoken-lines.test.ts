import { table } from '@takepart/shared/ui/table'
import { radios } from '@takepart/shared/ui/radios'
import { ranking } from '@takepart/shared/ui/ranking'
import { summaryList } from '@takepart/shared/ui/summary-list'
import { textarea } from '@takepart/shared/ui/textarea'
import { html, render, type TemplateResult } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import '../../styles/style.css'
import { linesOf } from './spoken-lines.ts'

let page: HTMLElement

beforeEach(() => {
  document.documentElement.lang = 'en-GB'
  page = document.createElement('main')
  document.body.append(page)
})
afterEach(() => page.remove())

/** Each line as it is heard, with its language where that is not the page's. */
function heard(content: TemplateResult): readonly string[] {
  render(content, page)
  return linesOf(page).map(
    ({ lang, pieces }) =>
      `${lang === 'en-GB' ? '' : `${lang}: `}${pieces
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim()}`,
  )
}

describe('what is heard of a page', () => {
  it('is its words in their order, a line for what stands apart', () => {
    expect(
      heard(html`<h1>A garden</h1><p>It may <strong>open</strong> on
      <a href="/help">Saturdays</a>.</p><ul><li>Bring gloves</li><li>Tools are<br>there</li></ul>`),
    ).toEqual(['A garden', 'It may open on Saturdays.', 'Bring gloves', 'Tools are', 'there'])
  })

  it('is nothing that is hidden, from the eye or from assistive technology', () => {
    expect(
      heard(html`<p hidden>a</p><p style="display: none">b</p><p style="visibility: hidden">c</p><p aria-hidden="true">d</p><p inert>e</p>
      <p>seen<span class="hidden-text"> to nobody</span></p><script type="text/plain">f</script><noscript>g</noscript>
      <details><summary>Help with this</summary><p>h</p></details>
      <details open><summary>Why we ask</summary><p>To see</p></details>`),
    ).toEqual(['seen', 'Help with this', 'Why we ask', 'To see'])
  })

  it('is what an element without a box of its own holds', () => {
    expect(heard(html`<tp-page style="display: contents"><p>there</p></tp-page>`)).toEqual([
      'there',
    ])
  })

  it('is what a picture says, and nothing of one that says nothing', () => {
    expect(
      heard(html`<p>See <img src="data:," alt="a bus stop" style="display: inline"> here</p><img src="data:," alt=""><svg aria-hidden="true"><title>dot</title></svg>
      <span role="img" aria-label="A map"></span>`),
    ).toEqual(['See a bus stop here', 'A map'])
  })

  it('is no code, which is for the person alone', () => {
    expect(heard(html`<dl><dt>Your private code</dt><dd class="code">ABCD-2345</dd></dl>`)).toEqual(
      ['Your private code'],
    )
  })

  it('is each part in its own language', () => {
    expect(
      heard(
        html`<p>Read this in <a href="/cy" lang="cy">Cymraeg</a> too</p><div lang="ar" dir="rtl"><p>مرحبا</p></div>`,
      ),
    ).toEqual(['Read this in', 'cy: Cymraeg', 'too', 'ar: مرحبا'])
  })

  it('is a table row by row, each cell behind the head of its column', () => {
    expect(
      heard(
        table({
          caption: 'What each would cost',
          columns: ['Option', 'Cost', 'Time'],
          rows: [
            ['A', '£2 million', '2 years'],
            ['B', '', '1 year'],
          ],
        }),
      ),
    ).toEqual([
      'What each would cost',
      'A',
      'Cost: £2 million',
      'Time: 2 years',
      'B',
      'Time: 1 year',
    ])
  })

  it('is a table without heads too, and words that stand apart in a cell', () => {
    expect(
      heard(html`<table><tbody><tr><td><p>One</p><p>Two</p></td><td hidden>x</td></tr></tbody></table>
      <table><thead><tr><th>Head</th></tr></thead><tbody><tr><td><p>One</p><p>Two</p></td></tr></tbody></table><p>After</p>`),
    ).toEqual(['One', 'Two', 'Head: One', 'Two', 'After'])
  })
})

describe('what is heard of a question', () => {
  const common = {
    id: 'q-travel',
    name: 'q-travel',
    heading: 'h1',
    title: 'How do you travel?',
  } as const

  it('is the question, its hint and its choices', () => {
    expect(
      heard(
        radios({
          ...common,
          optional: true,
          hint: 'Choose one.',
          items: [
            { value: 'bus', text: 'Bus', hint: 'Any bus' },
            { value: 'other', text: 'Another way', conditional: html`<p>Which?</p>` },
          ],
        }),
      ),
    ).toEqual(['How do you travel? (optional)', 'Choose one.', 'Bus', 'Any bus', 'Another way'])
  })

  it('is never what somebody has typed, nor how much', () => {
    const field = textarea({
      ...common,
      value: 'My own words',
      count: { limit: 'You can write up to 200 characters', shown: 'You have 188 characters left' },
    })
    const lines = heard(field)
    expect(page.querySelector('textarea')?.value).toBe('My own words')
    expect(lines).toEqual(['How do you travel?', 'You can write up to 200 characters'])
  })

  it('is the things to put in order, without the buttons that do it', () => {
    expect(
      heard(
        ranking({
          ...common,
          items: [
            { value: 'a', text: 'Parking' },
            { value: 'b', text: 'Buses' },
          ],
          order: ['b'],
        }),
      ),
    ).toEqual([
      'How do you travel?',
      'Your list, most important first',
      'Buses',
      '1 of 1',
      'Not in your list',
      'Parking',
    ])
  })

  it('is never what somebody has answered, where answers are checked', () => {
    expect(
      heard(
        summaryList({
          rows: [
            {
              key: 'How do you travel?',
              lines: ['By my neighbour’s car'],
              action: { href: '/', text: 'Change', hidden: 'how you travel' },
            },
          ],
        }),
      ),
    ).toEqual(['How do you travel?', 'Change'])
  })
})
