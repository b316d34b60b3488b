/** One caption: what is shown from one second to another. */
export interface Cue {
  readonly from: number
  readonly to: number
}

/** The captions of a WebVTT file, or what is wrong with it and in which line. */
export type ReadCaptions =
  | { readonly cues: readonly Cue[] }
  | { readonly line: number; readonly words: string }

const header = /^WEBVTT(?:[ \t].*)?$/
const timing =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t].*)?$/
const timingWords = 'Write the times of a caption like 00:01.000 --> 00:04.000'

/** Reads a WebVTT file for its times. Notes, styles and regions are passed over. */
export function readCaptions(text: string): ReadCaptions {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!header.test(lines[0] ?? ''))
    return { line: 1, words: 'A file of captions begins with the line WEBVTT' }
  const cues: Cue[] = []
  for (const part of partsOf(lines)) {
    const read = cueOf(part, cues.at(-1))
    if ('words' in read) return read
    cues.push(read)
  }
  return cues.length > 0 ? { cues } : { line: lines.length, words: 'There are no captions here' }
}

interface Part {
  /** From 1. */
  readonly line: number
  readonly lines: readonly string[]
}

/** What stands between empty lines after the header, but for notes, styles and regions. */
function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: { line: number; lines: string[] }[] = []
  let open: { line: number; lines: string[] } | undefined
  for (const [index, line] of lines.entries()) {
    if (line === '') open = undefined
    else if (open) open.lines.push(line)
    else parts.push((open = { line: index + 1, lines: [line] }))
  }
  return parts
    .slice(1)
    .filter(({ lines: [first = ''] }) => !/^(NOTE|STYLE|REGION)(?:[ \t]|$)/.test(first))
}

function cueOf(
  { line, lines }: Part,
  before: Cue | undefined,
): Cue | { readonly line: number; readonly words: string } {
  const at = lines.slice(0, 2).findIndex((one) => one.includes('-->'))
  const cue = timesIn(lines[at] ?? '')
  const place = line + Math.max(at, 0)
  if (!cue) return { line: place, words: timingWords }
  if (cue.to <= cue.from) return { line: place, words: 'This caption ends before it begins' }
  if (before && cue.from < before.from)
    return {
      line: place,
      words: 'This caption begins before the one above it. Put captions in order',
    }
  if (lines.slice(at + 1).every((one) => one.trim() === ''))
    return { line: place, words: 'This caption has no words' }
  return cue
}

function timesIn(line: string): Cue | undefined {
  const found = timing.exec(line)
  if (!found) return undefined
  const part = (index: number): number => Number(found[index] ?? 0)
  const time = (first: number): number =>
    part(first) * 3600 + part(first + 1) * 60 + part(first + 2) + part(first + 3) / 1000
  return { from: time(1), to: time(5) }
}
