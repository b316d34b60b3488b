import { describe, expect, it } from 'vitest'
import { siteFrame } from './site/site-frame.view.ts'
import { consultation, documentPages } from './test-support/documents.ts'
import { rendered, wordsOf } from './test-support/rendered.ts'

const framed = (name: string) =>
  siteFrame({ path: '/', trust: consultation.trust, content: documentPages[name]?.() })

describe.each(Object.keys(documentPages))('the page: %s', (name) => {
  const markup = rendered(framed(name))

  it('has one title, in a main without a name: the app names it at each change of page', () => {
    expect(markup.match(/<h1/g)).toHaveLength(1)
    expect(markup).toMatch(/<main id="main" tabindex="-1"\s*>[\s\S]*<h1 id="page-title">/)
  })

  it('skips no level of heading', () => {
    const levels = [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  it('has every id once, and every link within the page goes somewhere', () => {
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const within = [...markup.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(within.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('holds no inline style, no script and no handler, which the security policy would block', () => {
    expect(markup).not.toMatch(/ style=|<script| on[a-z]+="/)
  })

  it('says nothing in words we do not use, and leaves no gap in what it says', () => {
    expect(wordsOf(framed(name))).not.toMatch(
      /\b(please|sorry|invalid|required|undefined|null|NaN)\b|\[object/i,
    )
  })
})

describe('what people wrote', () => {
  it('is text and never markup', () => {
    expect(rendered(framed('search that finds nothing'))).toContain('&lt;b&gt;parking')
  })
})
