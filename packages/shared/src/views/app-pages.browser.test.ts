import { html, render } from 'lit'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { axeFindings, freshPage, missingIds, repeatedIds } from '../ui/test-support/screen.ts'
import { siteFrame } from './site/site-frame.view.ts'
import { appPages } from './test-support/app-pages.ts'

freshPage()

function open(name: string): void {
  const host = document.createElement('div')
  document.body.append(host)
  render(html`${siteFrame({ path: '/my-responses', content: appPages[name] })}`, host)
}

const levels = () =>
  [...document.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) =>
    Number(localName.slice(1)),
  )

describe.each(Object.keys(appPages))('the page: %s', (name) => {
  it('has one title, headings that skip no level, and ids that stand once and lead somewhere', () => {
    open(name)
    expect([...document.querySelectorAll('h1')].map(({ id }) => id)).toEqual(['page-title'])
    const afterTitle = levels().slice(levels().indexOf(1))
    expect(
      afterTitle.filter((level, index) => index > 0 && level > (afterTitle[index - 1] ?? 0) + 1),
    ).toEqual([])
    expect([...repeatedIds(), ...missingIds()]).toEqual([])
    expect(document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')).toHaveLength(
      2,
    )
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')].filter(
      ({ hash }) => !document.getElementById(hash.slice(1)),
    )
    expect(links.map(({ href }) => href)).toEqual([])
  })

  it('has nothing axe finds fault with', async () => {
    open(name)
    expect(await axeFindings()).toEqual([])
  })

  it('says nothing that is not said here', () => {
    open(name)
    expect(document.body.textContent).not.toMatch(
      /\b(please|sorry|invalid|required|undefined|null|NaN)\b|\[object/i,
    )
  })
})

describe('on a narrow screen', () => {
  it('no page has to be moved sideways', async () => {
    await page.viewport(320, 800)
    const wide = Object.keys(appPages).filter((name) => {
      open(name)
      const isWide = document.documentElement.scrollWidth > 320
      document.body.replaceChildren()
      return isWide
    })
    await page.viewport(414, 896)
    expect(wide).toEqual([])
  })
})
