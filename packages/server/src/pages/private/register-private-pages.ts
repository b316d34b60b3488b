import type { Actor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { noDeskPageView } from '@takepart/shared/views/account/desk-frame.view'
import { deskWords } from '@takepart/shared/words/desk'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PagesDeps } from '../../http/app-deps.ts'
import { writePageOnce } from '../cache/write-page.ts'
import { pathOf } from '../page-address.ts'
import { keepNowhere } from '../page-deps.ts'
import type { PageShell } from '../render-page.ts'
import { SeeOther, type PathPlaces, type PrivatePage } from './private-page.ts'
import { renderPrivatePage, type RenderedPage } from './render-private-page.ts'

/**
 * Adds the pages that depend on who asks. Each is made afresh for every request, and no cache may keep it: not ours, not
 * the browser's, not the service worker's (S45). Whoever is not signed in is led to sign in from every address alike,
 * and what somebody may not open looks like what is not there (S04).
 */
export function registerPrivatePages(
  app: FastifyInstance,
  parts: { readonly deps: PagesDeps; readonly shell: PageShell },
  pages: readonly PrivatePage[],
): void {
  // Without a page to sign in there is no desk, rather than one that leads round in a circle.
  if (!pages.some(({ path }) => path === deskPaths.signIn)) return
  const answer = privateAnswers(parts)
  for (const page of pages)
    app.get<{ Params: PathPlaces }>(page.path, (request, reply) => answer(request, reply, page))
  if (!pages.some(({ path }) => path === deskPaths.home))
    app.get(deskPaths.home, (request, reply) => answer(request, reply))
  app.get(`${deskPaths.home}/*`, (request, reply) => answer(request, reply))
}

function privateAnswers({ deps, shell }: { deps: PagesDeps; shell: PageShell }) {
  const { database, now, random, resolveActor } = deps
  const hasProvider = deps.signInByProvider !== undefined
  const write = (
    request: FastifyRequest,
    reply: FastifyReply,
    page: Omit<RenderedPage, 'hasProvider'>,
    status = 200,
  ) =>
    writePageOnce(request.raw, reply, {
      made: {
        status,
        type: 'text/html; charset=utf-8',
        cacheControl: keepNowhere,
        body: renderPrivatePage({ ...page, hasProvider }, shell),
      },
      shared: deps.securityHeaders(),
    })
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    page?: PrivatePage,
  ): Promise<unknown> => {
    const actor = await resolveActor(request.headers.cookie)
    const isOpen = page !== undefined && page.action === undefined
    if (!isOpen && actor.kind !== 'staff') return reply.redirect(signInThen(request), 303)
    const mayOpen = isOpen || (page?.action !== undefined && mayEver(actor, page.action))
    const search = searchOf(request)
    const ctx = { db: database.calls, now, random, actor, hasProvider, search }
    const shown = mayOpen ? await page.show(ctx, request.params as PathPlaces) : undefined
    if (shown instanceof SeeOther) return reply.redirect(shown.path, 303)
    return shown
      ? write(request, reply, { ...shown, path: pathOfRequest(request), ...personOf(actor) })
      : // No path: the page looks the same at every address that leads nowhere.
        write(request, reply, { ...noPage, path: '', ...personOf(actor) }, 404)
  }
}

const noPage = { title: deskWords.noPage, main: noDeskPageView() }

const personOf = (actor: Actor) => (actor.kind === 'staff' ? { person: actor } : undefined)

const pathOfRequest = (request: FastifyRequest): string => pathOf(request.raw.url ?? '')

/** The page to sign in, which leads back to the address that was asked for. */
function signInThen(request: FastifyRequest): string {
  const path = pathOfRequest(request)
  return path === deskPaths.home
    ? deskPaths.signIn
    : `${deskPaths.signIn}?${new URLSearchParams({ next: path }).toString()}`
}

const searchOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '')
