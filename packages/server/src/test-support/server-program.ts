import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the program (the one of `entry`) as it is run for real, beside a client of one line, into a folder that `remove` takes away again. */
export async function buildProgram({ entry = 'src/main.ts' } = {}): Promise<{
  readonly main: string
  readonly remove: () => void
}> {
  const folder = here(`../../.takepart/${process.pid}`)
  await build({
    configFile: here('../../vite.config.ts'),
    logLevel: 'silent',
    build: {
      outDir: join(folder, 'server/dist'),
      ...(entry === 'src/main.ts'
        ? {}
        : { rolldownOptions: { input: { main: here(`../../${entry}`) } } }),
    },
  })
  const manifest = {
    'src/main.ts': { file: 'assets/main.js' },
    'src/document.ts': { file: 'assets/main.js' },
    'src/styles/style.css': { file: 'assets/style.css' },
    'src/styles/rounds.css': { file: 'assets/rounds.css' },
    'src/styles/questions.css': { file: 'assets/questions.css' },
    'src/styles/settings/settings.css': { file: 'assets/settings.css' },
  }
  write(join(folder, 'client/dist/.vite/manifest.json'), JSON.stringify(manifest))
  write(join(folder, 'client/dist/.vite/before-paint.js'), 'show()')
  write(join(folder, 'client/dist/assets/main.js'), 'export {}')
  write(join(folder, 'client/dist/assets/rounds.css'), '.talk{margin:0}')
  write(join(folder, 'client/dist/assets/questions.css'), '.order{margin:0}')
  write(join(folder, 'client/dist/assets/settings.css'), ':root{}')
  write(join(folder, 'client/dist/assets/style.css'), 'body{margin:0}')
  return {
    main: join(folder, 'server/dist/main.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** A server as a process of its own. */
export interface Program {
  readonly child: ChildProcess
  /** Everything it said so far, both streams together. */
  readonly said: () => string
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** Starts it with these settings and no others. */
export function startProgram(main: string, settings: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
      NODE_ENV: 'production',
      ...settings,
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  const ended = new Promise<number | NodeJS.Signals>((done) =>
    child.once('close', (code, signal) => done(code ?? signal ?? -1)),
  )
  return { child, said: () => text, ended }
}

/** Waits until it serves and answers where; throws with what it said when it ends first. */
export async function untilServing({ child, said }: Program): Promise<string> {
  for (let waited = 0; waited < 600; waited += 1) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(said())
    const address = /running at http:\/\/localhost(:\d+)/.exec(said())?.[1]
    if (address) return `http://127.0.0.1${address}`
    await pause(50)
  }
  throw new Error(`It did not serve: ${said()}`)
}

/** Where the database of a data folder listens. */
export const socketOf = (dataFolder: string): string =>
  readFileSync(join(dataFolder, 'socket'), 'utf8').trim()
