import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { FileType, Recording } from '@takepart/shared/domain/consultation/media'
import { readingWords, recipeFor } from './recording-recipe.ts'

export interface RecordingToMake {
  readonly path: string
  readonly type: FileType
  readonly kind: Recording['kind']
  /** After this time it is given up. */
  readonly mostSeconds: number
  /** Called now and then with how many seconds of the recording are done. */
  readonly onProgress?: (seconds: number) => void
}

/** A recording made anew. */
export interface MadeRecording {
  readonly ending: 'mp4' | 'mp3'
  /** Has no name any more: it is gone once it is closed, or this program ends. */
  readonly file: FileHandle
  readonly seconds: number
  /** In pixels; video only. */
  readonly width?: number
  readonly height?: number
}

export type RecordingTrouble =
  | 'unreadable'
  | 'nothing-in-it'
  | 'too-large'
  | 'too-slow'
  | 'no-encoder'

const program = fileURLToPath(new URL('encode-recording.js', import.meta.url))
/** For what the program holds itself; and for what it plays, in pages of 64 KiB: 1 GiB. A file can ask for any amount. */
const memory = ['--max-old-space-size=256', '--wasm-max-mem-pages=16384']

/**
 * Plays a recording and writes it anew, so that nothing else that was in the file is left: in one form for sound and one
 * for video, which every telephone plays. It is done by a program of its own, which ends with this one.
 */
export async function makeRecording(
  recording: RecordingToMake,
): Promise<MadeRecording | RecordingTrouble> {
  const source = await open(recording.path)
  const file = await fileWithoutName()
  const made = await encode(recording, source, file).finally(() => source.close())
  if (typeof made !== 'string') return { ...made, ending: recipeFor(recording.kind).ending, file }
  await file.close()
  return made
}

/** Whatever happens to this program, nobody has to clear it away. */
async function fileWithoutName(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'takepart-recording-'))
  try {
    return await open(join(folder, 'made'), 'w+')
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Facts = Omit<MadeRecording, 'ending' | 'file'>

async function encode(
  { type, kind, mostSeconds, onProgress }: RecordingToMake,
  source: FileHandle,
  result: FileHandle,
): Promise<Facts | RecordingTrouble> {
  const { after, mostBytes } = recipeFor(kind)
  const child = spawn(
    process.execPath,
    [...memory, program, JSON.stringify([readingWords(type), after, mostBytes])],
    {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore', source.fd, result.fd],
    },
  )
  let late = false
  const limit = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, mostSeconds * 1000)
  try {
    const [outcome] = await Promise.all([lastWord(child, onProgress), once(child, 'close')])
    return outcome ?? (late ? 'too-slow' : 'unreadable')
  } finally {
    clearTimeout(limit)
    child.kill('SIGKILL')
  }
}

interface Said {
  readonly seconds?: number
  readonly made?: Facts
  readonly trouble?: RecordingTrouble
}

async function lastWord(
  { stdout }: ChildProcess,
  onProgress?: (seconds: number) => void,
): Promise<Facts | RecordingTrouble | undefined> {
  let last: Facts | RecordingTrouble | undefined
  for await (const line of createInterface({ input: stdout! })) {
    const said = JSON.parse(line) as Said
    if (said.seconds !== undefined) onProgress?.(said.seconds)
    last = said.made ?? said.trouble
  }
  return last
}
