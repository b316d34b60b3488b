import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { systemRandom, withoutAccounts, type ResolveActor } from '../context.ts'
import { buildApp } from '../http/app.ts'
import { createLimiter } from '../features/rate-limit/rate-limit.ts'
import { createLog } from '../log.ts'
import { whileOpen } from './sample-response.ts'
import { testConfig } from './test-context.ts'
import type { TestDatabase } from './test-database.ts'

/** The server over a test database, with a built client of a few lines, and a clock that stands where it is put. */
export interface TestApp {
  readonly app: FastifyInstance
  /** What was logged, a line each. */
  readonly logged: string[]
  setClock(time: Date): void
  close(): Promise<void>
}

export async function createTestApp(
  database: TestDatabase,
  changes: Partial<Config> = {},
  resolveActor: ResolveActor = withoutAccounts,
): Promise<TestApp> {
  const logged: string[] = []
  let time = whileOpen
  const now = (): Date => time
  const config = testConfig({}, { publicOrigin: 'https://takepart.example.nhs.uk', ...changes })
  const clientFolder = builtClient()
  const limiter = createLimiter(config.limits, {
    now,
    ledger: async () => [],
    nameInTable: (budget) => budget,
  })
  const log = createLog('info', {
    write: (line) => {
      logged.push(line)
    },
  })
  const app = await buildApp({
    config,
    database,
    limiter,
    log,
    now,
    random: systemRandom,
    resolveActor,
    clientFolder,
  })
  return {
    app,
    logged,
    setClock: (moved) => {
      time = moved
    },
    close: async () => {
      await app.close()
      rmSync(clientFolder, { recursive: true })
    },
  }
}

function builtClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'takepart-client-'))
  const files = {
    '.vite/manifest.json': JSON.stringify({
      'src/main.ts': { file: 'assets/main-1.js' },
      'src/document.ts': { file: 'assets/document-1.js' },
      'src/styles/style.css': { file: 'assets/style-1.css' },
      'src/styles/rounds.css': { file: 'assets/rounds-1.css' },
      'src/styles/questions.css': { file: 'assets/questions-1.css' },
      'src/styles/settings/settings.css': { file: 'assets/settings-1.css' },
    }),
    '.vite/before-paint.js': 'show()',
    'assets/rounds-1.css': '.talk{margin:0}',
    'assets/questions-1.css': '.order{margin:0}',
    'assets/settings-1.css': ':root{}',
    'assets/main-1.js': 'export {}',
    'assets/main-1.js.br': 'as brotli',
    'assets/main-1.js.gz': 'as gzip',
    'assets/document-1.js': 'export {}',
    'assets/style-1.css': 'body{margin:0}',
    'sw.js': '// worker',
    'manifest.webmanifest': '{}',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}
