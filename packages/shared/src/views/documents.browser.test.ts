import { html, render } from 'lit'
import { describe, expect, it } from 'vitest'
import { axeFindings, freshPage, missingIds } from '../ui/test-support/screen.ts'
import { siteFrame } from './site/site-frame.view.ts'
import { consultation, documentPages } from './test-support/documents.ts'

freshPage()

function open(name: string): void {
  const page = document.createElement('div')
  page.style.display = 'contents'
  document.body.append(page)
  render(
    html`${siteFrame({ path: '/help', trust: consultation.trust, content: documentPages[name]?.() })}`,
    page,
  )
}

describe.each(Object.keys(documentPages))('the page: %s', (name) => {
  it('has nothing axe finds fault with', async () => {
    open(name)
    document.querySelector('.later')?.classList.remove('later')
    expect(await axeFindings()).toEqual([])
    expect(missingIds()).toEqual([])
  })

  it('gives every link and button that stands by itself 44 by 44 pixels', () => {
    open(name)
    const inText = 'p a, dd a, li li a, .prose li a, .lede a'
    const targets = [...document.querySelectorAll('a, button, summary, input')].filter(
      (target) => target.checkVisibility() && !target.matches(inText) && !target.matches('.skip'),
    )
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return width < 44 || height < 44
    })
    expect(small.map((target) => target.textContent)).toEqual([])
  })
})

describe('the frame of a page', () => {
  it('brings the skip link into view on focus', () => {
    open('help')
    const skip = document.querySelector<HTMLElement>('.skip')
    skip?.focus()
    expect(skip?.getBoundingClientRect().top).toBeGreaterThanOrEqual(0)
  })

  it('says nothing of its state while there is nothing to say, good news under the page, and bad news above it', () => {
    open('help')
    const [line, words, dot] = ['.state', '#state-words', '#state-dot'].map((selector) =>
      document.querySelector<HTMLElement>(selector),
    )
    const [top, main] = [
      () => line?.getBoundingClientRect().top ?? 0,
      () => document.querySelector('main')?.getBoundingClientRect().top ?? 0,
    ]
    expect(line?.checkVisibility()).toBe(false)
    words!.textContent = 'Kept on this device'
    dot!.className = 'dot good'
    expect(top()).toBeGreaterThan(main())
    words!.textContent = 'You are offline. What you write is saved on this device, and waits.'
    dot!.className = 'dot waiting'
    expect(top()).toBeLessThan(main())
  })

  it('marks the page that is open in the navigation', () => {
    open('help')
    expect(
      [...document.querySelectorAll('nav [aria-current]')].map((link) => link.textContent),
    ).toEqual(['Help'])
  })

  it('has its live regions outside main, empty from the first', () => {
    open('help')
    const regions = ['status', 'alert'].map((id) => document.getElementById(id))
    expect(regions.map((region) => region?.textContent)).toEqual(['', ''])
    expect(regions.some((region) => region?.closest('main'))).toBe(false)
  })
})
