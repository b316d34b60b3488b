/** `npm run staff -- invite|list|verify-audit …`: the words after the two hyphens are the command's own. */
import { buildIfStale } from './build.mjs'

process.env.NODE_ENV ??= 'production'

// Standard output belongs to the command (an export may be written to it), so the build speaks on standard error.
const { log } = console
console.log = console.error
await buildIfStale()
console.log = log
await import('../packages/server/dist/staff-command.js')
