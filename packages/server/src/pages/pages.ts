import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import {
  changesChannel,
  countShown,
  findHost,
  findNewestVersion,
  findVersion,
  listMapped,
  listShown,
} from '../features/consultation/consultation.queries.ts'
import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import { roundAddress } from '@takepart/shared/views/round/round-address'
import { readSite } from '../features/site/site.queries.ts'
import { roundChannel } from '../features/round/round.queries.ts'
import { roundsIn } from './rounds-read.ts'
import type { PagesDeps, RegisteredPages } from '../http/app-deps.ts'
import { loadClientAssets, withoutClient } from './client-assets.ts'
import { pageRoutes } from './page-address.ts'
import { mostOnPage, type Published } from './page-deps.ts'
import { PageServer, refuseOtherMethods } from './page-server.ts'
import { registerPatternsPage } from './patterns-page.ts'
import { registerProvider } from './private/account/register-provider.ts'
import { registerExports } from './private/analysis/register-exports.ts'
import { registerDraftPictures } from './private/authoring/register-draft-pictures.ts'
import { registerQuestionnaire } from './private/authoring/register-questionnaire.ts'
import { privatePages } from './private/private-pages.ts'
import { registerPrivatePages } from './private/register-private-pages.ts'
import { registerRoundExports } from './register-round-exports.ts'
import { ReadyPages } from './cache/ready-pages.ts'
import { RecentlyRead } from './cache/recently-read.ts'
import { errorPage } from './site-pages.ts'
import { registerStaticFiles } from './static-files.ts'

/** A round is named and counted in the list of rounds and in its process as well. */
function dropRound(ready: ReadyPages, slug: string): void {
  ready.dropUnder(roundAddress(slug))
  ready.dropUnder('/processes')
  ready.dropPage(sitePaths.documents.rounds)
}

/**
 * Adds the public pages and the built client's files to the server. Pages are served ready-made, keyed by their path
 * alone: no query, header or host that a request brings changes what is kept (S16, S45). A search is made afresh.
 */
export async function registerPages(
  app: FastifyInstance,
  deps: PagesDeps,
): Promise<RegisteredPages> {
  const { config, database, log, now } = deps
  const assets =
    deps.clientFolder === undefined ? withoutClient : loadClientAssets(deps.clientFolder)
  const shell = { assets, origin: config.publicOrigin }
  for (const text of [assets.styles, ...Object.values(assets.pageStyles)])
    if (text !== '') deps.allow({ kind: 'style', text })
  if (assets.firstScript !== '') deps.allow({ kind: 'script', text: assets.firstScript })
  if (deps.clientFolder !== undefined) await registerStaticFiles(app, assets)
  const ready = new ReadyPages({
    headers: deps.securityHeaders,
    now,
    hearsOfChanges: () => hearing.hears() && hearingRounds.hears(),
    onTrouble: (cause) =>
      log.warn({ err: cause }, 'A page could not be made anew; the one before it is served'),
  })
  const recent = new RecentlyRead(now)
  const hearing = database.hear(changesChannel, () => {
    recent.drop()
    ready.drop()
  })
  const hearingRounds = database.hear(roundChannel, (slug) => {
    recent.drop()
    if (slug === undefined) ready.drop()
    else dropRound(ready, slug)
  })
  app.addHook('onClose', async () => {
    await Promise.all([hearing.stop(), hearingRounds.stop()])
  })
  const server = new PageServer({
    ready: config.readyPages ? ready : undefined,
    headers: deps.securityHeaders,
    pages: {
      published: publishedIn(database.pages, recent),
      rounds: roundsIn(database.pages, recent),
      now,
      shell,
    },
  })
  if (config.patternsPage) registerPatternsPage(app, shell)
  registerProvider(app, deps)
  registerPrivatePages(app, { deps, shell }, privatePages)
  for (const route of pageRoutes)
    app.get(route.path, (request, reply) => server.answer(request, reply, route))
  registerExports(app, deps)
  registerRoundExports(app, deps)
  registerQuestionnaire(app, deps)
  registerDraftPictures(app, deps)
  app.get('/*', (request, reply) => server.answer(request, reply))
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/*',
    onRequest: async (request, reply) => refuseOtherMethods(request, reply),
    handler: (_request, reply) => reply.callNotFound(),
  })
  return { errorPage: (model) => errorPage(model, shell) }
}

const publishedIn = (db: Kysely<Schema>, recent: RecentlyRead): Published => ({
  newest: (slug) => recent.get(`newest ${slug}`, () => findNewestVersion(db, slug)),
  numbered: (slug, number) => findVersion(db, slug, number),
  page: (number, words = []) =>
    recent.get(`page ${number} ${words.join(' ')}`, async () => {
      const [shown, total] = await Promise.all([
        listShown(db, { from: (number - 1) * mostOnPage, most: mostOnPage, words }),
        countShown(db, words),
      ])
      return { shown, total }
    }),
  host: () => recent.get('host', () => findHost(db)),
  site: () => recent.get('site', () => readSite(db)),
  mapped: (most) => listMapped(db, most),
})
