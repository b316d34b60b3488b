import { describe, expect, it } from 'vitest'
import { pageAt, pathOf } from './page-address.ts'

describe('pageAt', () => {
  it.each([
    ['/', { kind: 'list' }],
    ['/help', { kind: 'help' }],
    ['/privacy', { kind: 'privacy' }],
    ['/accessibility', { kind: 'accessibility' }],
    ['/consultations/evening-clinics', { kind: 'overview', slug: 'evening-clinics' }],
    [
      '/consultations/evening-clinics/all-questions',
      { kind: 'all-questions', slug: 'evening-clinics' },
    ],
    [
      '/consultations/evening-clinics/large-print',
      { kind: 'large-print', slug: 'evening-clinics' },
    ],
    [
      '/consultations/evening-clinics/in/ar/large-print',
      { kind: 'large-print', slug: 'evening-clinics', edition: 'ar' },
    ],
    ['/consultations/evening-clinics/outcome', { kind: 'outcome', slug: 'evening-clinics' }],
    [
      '/consultations/evening-clinics/read/why-now',
      { kind: 'reading', slug: 'evening-clinics', document: 'why-now' },
    ],
    [
      '/consultations/evening-clinics/questions',
      { kind: 'answering', slug: 'evening-clinics', paging: 'all', id: 'all' },
    ],
    [
      '/consultations/evening-clinics/questions/how-travel',
      { kind: 'answering', slug: 'evening-clinics', paging: 'question', id: 'how-travel' },
    ],
    [
      '/consultations/evening-clinics/sections/travel',
      { kind: 'answering', slug: 'evening-clinics', paging: 'section', id: 'travel' },
    ],
    ['/consultations/evening-clinics/answer', { kind: 'own-answers', slug: 'evening-clinics' }],
    ['/consultations/evening-clinics/check', { kind: 'own-answers', slug: 'evening-clinics' }],
    [
      '/consultations/evening-clinics/in/ar',
      { kind: 'overview', slug: 'evening-clinics', edition: 'ar' },
    ],
    [
      '/consultations/evening-clinics/in/easy-read/read/why-now',
      { kind: 'reading', slug: 'evening-clinics', edition: 'easy-read', document: 'why-now' },
    ],
    [
      '/consultations/evening-clinics/in/ar/all-questions',
      { kind: 'all-questions', slug: 'evening-clinics', edition: 'ar' },
    ],
    [
      '/consultations/evening-clinics/in/ar/questions',
      { kind: 'answering', slug: 'evening-clinics', edition: 'ar', paging: 'all', id: 'all' },
    ],
    [
      '/consultations/evening-clinics/in/ar/questions/how',
      { kind: 'answering', slug: 'evening-clinics', edition: 'ar', paging: 'question', id: 'how' },
    ],
    [
      '/consultations/evening-clinics/in/ar/sections/travel',
      {
        kind: 'answering',
        slug: 'evening-clinics',
        edition: 'ar',
        paging: 'section',
        id: 'travel',
      },
    ],
    [
      '/consultations/evening-clinics/in/ar/answer',
      { kind: 'own-answers', slug: 'evening-clinics', edition: 'ar' },
    ],
    [
      '/consultations/evening-clinics/in/ar/check',
      { kind: 'own-answers', slug: 'evening-clinics', edition: 'ar' },
    ],
    ['/consultations/evening-clinics.json', { kind: 'newest-version', slug: 'evening-clinics' }],
    [
      '/consultations/evening-clinics/outcome.csv',
      { kind: 'open-data', slug: 'evening-clinics', format: 'csv' },
    ],
    [
      '/consultations/evening-clinics/outcome.json',
      { kind: 'open-data', slug: 'evening-clinics', format: 'json' },
    ],
    [
      '/consultations/evening-clinics/versions/12.json',
      { kind: 'version', slug: 'evening-clinics', number: 12 },
    ],
    ['/my-responses', { kind: 'app' }],
    ['/my-responses/0f8fad5b-d9cb-469f-a165-70867728950e', { kind: 'app' }],
    ['/open-response', { kind: 'app' }],
    ['/clear-this-device', { kind: 'app' }],
    ['/app-shell', { kind: 'app' }],
  ])('reads %s', (path, page) => {
    expect(pageAt(path)).toEqual(page)
  })

  it.each([
    '',
    '//',
    '/consultations',
    '/consultations/',
    '/consultations/a/',
    '/consultations/A',
    '/consultations/a/b',
    '/consultations/a/versions/0.json',
    '/consultations/a/versions/01.json',
    '/consultations/a/versions/1',
    '/consultations/a/versions/1234567.json',
    '/consultations/a.JSON',
    '/consultations/a.jsonx',
    '/consultations/.json',
    '/consultations/a/read',
    '/consultations/a/read/b/c',
    '/consultations/a%2Fb',
    '/consultations/../help',
    '/consultations/a--b',
    '/consultations/-a',
    '/Help',
    '/help/',
    '/my-responses/x',
    '/consultations/a\n',
    '/consultations/__proto__',
    '/consultations/a/constructor',
    `/consultations/${'a'.repeat(300)}`,
  ])('finds no page at %j', (path) => {
    expect(pageAt(path)).toBeUndefined()
  })

  it('answers a long run of hyphens at once', () => {
    const began = performance.now()
    pageAt(`/consultations/${'a-'.repeat(90)}!`)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('pathOf', () => {
  it('leaves the query out', () => {
    expect(pathOf('/?search=bus')).toBe('/')
    expect(pathOf('/help')).toBe('/help')
    expect(pathOf('/help?a?b=c')).toBe('/help')
  })
})
