import { describe, expect, it } from 'vitest'
import { placeOf } from './make-page.ts'

const keyAt = (path: string): string | undefined => {
  const place = placeOf(path)
  return 'key' in place ? place.key : undefined
}

describe('placeOf', () => {
  it('keeps each page under its own path', () => {
    for (const path of [
      '/',
      '/help',
      '/consultations/a',
      '/consultations/a/questions/b',
      '/consultations/a.json',
      '/robots.txt',
      '/my-responses',
    ]) {
      expect(keyAt(path)).toBe(path)
    }
  })

  it('keeps the app’s own page once, however many responses are asked for', () => {
    const ids = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7']
    for (const path of [
      '/app-shell',
      '/open-response',
      '/clear-this-device',
      ...ids.map((id) => `/my-responses/${id}`),
    ])
      expect(keyAt(path)).toBe('/app-shell')
  })

  it('keeps one page for every path that leads nowhere, under a key that no path has', () => {
    const keys = new Set(
      ['/a', '/a/b', '/consultations', '//help', '/%2e%2e/x', '/nowhere%20', '/NOWHERE'].map(keyAt),
    )
    expect(keys.size).toBe(1)
    expect([...keys][0]).toMatch(/^ /)
  })

  it('leads on to the same path without a slash at its end, on this site only', () => {
    expect(placeOf('/consultations/a/')).toEqual({ kind: 'moved', to: '/consultations/a' })
    expect(placeOf('//evil.invalid/')).toMatchObject({ kind: 'nothing' })
    expect(placeOf('/nowhere/')).toMatchObject({ kind: 'nothing' })
  })

  it.each([
    ['/Help', '/help'],
    ['/HELP/', '/help'],
    ['/help.', '/help'],
    ['/help)', '/help'],
    ['/help).', '/help'],
    ['/help%20', '/help'],
    ['/help%20%20', '/help'],
    ['/help%29%2E', '/help'],
    ['/help%E2%80%9D', '/help'],
    ['/help%0D%0A', '/help'],
    ['/.', '/'],
    ['/)', '/'],
    ['/Consultations/A-B/Read/C,', '/consultations/a-b/read/c'],
    ['/consultations/a/In/Standard/questions.', '/consultations/a/questions'],
    ['/consultations/A.JSON', '/consultations/a.json'],
  ])('leads from %s, as it was typed or copied, to %s', (path, to) =>
    expect(placeOf(path)).toEqual({ kind: 'moved', to }),
  )

  it.each(['/help%2F..', '/help%00', '/%68elp', '/help?', '/help%', `/HELP${'.'.repeat(300)}`])(
    'leads nowhere from %s, which nobody copied',
    (path) => expect(placeOf(path)).toMatchObject({ kind: 'nothing' }),
  )

  it.each(['', '/', '/questions', '/questions/b', '/read/standard', '/answer'])(
    'leads from the long address of the standard edition to its one address: /in/standard%s',
    (part) =>
      expect(placeOf(`/consultations/a/in/standard${part}`)).toEqual({
        kind: 'moved',
        to: `/consultations/a${part.replace(/\/$/, '')}`,
      }),
  )

  it.each([
    '/consultations/a/in/standard/outcomes',
    '/consultations/a/in/standard/in/standard',
    '/in/standard',
    '//in/standard',
    '/consultations/in/standard',
  ])('leads nowhere from %s', (path) => expect(placeOf(path)).toMatchObject({ kind: 'nothing' }))

  it.each(['/trpc', '/trpc/response.submit', '/health/live', '/assets/x.js'])(
    'leaves %s to others',
    (path) => {
      expect(placeOf(path)).toEqual({ kind: 'elsewhere' })
    },
  )
})
