import { newPart } from '@takepart/shared/domain/authoring/draft/draft'
import { describe, expect, it } from 'vitest'
import { placeFor } from './place-for.ts'
import { textFromMarkup } from './text-from-markup.ts'
import { clockFrom, readTyped } from './typed-values.ts'

describe('readTyped', () => {
  it.each<[Parameters<typeof readTyped>[0]['control'], Record<string, string>, unknown]>([
    ['number', { '': ' 12 ' }, 12],
    ['number', { '': '' }, undefined],
    ['amount', { '': '-2.5' }, -2.5],
    ['date', { day: '1', month: '2', year: '2027' }, '2027-02-01'],
    ['date', { day: '', month: ' ', year: '' }, undefined],
    ['moment', { day: '1', month: '7', year: '2027', time: '9 am' }, '2027-07-01T09:00:00+01:00'],
    ['moment', { day: '', month: '', year: '', time: '9:00' }, undefined],
    [
      'blocks',
      { '': 'One.\n\n- two' },
      [
        { kind: 'paragraph', text: 'One.' },
        { kind: 'list', items: ['two'] },
      ],
    ],
    ['blocks', { '': '  ' }, undefined],
    [
      'glossary',
      { '': 'Trust: the NHS\nward' },
      [
        { word: 'Trust', meaning: 'the NHS' },
        { word: 'ward', meaning: '' },
      ],
    ],
  ])('reads a %s from %j', (control, parts, value) => {
    expect(readTyped({ control }, parts)).toEqual({ ok: true, value })
  })

  it.each<[Parameters<typeof readTyped>[0]['control'], Record<string, string>]>([
    ['number', { '': '1.5' }],
    ['number', { '': 'ten' }],
    ['amount', { '': '1e5' }],
    ['date', { day: '30', month: '2', year: '2027' }],
    ['moment', { day: '1', month: '7', year: '2027', time: '' }],
    ['moment', { day: '28', month: '3', year: '2027', time: '1:30' }],
  ])('says what is wrong with a %s of %j', (control, parts) => {
    expect(readTyped({ control }, parts)).toMatchObject({ ok: false, words: expect.any(String) })
  })
})

describe('clockFrom', () => {
  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['9.30', '09:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['5:30 PM', '17:30'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['13 pm', undefined],
    ['9:7', undefined],
    ['', undefined],
  ])('reads “%s”', (text, clock) => {
    expect(clockFrom(text)).toBe(clock)
  })
})

describe('textFromMarkup', () => {
  it.each([
    ['<h2>Why</h2><p>It <b>leaks</b>.</p>', '# Why\n\nIt **leaks**.'],
    ['<ul><li>one</li><li>two</li></ul><ol><li>a</li></ol>', '- one\n- two\n\n1. a'],
    ['<p>See <a href="https://example.org">us</a></p>', 'See [us](https://example.org)'],
    ['<p>See <a href="javascript:alert(1)">us</a></p>', 'See us'],
    [
      '<table><caption>Cost</caption><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>3</td></tr></table>',
      '| Cost\n| A | B |\n| 1\\|2 | 3 |',
    ],
    ['<style>p{}</style><script>alert(1)</script><p class="MsoNormal">Word<o:p></o:p></p>', 'Word'],
    ['<div>One<br>Two</div>', 'One\n\nTwo'],
    [
      '<b style="font-weight:normal" id="docs-internal-guid-1"><h1>Plan</h1><p>It <span>may</span> close.</p></b>',
      '# Plan\n\nIt may close.',
    ],
    ['<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>', '- one\n- inner\n- two'],
    [
      '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>one</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>two</p><p>After</p>',
      '- one\n- two\n\nAfter',
    ],
    [
      '<p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">a)</span>one</p><p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">b)</span>two</p>',
      '1. one\n2. two',
    ],
    ['<h2><b>Why</b></h2><p>It <b><b>leaks</b> </b>now</p>', '# Why\n\nIt **leaks** now'],
    ['just words', 'just words'],
  ])('keeps the structure of %s', (markup, text) => {
    expect(textFromMarkup(markup)).toBe(text)
  })
})

describe('placeFor', () => {
  const entry = (part: string) => ({ part, title: '', blocked: 0 })
  const map = {
    media: [],
    readings: [entry('document:plan')],
    sections: [
      { ...entry('section:one'), questions: [entry('question:a'), entry('question:b')] },
      { ...entry('section:two'), questions: [] },
    ],
    blockedIn: {},
  }
  it.each([
    ['question', 'question:a', { section: 'one', after: 'a' }],
    ['question', 'section:one', { section: 'one', after: 'b' }],
    ['question', 'section:two', { section: 'two' }],
    ['question', 'about', { section: 'two' }],
    ['section', 'question:a', { after: 'one' }],
    ['section', 'about', { after: 'two' }],
    ['document', 'about', { after: 'plan' }],
  ] as const)('puts a %s that is added at %s in its place', (kind, key, place) => {
    expect(placeFor(kind, { map, part: newPart(key) })).toEqual(place)
  })

  it('has no place for a question without a section', () => {
    expect(placeFor('question', { map: { ...map, sections: [] }, part: newPart('about') })).toEqual(
      {},
    )
  })
})
