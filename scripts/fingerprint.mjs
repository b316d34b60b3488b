import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes.mjs'

const sources = [
  'packages/client/src',
  'packages/client/public',
  'packages/server/src',
  'packages/shared/src',
]
const settings = [
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'service-worker-build.ts',
  'before-paint-build.ts',
  'bundles-build.ts',
]
const alone = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'scripts/build.mjs',
  'scripts/fingerprint.mjs',
  ...['client', 'server', 'shared'].flatMap((name) =>
    settings.map((file) => `packages/${name}/${file}`),
  ),
]
const isTest = /\.test\.ts$/

const filesBelow = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && !isTest.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    : []

/**
 * SHA-256 over the names and contents of the files, in a fixed order; files that do not exist count as absent.
 *
 * @param {readonly string[]} files
 */
export const hashOf = (files) => {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Names the state of everything that goes into a build, in 64 hex digits: the same sources give the same fingerprint
 * on every machine, whatever the files' dates say.
 */
export const sourceFingerprint = () => hashOf([...sources.flatMap(filesBelow), ...alone])
