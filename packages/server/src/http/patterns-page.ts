import { patternsTitle, patternsView } from '@takepart/shared/views/patterns/patterns.view'
import type { FastifyInstance } from 'fastify'
import { finished, keepNowhere } from './page-deps.ts'
import type { PageShell } from './render-page.ts'

/**
 * The page of patterns, for the people who make Takepart. It has no place in `sitePaths`: nothing links to it, no device
 * keeps it, and where settings do not ask for it there is no such page.
 */
export function registerPatternsPage(app: FastifyInstance, shell: PageShell): void {
  app.get('/patterns', (_request, reply) => {
    const page = finished({ title: patternsTitle, content: patternsView(), script: 'document' }, { shell }, { cacheControl: keepNowhere })
    return reply.type(page.type).header('cache-control', page.cacheControl).send(page.body)
  })
}
