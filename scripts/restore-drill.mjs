/** `npm run restore-drill`: fills a database of its own, backs it up, wipes it, restores it and looks whether all is as it was. */
import { buildIfStale } from './build.mjs'

process.env.NODE_ENV ??= 'production'

await buildIfStale()
await import('../packages/server/dist/restore-drill-command.js')
