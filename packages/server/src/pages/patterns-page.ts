import { mediaTypes } from '@takepart/shared/domain/consultation/media'
import { patternsTitle, patternsView } from '@takepart/shared/views/patterns/patterns.view'
import type { FastifyInstance } from 'fastify'
import { finished, keepNowhere } from './page-deps.ts'
import type { PageShell } from './render-page.ts'

const captions =
  'WEBVTT\n\n00:00.000 --> 00:04.000\nA woman stands in front of a clinic.\n\n00:04.000 --> 00:08.000\nNothing has been decided.\n'

/**
 * The page of patterns, for the people who make Takepart. It has no place in `sitePaths`: nothing links to it, no device
 * keeps it, and where settings do not ask for it there is no such page.
 */
export function registerPatternsPage(app: FastifyInstance, shell: PageShell): void {
  // The browser asks for captions as soon as it shows the player.
  app.get('/patterns/example.vtt', (_request, reply) =>
    reply.header('cache-control', keepNowhere).type(mediaTypes.vtt).send(captions),
  )
  app.get('/patterns', (_request, reply) => {
    const page = finished(
      { title: patternsTitle, content: patternsView(), script: 'document' },
      { shell },
      { cacheControl: keepNowhere },
    )
    return reply.type(page.type).header('cache-control', page.cacheControl).send(page.body)
  })
}
