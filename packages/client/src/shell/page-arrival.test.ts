import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goEvent } from '../app/navigate.ts'
import { PageReadyEvent } from '../app/page-element.ts'
import { emptySite, inTime, leaveSite } from '../test-support/app.ts'
import { watchArrivals } from './page-arrival.ts'

describe('a page that somebody comes back to', () => {
  let main: HTMLElement

  beforeEach(() => {
    main = emptySite('/my-responses')
    watchArrivals(main)
    ready(
      'List',
      '<a id="top" href="/my-responses/0">Nought</a> <a href="/my-responses/1?from=check#q-&quot;sex">One</a>',
    )
  })
  afterEach(leaveSite)

  const ready = (title: string, content: string) => {
    main.innerHTML = content
    main.dispatchEvent(new PageReadyEvent(title))
  }
  const follow = (link: HTMLElement | null) => {
    link?.focus()
    window.dispatchEvent(new CustomEvent(goEvent))
    history.pushState(null, '', '/my-responses/1')
    ready('One', '<a href="/my-responses">All</a>')
  }
  const back = async () => {
    const came = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    history.back()
    await came
  }

  it('has the focus on the link that was followed from it', async () => {
    const followed = main.querySelector('a:not(#top)')
    const [href, markup] = [followed?.getAttribute('href'), main.innerHTML]
    follow(followed as HTMLElement)
    expect(document.activeElement, 'a page that is new').toBe(main)
    expect(main.getAttribute('aria-label')).toBe('One')
    await back()
    ready('List', markup)
    await inTime(() => expect(document.activeElement?.getAttribute('href')).toBe(href))
    await inTime(() => expect(document.getElementById('status')?.textContent).toBe('List'))
  })

  it('closes the menu that was open over the page before', () => {
    const menu = document.createElement('nav')
    menu.className = 'menu'
    menu.popover = 'auto'
    document.body.append(menu)
    menu.showPopover()
    follow(main.querySelector('#top'))
    expect(menu.matches(':popover-open')).toBe(false)
    menu.remove()
  })

  it('is called by the title that it gets where it stands', () => {
    follow(main.querySelector('#top'))
    ready('Two', '<p>Received</p>')
    expect(main.getAttribute('aria-label')).toBe('Two')
  })

  it('has it on its heading when that link is there no more', async () => {
    follow(main.querySelector('#top'))
    await back()
    ready('List', '<p>Nothing</p>')
    await inTime(() => expect(document.activeElement).toBe(main))
  })
})

describe('the language of a page', () => {
  afterEach(leaveSite)

  it('is that of the page that is shown, with its direction, and English for the next one that says none', () => {
    const main = emptySite('/my-responses')
    watchArrivals(main)
    const shown = (lang?: string) => {
      main.dispatchEvent(new PageReadyEvent('Title', lang))
      return [main.getAttribute('lang'), main.getAttribute('dir')]
    }
    expect(shown('ar')).toEqual(['ar', 'rtl'])
    expect(shown('cy')).toEqual(['cy', 'ltr'])
    expect(shown('en-GB')).toEqual([null, null])
    expect(shown('ar')).toEqual(['ar', 'rtl'])
    expect(shown()).toEqual([null, null])
  })
})
