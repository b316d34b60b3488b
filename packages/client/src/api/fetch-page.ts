import { editionHeader, saysGone } from '@takepart/shared/domain/site/page-edition'
import type { Fetch } from './api.ts'
import { reaching } from './request.ts'
import { Unavailable } from './unavailable.ts'

/**
 * The markup of a public page as the server makes it now. Undefined when the server itself says that there is none. Throws
 * `Unavailable` when it did not say, also where somebody in its place did.
 */
export type FetchPage = (path: string) => Promise<string | undefined>

export const createFetchPage =
  (fetch: Fetch): FetchPage =>
  (path) =>
    reaching(async (signal) => {
      const response = await fetch(path, { signal, credentials: 'omit', redirect: 'error' })
      if (saysGone(response)) return undefined
      const { ok, status, headers } = response
      if (!ok) throw new Unavailable('status', { status })
      if (!headers.has(editionHeader)) throw new Unavailable('not-ours', { status })
      return response.text()
    })
