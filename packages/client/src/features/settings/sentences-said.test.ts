import { afterEach, describe, expect, it } from 'vitest'
import { sentencesSaid } from './sentences-said.ts'
import { linesOf } from './spoken-lines.ts'

const voice = (lang: string, localService = true) => ({
  lang,
  localService,
  default: false,
  name: lang,
  voiceURI: lang,
})
const voices = [voice('en-GB'), voice('ar-EG')]

afterEach(() => document.body.replaceChildren())

function said(markup: string) {
  document.documentElement.lang = 'en-GB'
  document.body.innerHTML = `<main>${markup}</main>`
  return sentencesSaid(linesOf(document.body), voices)
}

describe('the sentences that are said', () => {
  it('are those of each line, and know where they stand', () => {
    const sentences = said(
      '<h1>A garden</h1><p>It may <b>open</b>\n  soon. Who may <a href="#">come</a>?</p>',
    )
    expect(sentences.map(({ text }) => text)).toEqual([
      'A garden',
      'It may open soon.',
      'Who may come?',
    ])
    expect(sentences.map(({ range }) => range.toString().replaceAll(/\s+/g, ' '))).toEqual([
      'A garden',
      'It may open soon.',
      'Who may come?',
    ])
  })

  it('stand where a picture stands that says something', () => {
    const [picture] = said('<p><img src="data:," alt="A bus stop"></p>')
    expect([picture?.text, picture?.range.cloneContents().querySelector('img')?.alt]).toEqual([
      'A bus stop',
      'A bus stop',
    ])
  })

  it('mark a cell and not the head that is said before it', () => {
    const sentences = said(
      '<table><thead><tr><th>Option</th><th>Cost</th></tr></thead><tbody><tr><th>A</th><td>£2. More later.</td></tr></tbody></table>',
    )
    expect(sentences.map(({ text, range }) => [text, range.toString()])).toEqual([
      ['A', 'A'],
      ['Cost: £2.', '£2.'],
      ['More later.', 'More later.'],
    ])
  })

  it('are said in the voice of their language, and left out where the device has none', () => {
    const sentences = said(
      '<p>Good day. <span lang="cy">Bore da.</span></p><p lang="ar">مرحبا.</p>',
    )
    expect(sentences.map(({ text, voice: { lang } }) => [lang, text])).toEqual([
      ['en-GB', 'Good day.'],
      ['ar-EG', 'مرحبا.'],
    ])
  })

  it('are none on a device without a voice of its own', () => {
    said('<p>Good day.</p>')
    expect(sentencesSaid(linesOf(document.body), [voice('en-GB', false)])).toEqual([])
  })
})
