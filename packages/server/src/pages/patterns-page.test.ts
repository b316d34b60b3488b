import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCaptions } from '@takepart/shared/domain/consultation/web-vtt'
import { readConfig } from '../config.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let developing: TestApp
let working: TestApp

beforeAll(async () => {
  database = await createTestDatabase()
  developing = await createTestApp(database, { patternsPage: true })
  working = await createTestApp(database, { patternsPage: false })
})
afterAll(async () => {
  await developing.close()
  await working.close()
  await database.close()
})

describe('the page of patterns', () => {
  it('is there while developing, found by no search engine and kept by no device', async () => {
    const page = await developing.app.inject({ url: '/patterns' })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<h1 id="page-title">Patterns</h1>')
    expect(page.body).toContain('<meta name="robots" content="noindex">')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['takepart-edition']).toBeUndefined()
  })

  it('has the same security headers as any page', async () => {
    const [patterns, help] = await Promise.all(
      ['/patterns', '/help'].map((url) => developing.app.inject({ url })),
    )
    expect(patterns?.headers['content-security-policy']).toBe(
      help?.headers['content-security-policy'],
    )
  })

  it('has all that a browser asks for to show it', async () => {
    const { body } = await developing.app.inject({ url: '/patterns' })
    const asked = [...body.matchAll(/<track [^>]*src="([^"]+)"/g)].map(([, url = '']) => url)
    expect(asked).toHaveLength(1)
    const { statusCode, headers, body: captions } = await developing.app.inject({ url: asked[0]! })
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/vtt; charset=utf-8'])
    expect(readCaptions(captions)).toMatchObject({
      cues: [
        { from: 0, to: 4 },
        { from: 4, to: 8 },
      ],
    })
  })

  it('is not there at work', async () => {
    expect((await working.app.inject({ url: '/patterns' })).statusCode).toBe(404)
  })

  it.each([
    [{}, true],
    [{ PUBLIC_ORIGIN: 'https://takepart.example.nhs.uk' }, false],
    [{ PUBLIC_ORIGIN: 'https://takepart.example.nhs.uk', PATTERNS_PAGE: 'on' }, true],
    [{ PATTERNS_PAGE: 'off' }, false],
  ])('with the settings %j: %s', (environment, shown) => {
    expect(readConfig(environment).patternsPage).toBe(shown)
  })
})
