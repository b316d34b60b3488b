import { describe, expect, it } from 'vitest'
import type { HelpRecord } from '../../domain/device/help-record.ts'
import { nationalLines } from '../../domain/site/crisis-lines.ts'
import { helpProblemWords, helpStateWords } from '../../words/help-request.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { html } from 'lit'
import { helpNowLine, helpNowPath } from './help-now-link.view.ts'
import { helpNowFirst, helpNowView, type HelpNowModel } from './help-now.view.ts'

const own = { when: 'Our crisis line, day and night', number: '0800 000 0000' }
const ready = (changes: Partial<HelpNowModel> = {}): HelpNowModel => ({
  ...helpNowFirst([]),
  ready: true,
  ...changes,
})
const at = '2027-03-10T10:05:00Z'
const draft = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'help-now',
  title: 'I need help now',
  revision: 1,
  changedAt: at,
  ownDevice: false,
  place: '/help-now',
  written: { words: 'I cannot go on <b>' },
}
const command = {
  kind: 'help-request.ask',
  input: {
    concernId: draft.id,
    place: '/help-now',
    ...draft.written,
    completedAt: at,
    sentAt: at,
  },
} as const
const records: readonly HelpRecord[] = [
  { kind: 'help-request', state: 'waiting', draft, command, queuedAt: at },
  {
    kind: 'help-request',
    state: 'received',
    draft: { ...draft, id: 'b' },
    receipt: { concernId: 'b', receivedAt: at },
  },
  {
    kind: 'help-request',
    state: 'refused',
    draft: { ...draft, id: 'c' },
    command,
    problems: [{ code: 'help-not-understood' }],
    refusedAt: at,
  },
]

describe('“I need help now”', () => {
  it('shows every line with its number before anything else, with a script or without', () => {
    for (const model of [helpNowFirst([]), ready()]) {
      const view = helpNowView(model)
      for (const { when, number } of nationalLines) {
        expect(wordsOf(view)).toContain(when)
        expect(wordsOf(view)).toContain(number)
      }
      expect(linksOf(view)).toEqual(
        expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'sms:85258']),
      )
      expect(wordsOf(view).indexOf('999')).toBeLessThan(wordsOf(view).indexOf('Tell the Trust'))
    }
  })

  it('has the line of the Trust right after the emergency number', () => {
    const shown = wordsOf(helpNowView(helpNowFirst([own])))
    const [emergency, ours, urgent] = ['999', '0800 000 0000', '111'].map((number) =>
      shown.indexOf(number),
    ) as [number, number, number]
    expect(emergency).toBeLessThan(ours)
    expect(ours).toBeLessThan(urgent)
    expect(linksOf(helpNowView(helpNowFirst([own])))).toContain('tel:08000000000')
  })

  it('offers nothing that cannot be sent before its script has come', () => {
    const first = rendered(helpNowView(helpNowFirst([])))
    expect(first).not.toContain('<textarea')
    expect(first).toContain('your browser needs JavaScript. The telephone numbers above work')
    expect(rendered(helpNowView(ready()))).toContain('<textarea')
  })

  it('says first of all that nobody may read it for hours', () => {
    expect(wordsOf(helpNowView(ready()))).toContain('Nobody may read what you write here for some')
  })

  it('says of each what is true of it, and shows what was written as words', () => {
    const view = helpNowView(ready({ records }))
    for (const record of records) expect(wordsOf(view)).toContain(helpStateWords(record))
    expect(rendered(view)).not.toContain('<b>')
    expect(helpStateWords(records[0] as HelpRecord)).toContain('Nobody at the Trust can read it')
    expect(helpStateWords(records[1] as HelpRecord)).toContain(
      'The Trust received it on Wednesday 10 March 2027 at 10:05 am.',
    )
    expect(helpStateWords(records[2] as HelpRecord)).toContain('It was not received.')
  })

  it('names each problem at its field and in the summary', () => {
    const problems = [
      { code: 'help-words-missing' },
      { code: 'help-reach-too-long', most: 200, over: 3 },
    ] as const
    const markup = rendered(helpNowView(ready({ problems })))
    for (const problem of problems) expect(markup.split(helpProblemWords(problem))).toHaveLength(3)
    expect(linksOf(helpNowView(ready({ problems })))).toEqual(
      expect.arrayContaining(['#help-words', '#help-reach']),
    )
  })

  it('leads back to where somebody was, where that is known', () => {
    expect(linksOf(helpNowView(ready({ from: '/rounds/clinics' })))).toContain('/rounds/clinics')
    expect(wordsOf(helpNowView(ready()))).not.toContain('Back to where you were')
  })
})

describe('the line beside writing', () => {
  it('has two numbers at once and the way to the rest', () => {
    const line = (ours?: typeof own) => html`${helpNowLine('/consultations/garden', ours)}`
    expect(wordsOf(line())).toContain('I need help now : call 999 , call 111 and choose option 2')
    expect(wordsOf(line(own))).toContain('call 0800 000 0000')
    expect(linksOf(line())).toEqual([
      '/help-now?from=%2Fconsultations%2Fgarden',
      'tel:999',
      'tel:111',
    ])
  })

  it('keeps what is in an address in its place', () => {
    expect(helpNowPath('/a?b=c&d')).toBe('/help-now?from=%2Fa%3Fb%3Dc%26d')
  })
})

describe('several lines of the Trust', () => {
  const lines = [own, { when: 'For young people', number: '0800 000 0001' }]
  const view = helpNowView(helpNowFirst(lines))

  it('stand in their order between the emergency number and those of the country', () => {
    const calls = linksOf(view).filter((link) => link.startsWith('tel:'))
    expect(calls.slice(0, 4)).toEqual(['tel:999', 'tel:08000000000', 'tel:08000000001', 'tel:111'])
  })

  it('are not said to be free, which only the Trust knows', () => {
    expect(wordsOf(view)).toContain('The other numbers are free, day and night.')
    expect(wordsOf(view)).not.toContain('These are free')
    expect(wordsOf(helpNowView(helpNowFirst([])))).toContain('These are free, day and night.')
  })

  it('are in the page for the script to find, and nothing is where there are none', () => {
    const [, written = ''] = /data-lines="([^"]*)"/.exec(rendered(view)) ?? []
    expect(JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&#34;', '"'))).toEqual(lines)
    expect(rendered(helpNowView(helpNowFirst([])))).not.toContain('data-lines')
  })
})
