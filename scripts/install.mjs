/**
 * Puts the packages in place before anything else runs, and costs a few milliseconds when they are there already.
 * Uses nothing but Node, since nothing else is here yet.
 */
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './fingerprint.mjs'
import { root, run } from './processes.mjs'

const pnpm = ['npx', '--yes', '--prefer-offline', 'pnpm@10.34.9']
const oldest = [20, 19]
const marker = join(root, 'node_modules/.takepart-installed')

const stop = (...lines) => {
  console.error(['', ...lines, ''].join('\n'))
  process.exit(1)
}

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  stop(
    `Takepart needs Node.js ${oldest.join('.')} or later. This is Node.js ${process.versions.node}.`,
    'Install a newer one from https://nodejs.org and run the same command again.',
  )
}

const packageFolders = () =>
  readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'package.json')),
  )

const manifests = () => [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  ...packageFolders().map((name) => `packages/${name}/package.json`),
]

/** Running needs neither the test tools nor the type checker, which are two thirds of the packages. */
const asked = process.argv.includes('--running') ? 'running' : 'all'

/** What the packages in node_modules were made for: the wanted versions, this processor, this kind of Node, and how many of them. */
const markOf = (scope) =>
  `${hashOf(manifests())} ${process.platform}-${process.arch} node-${process.versions.modules} ${scope}\n`

/** All packages serve for running as well. */
const enough = () => [markOf('all'), ...(asked === 'running' ? [markOf('running')] : [])]

const inPlace = () =>
  existsSync(marker) &&
  enough().includes(readFileSync(marker, 'utf8')) &&
  packageFolders().every((name) => existsSync(join(root, 'packages', name, 'node_modules')))

const checkRights = () => {
  const folders = ['.', 'node_modules', ...packageFolders().map((name) => `packages/${name}`)]
  for (const folder of folders.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    try {
      accessSync(folder, constants.W_OK)
    } catch {
      stop(
        `Takepart may not write in ${folder}.`,
        'Run the command as the owner of that folder, or give this user the right to write there.',
      )
    }
  }
}

const reasons = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_PNPM_META_FETCH_FAIL|ERR_PNPM_NO_OFFLINE|network (request|timeout)/,
    lines: [
      'The packages that Takepart is made of could not be fetched: the npm registry did not answer.',
      'A connection is needed the first time only. Check it (behind a proxy: npm config get proxy) and run the same command again.',
    ],
  },
  {
    sign: /EACCES|EPERM|EROFS/,
    lines: [
      'A file could not be written. Check who owns this folder and the npm cache (npm config get cache), and run the same command again.',
    ],
  },
  { sign: /ENOSPC/, lines: ['The disk is full. Takepart needs about 1 GB for its packages.'] },
  {
    sign: /ERR_PNPM_OUTDATED_LOCKFILE/,
    lines: [
      'A package.json and pnpm-lock.yaml do not fit together. Developers: run "npx pnpm@10.34.9 install --lockfile-only" and commit the result.',
    ],
  },
  {
    sign: /npx: (spawn|not found)|ENOENT.*npx/,
    lines: [
      'npx was not found. It comes with Node.js: install Node.js again from https://nodejs.org.',
    ],
  },
]

const explain = (output) => {
  const known = reasons.find(({ sign }) => sign.test(output))
  if (!known) console.error(output.trim())
  stop(...(known?.lines ?? ['The packages could not be installed. The lines above say why.']))
}

checkNode()
if (!inPlace()) {
  checkRights()
  console.log('Installing packages. The first time this takes a minute or two …')
  // CI=true: never ask a question, since there may be nobody to answer it.
  const scope = asked === 'running' ? ['--prod'] : []
  const { code, output } = await run(
    [...pnpm, 'install', '--frozen-lockfile', '--prefer-offline', ...scope],
    { env: { CI: 'true' }, seconds: 900 },
  )
  if (code !== 0) explain(output)
  writeFileSync(marker, markOf(asked))
}
