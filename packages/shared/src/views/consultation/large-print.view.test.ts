import { describe, expect, it } from 'vitest'
import { questionsOf } from '../../domain/consultation/consultation.ts'
import { largePrintTitle, largePrintView } from './large-print.view.ts'
import { busInEditions } from '../../domain/consultation/bus-editions.fixture.ts'
import { consultationIn } from '../../domain/consultation/edition-words.ts'
import { after, concluded, consultation, during } from '../test-support/documents.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'

const open = largePrintView({ consultation, now: during })
const words = wordsOf(open)
const markup = rendered(open)

describe('large print', () => {
  it('says in its title that it is', () =>
    expect(largePrintTitle({ consultation, now: during })).toBe(
      'Large print – The bus to the clinic',
    ))

  it('holds the whole consultation: what may change, what to read, what is asked, who to ask', () => {
    const order = [
      'We may move the clinic.',
      'Closes',
      'How to answer',
      'What happens to what you say',
      'Why we ask',
      'The plan',
      'The cost',
      'Part 1. Travel',
      'Who to ask',
    ]
    const places = order.map((part) => words.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { title } of questionsOf(consultation)) expect(words).toContain(title)
  })

  it('is all in large print, with room to write and nothing to press', () => {
    expect(markup).toMatch(/^<div class="wrap large-print">/)
    expect(markup).toContain('class="write"')
    expect(markup).not.toMatch(/<(button|input|textarea|select|form)/)
  })

  it('has one title, every id once, and no gap between headings', () => {
    expect(markup.match(/<h1/g)).toHaveLength(1)
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const levels = [...markup.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })

  it('says how to answer on paper while there is time, and not afterwards', () => {
    expect(words).toContain(
      'Write on these pages. You can also call 01632 960 001 and say your answers.',
    )
    const withPost = {
      ...consultation,
      contact: { ...consultation.contact, post: 'Freepost EXAMPLE' },
    }
    expect(wordsOf(largePrintView({ consultation: withPost, now: during }))).toContain(
      'Write on these pages and send them to Freepost EXAMPLE.',
    )
    for (const later of [
      { consultation, now: after },
      { consultation: concluded, now: after },
    ])
      expect(wordsOf(largePrintView(later))).not.toContain('Write on these pages')
  })

  it('leads back to the consultation', () =>
    expect(linksOf(open)[0]).toBe('/consultations/bus-to-the-clinic'))
})

describe('large print of an edition', () => {
  const inArabic = { consultation: consultationIn(busInEditions, 'ar')!, now: during }

  it('is in its words, goes back to it, and marks what the website says as English', () => {
    expect(wordsOf(largePrintView(inArabic))).toContain(inArabic.consultation.title)
    expect(linksOf(largePrintView(inArabic))[0]).toBe('/consultations/bus-to-the-clinic/in/ar')
    for (const own of [
      'Large print',
      'This page holds everything',
      'Write on these pages',
      'Who to ask',
    ]) {
      expect(rendered(largePrintView(inArabic))).toMatch(
        new RegExp(`lang="en" dir="ltr">\\s*${own}`),
      )
    }
  })

  it('has the parts that the edition has not got marked in the language they are in', () => {
    const markup = rendered(
      largePrintView({
        ...inArabic,
        consultation: {
          ...inArabic.consultation,
          documents: [{ ...consultation.documents[0]!, lang: 'en-GB' }],
        },
      }),
    )
    expect(markup).toMatch(/<h2 id="read-why"><span lang="en-GB" dir="ltr">Why we ask/)
    expect(markup).toMatch(/<div lang="en-GB" dir="ltr"><div class="prose">/)
  })
})
