/**
 * Everything that says whether Takepart is well: types, lint, direction of dependencies, unused code, sizes, bundles,
 * tests of rules, database and browser, journeys. Ends with `N passed, N failed`.
 *
 * `node scripts/test.mjs --only=types,lint,bundles,unit,e2e` runs some of it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './ensure-chromium.mjs'
import { run } from './processes.mjs'

const groups = ['types', 'lint', 'bundles', 'unit', 'e2e']
const node = process.execPath
const bin = (name) => join('node_modules/.bin', name)
const results = mkdtempSync(join(tmpdir(), 'takepart-test-'))

const checks = {
  types: [
    'packages/shared',
    'packages/server',
    'packages/client',
    'packages/client/tsconfig.worker.json',
    'e2e',
  ].map((project) => ({
    name: `types of ${project}`,
    command: [bin('tsc'), '--project', project],
  })),
  lint: [
    { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
    { name: 'formatting', command: [bin('oxfmt'), '--check', '.'] },
    {
      name: 'accessibility of templates',
      command: [bin('eslint'), '--max-warnings=0', 'packages'],
    },
    { name: 'direction of dependencies', command: [node, 'scripts/checks/dependencies.mjs'] },
    { name: 'unused code', command: [bin('knip')] },
    { name: 'sizes of files and functions', command: [node, 'scripts/checks/sizes.mjs'] },
  ],
  bundles: [
    { name: 'build', command: [node, 'scripts/build.mjs'] },
    {
      name: 'budgets of what a browser loads',
      command: [node, 'scripts/checks/bundle-budgets.mjs'],
    },
  ],
}

const asked = () => {
  const only =
    process.argv
      .find((word) => word.startsWith('--only='))
      ?.slice('--only='.length)
      .split(',') ?? groups
  const unknown = only.filter((name) => !groups.includes(name))
  if (unknown.length === 0) return only
  console.error(`There is no ${unknown.join(', ')}. Choose from ${groups.join(', ')}.`)
  process.exit(2)
}

/** Colours are for people at a terminal. */
const plain = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' }

const say = (good, name, seconds, more = '') =>
  console.log(`${good ? '✓' : '✗'} ${name}${more} (${seconds.toFixed(1)} s)`)

/** One tool that is content or not; what it says is shown when it is not. */
const check = async ({ name, command }) => {
  const { code, output, seconds } = await run(command, { env: plain, seconds: 300 })
  say(code === 0, name, seconds)
  if (code !== 0) console.log(output.trim().replaceAll(/^/gm, '    '))
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

const checkAll = async (list) => {
  const outcomes = []
  for (const one of list) outcomes.push(await check(one))
  return outcomes
}

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const unitCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
})
const e2eCounts = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
})

/**
 * A runner that counts its own tests. One that ends badly without a failed test, or well without a passed one, counts
 * as a failure: something went wrong outside the tests.
 */
const countTests = async ({ name, command, file, counts, seconds: most }) => {
  console.log(`\n— ${name}`)
  const { code, seconds } = await run(command, {
    env: { ...plain, TEST_RESULTS: file },
    live: true,
    seconds: most,
  })
  const report = readJson(file)
  const counted = report ? counts(report) : { passed: 0, failed: 0, skipped: 0 }
  const outside = (code !== 0 && counted.failed === 0) || counted.passed === 0 ? 1 : 0
  const failed = counted.failed + outside
  if (outside)
    console.log(
      `${name} ended with code ${code} and ${counted.passed} tests passed: look above for what went wrong outside a test.`,
    )
  say(failed === 0, name, seconds, `: ${counted.passed} passed, ${failed} failed`)
  return { name, ...counted, failed }
}

const unit = (browser) => {
  const file = join(results, 'unit.json')
  const projects = browser
    ? []
    : ['shared', 'server', 'tools'].flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name: 'tests',
    command: [bin('vitest'), 'run', ...projects, ...reporters],
    file,
    counts: unitCounts,
    seconds: 1200,
  }
}

const e2e = () => ({
  name: 'journeys',
  command: [bin('playwright'), 'test', '--config', 'e2e/playwright.config.ts'],
  file: join(results, 'e2e.json'),
  counts: e2eCounts,
  seconds: 2700,
})

const findBrowser = async () => {
  try {
    process.env.CHROMIUM_PATH = await ensureChromium()
    return true
  } catch (error) {
    console.log(`✗ browser\n    ${error.message.replaceAll('\n', '\n    ')}`)
    return false
  }
}

const runAll = async (wanted) => {
  const has = (name) => wanted.includes(name)
  const still = { ...checks, bundles: has('bundles') ? checks.bundles : checks.bundles.slice(0, 1) }
  const names = Object.keys(still).filter((name) => has(name) || (name === 'bundles' && has('e2e')))
  const outcomes = (await Promise.all(names.map((name) => checkAll(still[name])))).flat()
  if (!has('unit') && !has('e2e')) return outcomes
  const browser = await findBrowser()
  if (!browser) outcomes.push({ name: 'browser', passed: 0, failed: 1, skipped: 0 })
  if (has('unit')) outcomes.push(await countTests(unit(browser)))
  if (has('e2e') && browser) outcomes.push(await countTests(e2e()))
  return outcomes
}

const outcomes = await runAll(asked())
rmSync(results, { recursive: true, force: true })
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
const bad = outcomes.filter(({ failed }) => failed > 0).map(({ name }) => name)
console.log(bad.length > 0 ? `\nNot well: ${bad.join(', ')}` : '\nAll is well')
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
)
process.exitCode = sum('failed') > 0 ? 1 : 0
