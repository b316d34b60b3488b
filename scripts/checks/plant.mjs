import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../processes.mjs'

const settings = [
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  'eslint.config.mjs',
  'knip.jsonc',
  'tsconfig.base.json',
  'package.json',
  'pnpm-workspace.yaml',
  '.gitignore',
  'scripts/checks/oxlint-plugin.mjs',
  'scripts/fingerprint.mjs',
  'scripts/processes.mjs',
  'packages/client/service-worker-build.ts',
  'packages/client/before-paint-build.ts',
  'packages/client/bundles-build.ts',
]
const packages = ['shared', 'client', 'server']

/** Packages as installed, but with the planted packages in place of our own. */
const linkPackages = (top, name) => {
  const from = join(root, 'packages', name, 'node_modules')
  const to = join(top, 'packages', name, 'node_modules')
  const ours = existsSync(join(from, '@takepart')) ? readdirSync(join(from, '@takepart')) : []
  mkdirSync(join(to, '@takepart'), { recursive: true })
  for (const entry of readdirSync(from).filter((one) => one !== '@takepart'))
    symlinkSync(join(from, entry), join(to, entry))
  for (const other of ours) symlinkSync(join(top, 'packages', other), join(to, '@takepart', other))
}

/**
 * A tree in a temporary folder with this project's settings and the planted violations as its only code.
 *
 * @returns its path, and `remove` to take it away
 */
export const plant = () => {
  const top = mkdtempSync(join(tmpdir(), 'takepart-planted-'))
  cpSync(join(root, 'scripts/checks/planted'), top, { recursive: true })
  const own = packages.flatMap((name) =>
    ['package.json', 'tsconfig.json', 'vite.config.ts'].map((file) => `packages/${name}/${file}`),
  )
  for (const file of [...settings, ...own].filter((one) => existsSync(join(root, one)))) {
    mkdirSync(dirname(join(top, file)), { recursive: true })
    cpSync(join(root, file), join(top, file))
  }
  symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'))
  for (const name of packages) linkPackages(top, name)
  return { top, remove: () => rmSync(top, { recursive: true, force: true }) }
}
