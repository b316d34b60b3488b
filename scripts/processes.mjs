import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const windows = process.platform === 'win32'
const keptCharacters = 200_000

/** Ends a process and everything it started. */
const end = (child, signal) => {
  try {
    if (windows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

const running = new Set()

const interrupt = () => {
  for (const child of running) end(child, 'SIGTERM')
  process.exit(130)
}

/** Signals are taken over only while something runs: a server started later in this process looks after its own. */
const keep = (child) => {
  if (running.size === 0)
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt)
  running.add(child)
}

const release = (child) => {
  running.delete(child)
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt)
}

/** Keeps the last characters of what a process writes, and shows it at once when `live` is set. */
const listen = (child, live) => {
  const heard = { text: '' }
  for (const [stream, out] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      heard.text = (heard.text + chunk).slice(-keptCharacters)
      if (live) out.write(chunk)
    })
  }
  return heard
}

const settled = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error: error.message }))
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, error: signal ? `ended by ${signal}` : '' }),
    )
  })

/**
 * Runs a command in the root folder, with no standard input and no terminal, and waits for it.
 *
 * @param command the words of the command, the program first
 * @param options `env` is added to the environment; `live` shows output as it comes; after `seconds` the command and its children are ended
 * @returns exit code (0 is good), what was written (the last 200,000 characters), and the seconds it took
 */
export const run = async (command, { env = {}, live = false, seconds = 600 } = {}) => {
  const began = performance.now()
  const [program, ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
    shell: windows,
  })
  keep(child)
  const heard = listen(child, live)
  let late = false
  const limit = setTimeout(() => {
    late = true
    end(child, 'SIGKILL')
  }, seconds * 1000)
  const { code, error } = await settled(child)
  clearTimeout(limit)
  release(child)
  const reason = late ? `not done after ${seconds} seconds, so it was ended` : error
  return {
    code,
    output: heard.text + (reason && code ? `\n${program}: ${reason}\n` : ''),
    seconds: (performance.now() - began) / 1000,
  }
}

/** True when the command can be started and ends well; nothing is shown. */
export const works = async (command) => (await run(command, { seconds: 30 })).code === 0
