import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../processes.mjs'
import { measureBundles } from './bundle-budgets.mjs'
import { plant } from './plant.mjs'
import { checkSizes } from './sizes.mjs'

/** A check that has never failed may not be looking: each tool meets a tree of planted violations here. */

const domain = 'packages/shared/src/domain/'
const response = 'packages/client/src/features/response/'

const lintFinds = [
  ['takepart(no-ambient-clock)', `${domain}reads-the-clock.ts`],
  ['takepart(no-ambient-randomness)', `${domain}draws-lots.ts`],
  ['takepart(no-ambient-environment)', `${domain}reads-the-environment.ts`],
  ['takepart(no-network)', `${domain}asks-the-network.ts`],
  ['takepart(no-device-storage)', `${domain}keeps-on-the-device.ts`],
  ['takepart(no-device-storage)', `${response}reaches-out.ts`],
  ['takepart(no-raw-markup)', 'packages/shared/src/ui/raw-markup.ts'],
  ['takepart(no-shadow-root)', `${response}shadow-element.ts`],
  ['takepart(no-bare-catch)', `${response}reaches-out.ts`],
  ['takepart(no-enum)', `${domain}badly-made.ts`],
  ['eslint(no-restricted-imports)', `${domain}uses-whole-zod.ts`],
  ['eslint(no-restricted-imports)', 'packages/shared/src/ui/raw-markup.ts'],
  ['eslint(no-restricted-imports)', 'packages/shared/src/views/loads-a-schema.ts'],
  ['eslint(max-params)', `${domain}badly-made.ts`],
  ['eslint(max-depth)', `${domain}badly-made.ts`],
  ['eslint(complexity)', `${domain}badly-made.ts`],
  ['eslint(no-console)', `${domain}badly-made.ts`],
  ['import(no-default-export)', `${domain}badly-made.ts`],
  ['typescript(no-explicit-any)', `${domain}untyped.ts`],
  ['typescript(ban-ts-comment)', `${domain}untyped.ts`],
  ['typescript(no-floating-promises)', `${domain}forgets-a-promise.ts`],
  ['typescript(switch-exhaustiveness-check)', `${domain}forgets-a-case.ts`],
]

/** Where the thing that is refused elsewhere is at home, and a file with nothing wrong in it. */
const lintIsContentWith = [
  `${domain}clean.ts`,
  `${domain}answer-schema.ts`,
  'packages/server/src/main.ts',
  'packages/server/src/config.ts',
  'packages/client/src/main.ts',
  'packages/client/src/api/send-command.ts',
  'packages/client/src/offline/records.ts',
  'e2e/knows-the-inside.ts',
]

const directions = [
  ['no-cycles', `${domain}round-one.ts`],
  ['no-unknown', `${domain}leads-nowhere.ts`],
  ['shared-stands-alone', `${domain}knows-the-server.ts`],
  ['server-knows-no-client', 'packages/server/src/http/knows-the-client.ts'],
  ['client-sees-a-type-of-server', `${response}reaches-out.ts`],
  ['client-sees-one-file-of-server', `${response}reaches-out.ts`],
  ['e2e-uses-http', 'e2e/knows-the-inside.ts'],
  ['domain-is-alone', `${domain}knows-a-page.ts`],
  ['zod-in-schemas-only', `${domain}uses-zod-in-a-rule.ts`],
  ['schemas-stay-on-the-server', 'packages/shared/src/views/loads-a-schema.ts'],
  ['patterns-stay-on-the-server', 'packages/shared/src/views/shows-patterns.ts'],
  ['ui-knows-no-noun', 'packages/shared/src/ui/knows-a-noun.ts'],
  ['views-use-ui-and-domain', 'packages/shared/src/views/loads-a-schema.ts'],
  ['features-know-no-shell', `${response}reaches-out.ts`],
  ['api-and-offline-know-no-ui', 'packages/client/src/offline/records.ts'],
  ['offline-knows-no-api', 'packages/client/src/offline/records.ts'],
  ['features-are-handed-services', `${response}reaches-out.ts`],
  ['idb-in-offline-only', `${response}reaches-out.ts`],
  ['trpc-in-api-only', `${response}reaches-out.ts`],
  ['router-behind-two-files', `${response}reaches-out.ts`],
  ['only-main-knows-http', 'packages/server/src/features/response/submit-response.ts'],
  ['only-main-knows-http', 'packages/server/src/trpc.ts'],
  ['db-knows-no-feature', 'packages/server/src/db/database.ts'],
  ['media-knows-no-feature', 'packages/server/src/media/make-picture.ts'],
  ['queries-of-another-feature-only', 'packages/server/src/features/report/publish-report.ts'],
  ['sql-in-queries-only', 'packages/server/src/features/response/submit-response.ts'],
  ['lit-in-pages-only', 'packages/server/src/features/response/submit-response.ts'],
  ['tests-are-not-imported', 'packages/server/src/app-router.ts'],
  ['declared-packages-only', `${domain}uses-an-undeclared-package.ts`],
]

const program = (name) => join(root, 'node_modules/.bin', name)
let planted

const ask = (command, args, cwd = planted.top) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 50_000,
    maxBuffer: 1 << 28,
  })
  return { status, stdout, output: stdout + stderr }
}

beforeAll(() => {
  planted = plant()
})

afterAll(() => planted.remove())

describe('lint', () => {
  let found
  beforeAll(() => {
    const { diagnostics } = JSON.parse(
      ask(program('oxlint'), ['--type-aware', '--format', 'json']).stdout,
    )
    found = diagnostics.map(({ code, filename }) => [code, filename])
  })

  it.each(lintFinds)('finds %s in %s', (rule, file) => {
    expect(found).toContainEqual([rule, file])
  })

  it.each(lintIsContentWith)('is content with %s', (file) => {
    expect(found.filter(([, other]) => other === file)).toEqual([])
  })
})

describe('accessibility of templates', () => {
  it('finds a picture without words', () => {
    const { status, stdout } = ask(program('eslint'), ['--format', 'json', 'packages'])
    const found = JSON.parse(stdout).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => [ruleId, filePath.slice(planted.top.length + 1)]),
    )
    expect([status, found]).toEqual([
      1,
      [['lit-a11y/alt-text', 'packages/shared/src/ui/image-without-words.ts']],
    ])
  })
})

describe('direction of dependencies', () => {
  let lines
  beforeAll(() => {
    lines = ask(process.execPath, [
      join(root, 'scripts/checks/dependencies.mjs'),
      planted.top,
    ]).output.split('\n')
  })

  it.each(directions)('finds %s in %s', (rule, file) => {
    expect(lines).toContainEqual(expect.stringContaining(`${rule}: ${file} → `))
  })

  it('knows a planted violation for every rule it has', () => {
    const names = [
      ...readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8').matchAll(
        /rule\(\s*'([a-z0-9-]+)'/g,
      ),
    ].map(([, name]) => name)
    expect([...new Set(directions.map(([name]) => name))].sort()).toEqual(names.sort())
  })

  it('is not content with a tree in which it reads nothing', () => {
    const empty = mkdtempSync(join(tmpdir(), 'takepart-empty-'))
    const { status, output } = ask(
      process.execPath,
      [join(root, 'scripts/checks/dependencies.mjs'), empty],
      empty,
    )
    rmSync(empty, { recursive: true })
    expect([status, output]).toEqual([1, expect.stringContaining('0 modules')])
  })
})

describe('unused code', () => {
  it('finds a file, an export and a package that nobody uses', () => {
    const { status, stdout } = ask(program('knip'), ['--reporter', 'json'])
    const report = JSON.parse(stdout).issues
    const about = (file) => report.find((issue) => issue.file === file)
    expect(status).toBe(1)
    expect(about('packages/server/src/features/report/publish-report.ts').files).toHaveLength(1)
    expect(about(`${domain}reads-the-clock.ts`).exports.map(({ name }) => name)).toContain('today')
    expect(about('packages/server/package.json').dependencies.map(({ name }) => name)).toContain(
      'csv-stringify',
    )
  })
})

describe('types', () => {
  it('finds a name that is not there', () => {
    const { status, output } = ask(program('tsc'), ['--project', 'packages/shared'])
    expect(status).not.toBe(0)
    expect(output).toContain('leads-nowhere.ts')
  })
})

describe('sizes of files and functions', () => {
  const grow = (file, text) => {
    mkdirSync(join(planted.top, file, '..'), { recursive: true })
    writeFileSync(join(planted.top, file), text)
  }

  it('finds what is too long, and source without tests', () => {
    const body = '  count += 1\n'.repeat(66)
    grow(
      `${domain}long-function.ts`,
      `export const long = (count: number): number => {\n${body}  return count\n}\n`,
    )
    grow(`${domain}long-file.ts`, 'export const line = 1\n'.repeat(401))
    grow(
      `${response}wide-element.ts`,
      `class WideElement {\n${'  @state() private one = 1\n'.repeat(9)}}\n`,
    )
    const { problems } = checkSizes(planted.top)
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringContaining('long-function.ts:1 long has 69 lines'),
        expect.stringContaining('long-file.ts has 402 lines'),
        expect.stringContaining('WideElement has 9 reactive properties'),
        expect.stringContaining('lines of test a line of source'),
      ]),
    )
  })

  it('is not content with a tree in which it reads nothing', () => {
    const empty = mkdtempSync(join(tmpdir(), 'takepart-empty-'))
    const { status } = ask(process.execPath, [join(root, 'scripts/checks/sizes.mjs'), empty])
    rmSync(empty, { recursive: true })
    expect(status).toBe(1)
  })
})

describe('budgets of what a browser loads', () => {
  let dist
  /** Random bytes, so that compressing does not make them fewer. */
  const write = (name, bytes, text = '') =>
    writeFileSync(join(dist, name), Buffer.concat([Buffer.from(text), randomBytes(bytes)]))
  const worker =
    'precache([{url:`/app-shell`,revision:`1`},{url:`/assets/main.js`,revision:null},{url:`/assets/later.js`,revision:null}])'

  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'takepart-dist-'))
    mkdirSync(join(dist, '.vite'))
    mkdirSync(join(dist, 'assets'))
    const manifest = {
      'src/main.ts': { file: 'assets/main.js', imports: ['_part.js'] },
      '_part.js': { file: 'assets/part.js' },
      'src/document.ts': { file: 'assets/document.js', dynamicImports: ['src/later.ts'] },
      'src/later.ts': { file: 'assets/later.js' },
      'src/features/round/round-page.ts': { file: 'assets/round.js', imports: ['_part.js'] },
      'src/staff.ts': { file: 'assets/staff.js', dynamicImports: ['src/desk-page.ts'] },
      'src/desk-page.ts': { file: 'assets/desk-page.js' },
      'src/quiet.ts': { file: 'assets/quiet.js' },
      'src/styles/style.css': { file: 'assets/style.css' },
      'src/styles/rounds.css': { file: 'assets/rounds.css' },
      'src/styles/questions.css': { file: 'assets/questions.css' },
      'src/styles/settings/settings.css': { file: 'assets/settings.css' },
      'src/features/settings/page.ts': { file: 'assets/page.js' },
    }
    writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(manifest))
    write('assets/main.js', 20_000)
    write('assets/part.js', 10_000)
    write('assets/later.js', 50_000)
    write('assets/document.js', 3_000)
    write('assets/round.js', 3_000)
    write('assets/staff.js', 20_000)
    write('assets/desk-page.js', 100_000)
    write('assets/quiet.js', 2_000)
    write('assets/style.css', 3_000)
    write('assets/rounds.css', 1_000)
    write('assets/questions.css', 500)
    write('assets/settings.css', 3_000)
    write('assets/page.js', 3_000)
    write('.vite/before-paint.js', 1_000)
    write('sw.js', 2_000, worker)
  })

  afterAll(() => rmSync(dist, { recursive: true }))

  const over = () =>
    measureBundles(dist)
      .filter((measure) => measure.over)
      .map(({ words }) => words)

  it('are content with a small build', () => {
    expect(over()).toEqual([])
  })

  it.each([
    ['scripts of the app, first load', 'assets/part.js', 19_501],
    [
      'scripts of the app with the fields of every kind of question, and what it fetches once it is quiet',
      'assets/quiet.js',
      12_501,
    ],
    ['script of a document page', 'assets/document.js', 13_001],
    ['scripts of the largest page of a round', 'assets/round.js', 20_501],
    ['scripts of the largest page of the desk', 'assets/desk-page.js', 130_001],
    ['stylesheet', 'assets/style.css', 5_751],
    ['what pages of discussions add to it', 'assets/rounds.css', 2_501],
    ['what pages of live questions add to that', 'assets/questions.css', 1_001],
    ['scripts and styles of the display settings', 'assets/settings.css', 8_001],
    ['scripts and styles of the display settings', 'assets/page.js', 8_001],
    ['kept by the worker at install', 'assets/later.js', 158_000],
  ])('find too large: %s', (words, file, bytes) => {
    const before = readFileSync(join(dist, file))
    write(file, bytes)
    expect(over()).toEqual([words])
    writeFileSync(join(dist, file), before)
  })

  it('find a worker that is too large', () => {
    write('sw.js', 8_751, worker)
    expect(over()).toEqual(['service worker'])
  })

  it('find a part of the desk among what the worker keeps', () => {
    write('sw.js', 2_000, worker.replace('later.js', 'staff.js'))
    expect(over()).toEqual(['kept by the worker, though no public page loads it'])
  })

  it('refuse a build whose worker keeps nothing, since nothing would be measured', () => {
    writeFileSync(join(dist, 'sw.js'), 'precache([])')
    expect(over).toThrow('does not keep the empty page')
  })
})
