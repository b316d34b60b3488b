/**
 * A program of its own, started by make-recording.ts: plays the recording that it is handed as file 3 and writes it anew
 * into file 4. It opens nothing else: the decoder, which meets a stranger's file, is WebAssembly and reaches those two only.
 *
 * Its words are a JSON list: the arguments of FFmpeg before the file, those after it, and the most bytes it may write. On
 * its standard output it says, a line of JSON each, how many seconds are done, and at the end what came of it.
 */
import { fstatSync, readFileSync, readSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, Worker } from 'node:worker_threads'

const [output, source, result] = [1, 3, 4]

/** Encoding answers to nothing until it is done, so it is left to a thread, and who asked for it is watched beside it. */
function watch() {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) })
  worker.once('error', () => process.exit(1))
  worker.once('exit', (code) => process.exit(code))
  // However the other program ends, its end of this pipe closes.
  process.stdin.resume().once('close', () => process.exit(1))
}

const say = (words) => writeSync(output, `${JSON.stringify(words)}\n`)

class TooLarge extends Error {}

async function load() {
  const wasm = import.meta.resolve('@ffmpeg/core/wasm')
  // It takes itself to be in a browser, and there it would be told where it came from.
  globalThis.self = { location: { href: wasm } }
  for (const name of ['fetch', 'WebSocket', 'EventSource']) delete globalThis[name]
  const { default: createCore } = await import('@ffmpeg/core')
  return createCore({ wasmBinary: readFileSync(fileURLToPath(wasm)) })
}

/** Shows an open file to FFmpeg as `/name`, piece by piece: neither is ever held in memory. */
function show(core, name, { file, mostBytes = 0 }) {
  core.FS.writeFile(name, '')
  const { node } = core.FS.lookupPath(name)
  node.usedBytes = fstatSync(file).size
  node.stream_ops = {
    ...node.stream_ops,
    read: (_, buffer, ...place) => readSync(file, buffer, ...place),
    write: (_, buffer, ...place) => {
      const [, length, position] = place
      if (position + length > mostBytes) throw new TooLarge()
      const written = writeSync(file, buffer, ...place)
      node.usedBytes = Math.max(node.usedBytes, position + written)
      return written
    },
  }
}

/** What there is to know of the result: by FFmpeg, from the result itself. */
function factsOf(core) {
  let text = ''
  core.setLogger(({ type, message }) => {
    if (type === 'stdout') text += message
  })
  core.ffprobe(
    '-v',
    'error',
    '-show_entries',
    'format=duration:stream=width,height',
    '-of',
    'json',
    '/out',
  )
  const { streams, format } = JSON.parse(text)
  const { width, height } = streams.find((stream) => stream.width) ?? {}
  return { seconds: Number(format.duration), width, height }
}

function encode(core, [before, after, mostBytes]) {
  show(core, '/in', { file: source })
  show(core, '/out', { file: result, mostBytes })
  let nothing = false
  core.setLogger(({ message }) => {
    nothing ||= message.includes('matches no streams')
  })
  core.setProgress(({ time }) => say({ seconds: time / 1e6 }))
  const code = core.exec(...before, '-i', '/in', ...after, '/out')
  if (code !== 0) return { trouble: nothing ? 'nothing-in-it' : 'unreadable' }
  return { made: factsOf(core) }
}

async function run() {
  const core = await load().catch(() => undefined)
  if (!core) return { trouble: 'no-encoder' }
  try {
    return encode(core, JSON.parse(process.argv[2]))
  } catch (error) {
    return { trouble: error instanceof TooLarge ? 'too-large' : 'unreadable' }
  }
}

if (isMainThread) watch()
else say(await run())
