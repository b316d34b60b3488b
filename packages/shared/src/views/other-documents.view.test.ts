import { describe, expect, it } from 'vitest'
import { helpView } from './site/help.view.ts'
import { notFoundView, notOpenYetView, retractedView } from './site/no-page.view.ts'
import { outcomeView } from './consultation/outcome.view.ts'
import { privacyView } from './site/privacy.view.ts'
import { siteFrame } from './site/site-frame.view.ts'
import { concluded, consultation, during, outcome } from './test-support/documents.ts'
import { linksOf, rendered, wordsOf } from './test-support/rendered.ts'

describe('the outcome', () => {
  const template = outcomeView({ consultation: concluded, outcome })

  it('says what was asked, and for each point what people said and what was done', () => {
    const order = [
      'We asked',
      'A later bus',
      'You said',
      'There is none.',
      'We did',
      'There is now.',
      'What happens next',
    ]
    const words = wordsOf(template).slice(wordsOf(template).lastIndexOf('We asked We asked'))
    const places = order.map((part) => words.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('has a link to each part', () => {
    expect(linksOf(template).filter((href) => href.startsWith('#'))).toEqual([
      '#we-asked',
      '#point-late',
      '#point-near',
      '#next',
    ])
  })
})

describe('help', () => {
  it('has the numbers to call and text today, as links that call and text', () => {
    expect(linksOf(helpView({}))).toEqual(
      expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'sms:85258']),
    )
    expect(rendered(helpView({}))).toContain('id="now"')
  })

  it('has the way to a person, when one is known', () => {
    expect(linksOf(helpView({ contact: consultation.contact }))).toContain(
      'mailto:involve@example.nhs.uk',
    )
  })
})

describe('privacy', () => {
  it('says who answers for what is kept', () => {
    expect(
      wordsOf(privacyView({ trust: consultation.trust, contact: consultation.contact })),
    ).toContain('Example Trust runs these consultations')
  })
})

describe('addresses without a page', () => {
  it('lead on to what there is', () =>
    expect(linksOf(notFoundView())).toEqual(['/', '/my-responses', '/help']))

  it('say when and why a consultation was taken back', () => {
    const words = wordsOf(
      retractedView({ at: during, reason: 'A figure was wrong.', consultation }),
    )
    expect(words).toContain('was taken off this website on 17 May 2027')
    expect(words).toContain('A figure was wrong.')
  })

  it('say when a consultation opens', () => {
    expect(wordsOf(notOpenYetView({ consultation }))).toContain('opens Saturday 1 May 2027 at 9 am')
  })
})

describe('the frame', () => {
  it('begins with the way past it, and ends with the live regions', () => {
    const markup = rendered(siteFrame({ path: '/', content: '' }))
    const order = [
      'href="#main"',
      'class="wordmark"',
      'aria-label="Main"',
      'id="state-words"',
      '<main',
      '<footer',
      'role="status"',
      'role="alert"',
    ]
    const places = order.map((part) => markup.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('says only what is true without script, unless told more', () => {
    expect(rendered(siteFrame({ path: '/', content: '' }))).toMatch(
      /<span\s+id="state-words"\s*><\/span>/,
    )
    expect(
      wordsOf(
        siteFrame({
          path: '/',
          content: '',
          state: { tone: 'good', words: 'Kept on this device.' },
        }),
      ),
    ).toContain('Kept on this device.')
  })

  it('names the Trust, and that it is made up when it is', () => {
    expect(wordsOf(siteFrame({ path: '/', content: '', trust: consultation.trust }))).toContain(
      'Takepart is run here by Example Trust. This Trust is made up.',
    )
  })
})
