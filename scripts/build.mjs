/** Builds client and server, when their sources have changed since the last build. `node scripts/build.mjs` builds always. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sourceFingerprint } from './fingerprint.mjs'
import { root } from './processes.mjs'

const clientDist = join(root, 'packages/client/dist')
const serverDist = join(root, 'packages/server/dist')
const marker = join(serverDist, '.built-from')
const compressible = /\.(js|css|svg|html|json|webmanifest|txt)$/

const isFresh = (fingerprint) =>
  existsSync(marker) &&
  existsSync(join(clientDist, '.vite/manifest.json')) &&
  readFileSync(marker, 'utf8') === fingerprint

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Compressed once here, as hard as can be, so that the server never compresses a file. */
const compress = (file) => {
  const content = readFileSync(file)
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const brotli = brotliCompressSync(content, { params: quality })
  writeFileSync(`${file}.br`, brotli)
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  return { name: file.slice(clientDist.length + 1), bytes: content.length, brotli: brotli.length }
}

const show = (sizes) => {
  for (const { name, bytes, brotli } of sizes)
    console.log(
      `  ${name.padEnd(40)} ${String(bytes).padStart(8)} bytes ${String(brotli).padStart(7)} brotli`,
    )
}

const buildBoth = async (fingerprint) => {
  const { build } = await import('vite')
  // Removed first and written last: a build that is cut short never passes for a whole one.
  rmSync(marker, { force: true })
  await build({ configFile: join(root, 'packages/client/vite.config.ts'), logLevel: 'warn' })
  const sizes = filesBelow(clientDist)
    .filter((file) => compressible.test(file) && !file.includes('.vite'))
    .sort()
    .map(compress)
  await build({ configFile: join(root, 'packages/server/vite.config.ts'), logLevel: 'warn' })
  writeFileSync(marker, fingerprint)
  return sizes
}

/**
 * Makes packages/client/dist and packages/server/dist fit the sources.
 *
 * @returns true when something was built
 */
export const buildIfStale = async ({ always = false } = {}) => {
  const fingerprint = sourceFingerprint()
  if (!always && isFresh(fingerprint)) return false
  const began = performance.now()
  console.log('Building …')
  const sizes = await buildBoth(fingerprint)
  if (always) show(sizes)
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return true
}

if (process.argv[1] === import.meta.filename) await buildIfStale({ always: true })
