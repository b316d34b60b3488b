import { PassThrough } from 'node:stream'
import { roundHasClosed } from '@takepart/shared/domain/round/round'
import { pathReader, sitePaths } from '@takepart/shared/domain/site/site-paths'
import { roundAddress } from '@takepart/shared/views/round/round-address'
import type { FastifyInstance } from 'fastify'
import { exportRound, type RoundExportFormat } from '../features/round/export-round.ts'
import { findRound } from '../features/round/round.queries.ts'
import type { PagesDeps } from '../http/app-deps.ts'
import { keepNowhere } from './page-deps.ts'

const types: Readonly<Record<RoundExportFormat, string>> = {
  // As the recommendation asks for (Activity Streams 2.0, section 2).
  json: 'application/activity+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

const isRound = pathReader(sitePaths.documents.round)

/**
 * Adds the files of closed discussions. Each is written when it is asked for, from what is shown at that moment, and kept
 * nowhere, so that what is removed from the pages is gone from the file too (P10). A reply that breaks off is not ended, so
 * that half a file never looks whole.
 */
export function registerRoundExports(
  app: FastifyInstance,
  { config, database, now }: PagesDeps,
): void {
  for (const format of ['json', 'csv'] as const)
    app.get<{ Params: { slug: string } }>(
      `/rounds/:slug/contributions.${format}`,
      async (request, reply) => {
        const path = roundAddress(request.params.slug)
        const found = isRound(path)
          ? await findRound(database.pages, request.params.slug)
          : undefined
        if (!found || found.retraction || !roundHasClosed(found.round, now()))
          return reply.callNotFound()
        const output = new PassThrough()
        const base = (config.publicOrigin ?? '') + path
        exportRound(database.pages, { round: found.round, format, base }, output).catch(
          (cause: Error) => {
            request.log.error({ err: cause }, 'An export of a discussion broke off')
            output.destroy(cause)
          },
        )
        return reply
          .header('content-type', types[format])
          .header('cache-control', keepNowhere)
          .header('content-disposition', `attachment; filename="${request.params.slug}.${format}"`)
          .send(output)
      },
    )
}
