import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { ClientAssets } from './client-assets.ts'

const year = 31_536_000_000

/**
 * The built client's files, compressed when they were built. Those under /assets/ are named by their content and may be
 * kept for good; the service worker, the manifest and the icons are asked for anew each time.
 */
export async function registerStaticFiles(
  app: FastifyInstance,
  { folder, topFiles }: ClientAssets,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: year,
    index: false,
    dotfiles: 'ignore',
  })
  for (const name of topFiles) {
    app.get(`/${name}`, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile(name, folder, { cacheControl: false, maxAge: 0, immutable: false }),
    )
  }
}
