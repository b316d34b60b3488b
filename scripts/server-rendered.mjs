/**
 * Gives tests in a browser what a server renders, as the module `virtual:server-rendered`. Lit's server renderer runs in
 * Node only, and on another build of Lit than a browser has: nothing rendered in the browser itself can stand for it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes.mjs'

const name = 'virtual:server-rendered'
const source = join(root, 'packages/shared/src/views/test-support/render-pages.ts')
const openSample = join(root, 'packages/server/sample/mental-health-help-in-the-community.json')

/** @returns a plugin for Vite */
export const serverRendered = () => {
  let server
  return {
    name: 'server-rendered',
    configureServer(started) {
      server = started
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const { renderPages, renderPatterns, renderSay } = await server.ssrLoadModule(source)
      const rendered = renderPages(JSON.parse(readFileSync(openSample, 'utf8')))
      const parts = { rendered, renderedSay: renderSay(), patterns: renderPatterns() }
      return Object.entries(parts)
        .map(([part, value]) => `export const ${part} = ${JSON.stringify(value)}`)
        .join(';')
    },
  }
}
