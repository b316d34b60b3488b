import { describe, expect, it } from 'vitest'
import { createFetchPage } from './fetch-page.ts'
import { Unavailable } from './unavailable.ts'

const answering = (response: Response | Error) =>
  createFetchPage(async () => {
    if (response instanceof Error) throw response
    return response
  })
const page = (status: number, headers: Record<string, string> = { 'x-page-edition': 'one' }) =>
  new Response('<main>Words</main>', { status, headers })
const failure = async (response: Response | Error) =>
  answering(response)('/rounds/one/say').catch((error: unknown) =>
    error instanceof Unavailable ? error.reason : error,
  )

describe('fetching a page', () => {
  it('asks for it without cookies and gives its markup', async () => {
    const asked: unknown[] = []
    const fetchPage = createFetchPage(async (path, init) => {
      asked.push([path, init?.credentials, init?.redirect])
      return page(200)
    })
    expect(await fetchPage('/rounds/one/say')).toBe('<main>Words</main>')
    expect(asked).toEqual([['/rounds/one/say', 'omit', 'error']])
  })

  it.each([404, 410])('knows that there is none where our server says so (%i)', async (status) => {
    expect(await answering(page(status, { 'x-page-edition': 'gone' }))('/')).toBeUndefined()
  })

  it.each([
    ['somebody in its place says that there is none', page(404, {}), 'status'],
    ['it is in trouble', page(503), 'status'],
    ['a wireless network answers with its own page', page(200, {}), 'not-ours'],
    ['nothing arrives', new TypeError('Failed to fetch'), 'network'],
  ])('knows nothing where %s', async (_, response, reason) => {
    expect(await failure(response)).toBe(reason)
  })
})
