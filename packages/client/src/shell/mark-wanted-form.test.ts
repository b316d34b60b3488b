import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markWantedForm } from './mark-wanted-form.ts'

const root = document.documentElement
const items = () => [...document.querySelectorAll('li')].map(({ textContent }) => textContent)

describe('marking the form that somebody wants', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<ul><li><a href="/" data-form="easy-read">Easy Read</a></li><li><a href="/" data-form="ar">العربية</a></li></ul>'
  })
  afterEach(() => {
    delete root.dataset['edition']
    document.body.replaceChildren()
  })

  it('says it in words beside the link, in English wherever it stands', () => {
    root.dataset['edition'] = 'ar'
    markWantedForm()
    expect(items()).toEqual(['Easy Read', 'العربية (the one you asked for in your settings)'])
    expect(document.querySelector('span')).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it.each([undefined, 'cy'])('says nothing where %s is wanted', (edition) => {
    if (edition) root.dataset['edition'] = edition
    markWantedForm()
    expect(items()).toEqual(['Easy Read', 'العربية'])
  })
})
