import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { createLog } from '../log.ts'
import { sentResponse, smallConsultation, withdrawalOf } from '../test-support/sample-response.ts'
import { callerFor, testContext } from '../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

// Each command is a process of its own, and a test starts up to eight: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 })

const server = join(import.meta.dirname, '../..')
let database: TestDatabase
let folder = ''
let program = ''

beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'takepart-command-'))
  // Built below node_modules, from where it finds its packages.
  mkdirSync(join(server, 'node_modules/.cache'), { recursive: true })
  program = mkdtempSync(join(server, 'node_modules/.cache/command-'))
  await build({
    configFile: join(server, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: program, sourcemap: false },
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  rmSync(program, { recursive: true })
  await database.close()
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command as a process of its own, over the test database unless another environment is given. */
async function run(words: readonly string[], environment?: Record<string, string>): Promise<Ended> {
  const { host, user, database: name } = database.connection
  const env = environment ?? {
    DATABASE_URL: `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`,
  }
  const child = spawn(process.execPath, [join(program, 'consultation-command.js'), ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const code = await new Promise<number | null>((done) => {
    child.once('close', done)
  })
  return { code, out, err }
}

const write = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const small = (changes = {}) =>
  smallConsultation({ promise: { by: '2027-05-20', text: 'We say what we did.' }, ...changes })

describe('npm run consultation', () => {
  it('shows what it can do, and says what it cannot', async () => {
    expect(await run([])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('-- publish FILE') as string,
    })
    const unknown = await run(['burn'])
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('There is no “burn”')
  })

  it('says which setting is wrong, and that a database cannot be reached, without a password or a stack', async () => {
    const setting = await run(['list'], { DATABASE_URL: 'mysql://me:secret-7@localhost/x' })
    expect(setting.code).toBe(2)
    expect(setting.err).toContain('DATABASE_URL must be')
    const away = await run(['list'], { DATABASE_URL: 'postgres://me:secret-7@127.0.0.1:3159/x' })
    expect(away.code).toBe(2)
    expect(away.err).toContain('127.0.0.1:3159')
    expect(setting.err + away.err).not.toMatch(/secret-7|^ {4}at /m)
  })
})

describe('check', () => {
  it('finds no problems and needs no database', async () => {
    const { code, out, err } = await run(['check', write('good.json', small())], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:3159/none',
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/good\.json: no problems, .*advice\. It reads at an age of \d+ to \d+\n/)
  })

  it('names every problem by its place, in every file, and ends with 1', async () => {
    const bad = write('bad.json', { ...small(), minutes: -1, slug: 'Not A Slug' })
    const { code, out } = await run(['check', write('good.json', small()), bad])
    expect(code).toBe(1)
    expect(out).toContain('good.json: no problems, ')
    expect(out).toMatch(
      /bad\.json: 2 problems to put right before publishing\n {2}error: slug: .+\n(.*\n)* {2}error: minutes: /,
    )
  })

  it('shows nothing out of a file that a terminal would obey', async () => {
    const { code, out } = await run([
      'check',
      write('odd.json', { ...small(), '\u001b[2Jgone\n\u0007': 1 }),
    ])
    expect(code).toBe(1)
    expect(out).toContain('There is no field “\uFFFD[2Jgone\uFFFD\uFFFD” here.')
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  it('ends with 2 when a file cannot be read, and still checks the others', async () => {
    const { code, out, err } = await run([
      'check',
      'none.json',
      write('broken.json', '{\n  "slug": }'),
      write('good.json', small()),
    ])
    expect(code).toBe(2)
    expect(err).toContain('none.json: There is no such file\n')
    expect(err).toMatch(/broken\.json: At line 2, column 11, this is not JSON/)
    expect(out).toContain('good.json: no problems')
  })
})

describe('publish, list and retract', () => {
  it('publish once, say so the second time, make a next version, and refuse in words', async () => {
    const consultation = small({ slug: 'evening-clinics', title: 'Evening clinics' })
    const file = write('evening.json', consultation)
    expect(await run(['publish', file])).toEqual({
      code: 0,
      err: '',
      out: 'Published evening-clinics, version 1, at http://localhost:3000/consultations/evening-clinics\n',
    })
    expect(await run(['publish', file])).toEqual({
      code: 0,
      err: '',
      out: 'evening-clinics is already published: version 1 says the same\n',
    })
    write('evening.json', { ...consultation, title: 'Evening and weekend clinics' })
    expect((await run(['publish', file])).out).toContain('Published evening-clinics, version 2')
    const other = await run(['publish', write('other.json', small({ slug: 'evening-clinics' }))])
    expect(other.code).toBe(1)
    expect(other.out).toMatch(
      /error: slug: Another consultation, “Evening and weekend clinics”, has the address “evening-clinics”.*\nNothing was published/,
    )
    expect((await run(['list'])).out).toMatch(
      /^evening-clinics {2}\w+ {2}version 2 {2}.* {2}Evening and weekend clinics$/m,
    )
  })

  it('retract with a reason, and publish again only when told to', async () => {
    const file = write('canteen.json', small({ slug: 'canteen', title: 'The canteen' }))
    await run(['publish', file])
    expect(await run(['retract', 'canteen', '--reason', 'The date was wrong.'])).toEqual({
      code: 0,
      err: '',
      out: 'Retracted “The canteen”. Its versions and responses are kept.\n',
    })
    expect((await run(['retract', 'canteen', '--reason', 'Another'])).out).toContain(
      'was retracted already',
    )
    expect((await run(['list'])).out).toContain('canteen  retracted  version 1')
    expect(await run(['publish', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Add --again') as string,
    })
    expect(await run(['publish', file, '--again'])).toMatchObject({ code: 0 })
    expect((await run(['list'])).out).not.toContain('retracted')
    expect(await run(['retract', 'nowhere', '--reason', 'Why'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('no consultation at “nowhere”') as string,
    })
  })
})

describe('responses', () => {
  const slug = 'quiet-rooms'
  beforeAll(async () => {
    expect((await run(['publish', write('quiet.json', small({ slug }))])).code).toBe(0)
    const caller = callerFor(testContext(database))
    const sent = Array.from({ length: 3 }, () => sentResponse({ slug }))
    for (const { input } of sent)
      expect(await caller.response.submit(input)).toMatchObject({ ok: true })
    for (const one of sent.slice(0, 1))
      expect(await caller.response.withdraw(withdrawalOf(one))).toMatchObject({ ok: true })
  })

  it('writes the rows to the screen, and their number beside the number stored apart from them', async () => {
    const { code, out, err } = await run(['responses', slug])
    expect(code).toBe(0)
    expect(out.trimEnd().split('\r\n')).toHaveLength(4)
    expect(out).toContain('More chairs, and a clock.')
    expect(err).toContain('3 rows written, 3 responses stored\n')
    expect(err).toContain('2 received, 1 withdrawn')
  })

  it('takes a file for a slug, and writes a file that only its owner may read', async () => {
    const path = join(folder, 'out.json')
    const { code, out, err } = await run([
      'responses',
      join(folder, 'quiet.json'),
      '--format',
      'json',
      '--out',
      path,
    ])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('3 rows written, 3 responses stored')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(3)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('writes a workbook of the responses that count, and says how many do not', async () => {
    const path = join(folder, 'out.xlsx')
    const { code, out, err } = await run(['responses', slug, '--format', 'xlsx', '--out', path])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('2 rows written, 2 responses count\n1 more came in')
    const sheets = await readWorkbook(path)
    expect(sheets.map(({ sheet, data }) => [sheet, data.length > 1])).toEqual([
      ['responses', true],
      ['codebook', true],
      ['left out', true],
    ])
    expect(sheets[0]?.data).toHaveLength(3)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('takes a slug for a slug where a folder has its name', async () => {
    mkdirSync(join(folder, slug))
    expect(await run(['responses', slug])).toMatchObject({
      code: 0,
      err: expect.stringContaining('3 rows written') as string,
    })
    expect(await run(['responses', `${slug}/`])).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is a folder') as string,
    })
  })

  it('says what is apart in the equality part', async () => {
    const { code, err } = await run(['responses', slug, '--part', 'equality'])
    expect(code).toBe(0)
    expect(err).toContain('2 rows written, 2 responses stored')
    expect(err).toContain('in an order of their own')
  })

  it('ends with 1 for an address that nothing has, and with 2 for a file that is not there or cannot be written', async () => {
    expect(await run(['responses', 'nowhere'])).toMatchObject({ code: 1, out: '' })
    expect(await run(['responses', 'none.json'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('There is no such file') as string,
    })
    const unwritable = await run(['responses', slug, '--out', join(folder, 'no/such/folder.csv')])
    expect(unwritable).toMatchObject({ code: 2, out: '' })
    expect(unwritable.err).toContain('no/such/folder.csv')
  })
})

describe('without DATABASE_URL', () => {
  it('makes no data folder to read from, and says what to do', async () => {
    const nowhere = join(folder, 'no-data-here')
    for (const words of [['list'], ['responses', 'evening-clinics'], ['requests']]) {
      const { code, err } = await run(words, { TAKEPART_DATA: nowhere })
      expect({ code, made: existsSync(nowhere) }).toEqual({ code: 2, made: false })
      expect(err).toContain(`There is no data folder at ${nowhere}. Start Takepart first`)
    }
  })

  it('runs the database for the time of the command, and reaches the one that a server runs', async () => {
    const dataFolder = join(folder, 'data')
    const environment = { TAKEPART_DATA: dataFolder }
    expect(
      await run(['publish', write('own.json', small({ slug: 'own' }))], environment),
    ).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Published own') as string })
    expect((await run(['list'], environment)).out).toContain('own  ')
    const running = await startEmbeddedPostgres({
      dataFolder,
      log: createLog('silent'),
      now: new Date(),
    })
    const during = await run(['list'], environment)
    await running.stop()
    expect(during).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('own  ') as string,
    })
    writeFileSync(join(dataFolder, 'socket'), '/tmp/nowhere-at-all')
    expect((await run(['list'], environment)).out).toContain('own  ')
  })
})
