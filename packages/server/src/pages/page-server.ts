import type { FastifyReply, FastifyRequest } from 'fastify'
import { tidySearch } from '../features/consultation/search-consultations.ts'
import { makePage, placeOf, placeOn } from './make-page.ts'
import { pathOf, type PageRoute } from './page-address.ts'
import { withSite, type PageDeps } from './page-deps.ts'
import type { SharedHeaders } from './cache/ready-page.ts'
import type { ReadyPages } from './cache/ready-pages.ts'
import { listPage, type ListWanted } from './site-pages.ts'
import { writePage, writePageOnce } from './cache/write-page.ts'

export interface PageServerParts {
  /** Absent: every page is made afresh. */
  readonly ready: ReadyPages | undefined
  readonly headers: () => SharedHeaders
  readonly pages: PageDeps
}

/** Answers requests for pages, ready-made or afresh. */
export class PageServer {
  private readonly parts: PageServerParts

  constructor(parts: PageServerParts) {
    this.parts = parts
  }

  /** Writes the page, or gives back the promise of having done so. */
  answer(request: FastifyRequest, reply: FastifyReply, route?: PageRoute): unknown {
    const { ready, pages } = this.parts
    const path = pathOf(request.raw.url ?? '/')
    const wanted = path === '/' ? wantedIn(request) : firstPage
    const place = route ? placeOn(route, path) : placeOf(path)
    if (place.kind === 'elsewhere') return reply.callNotFound()
    if (place.kind === 'moved') return reply.redirect(place.to, 308)
    const isWhole = wanted.search === '' && wanted.page === 1
    if (!isWhole || ready === undefined) {
      const making = isWhole
        ? makePage(place, pages)
        : withSite(pages).then((deps) => listPage(deps, wanted))
      return making.then((made) =>
        writePageOnce(request.raw, reply, { made, shared: this.parts.headers() }),
      )
    }
    const page = ready.serve(place.key, () => makePage(place, pages))
    return page instanceof Promise
      ? page.then((one) => writePage(request.raw, reply, one))
      : writePage(request.raw, reply, page)
  }
}

/** A page is there to be read: an address that has one is refused under any other method, before a body is read. */
export function refuseOtherMethods(request: FastifyRequest, reply: FastifyReply): void {
  const { kind } = placeOf(pathOf(request.raw.url ?? '/'))
  if (kind !== 'page' && kind !== 'machine') {
    reply.callNotFound()
    return
  }
  void reply.header('allow', 'GET, HEAD')
  throw new WrongMethod()
}

/** The address is a page's, and the method is not one for pages. */
class WrongMethod extends Error {
  override readonly name = 'WrongMethod'
  readonly statusCode = 405
}

const firstPage: ListWanted = { search: '', page: 1 }

/** What is searched for in the list, and which page of it; a repeated, missing or misspelt parameter is no wish at all. */
function wantedIn(request: FastifyRequest): ListWanted {
  const { search, page } = request.query as { readonly search?: unknown; readonly page?: unknown }
  return {
    search: typeof search === 'string' ? tidySearch(search) : '',
    page: typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}
