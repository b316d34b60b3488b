/** Builds what has changed and serves it, in this one process, so that signals reach the server and its database. */
import { buildIfStale } from './build.mjs'

process.env.NODE_ENV ??= 'production'

try {
  await buildIfStale()
} catch (error) {
  console.error('\nTakepart could not be built:\n')
  console.error(error)
  process.exit(1)
}
await import('../packages/server/dist/main.js')
