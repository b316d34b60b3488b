import { createReadStream } from 'node:fs'
import { otherLengthWords } from '@takepart/shared/domain/authoring/check-media-files'
import {
  lengthOf,
  mostBytes,
  secondsIn,
  sizeWords,
  type MadeFile,
  type MadeMedia,
  type Recording,
} from '@takepart/shared/domain/consultation/media'
import { addressOf, changedMeanwhile, piecesOf, sha256Of } from './file-bytes.ts'
import type { MadeOne, MediaToMake, Trouble } from './make-media.ts'
import { makeRecording, type MadeRecording, type RecordingTrouble } from './make-recording.ts'
import { typeIn } from './media-folder.ts'
import { pieceBytes } from './media.queries.ts'
import { recipeFor, recipeName } from './recording-recipe.ts'

/** A slow computer takes this many times as long as the recording plays, for the largest pictures that cameras make. */
const mostTimesItsLength = 60
const mostSecondsBesides = 120

/** A recording as it is to be served: made anew, unless that was done in the same way for an earlier version. */
export async function readyRecording(
  recording: Recording,
  { folder, before = [], say }: MediaToMake,
): Promise<MadeOne | Trouble> {
  const path = folder.pathOf(recording.file)
  const source = await hashOf(path)
  const recipe = recipeName(recipeFor(recording.kind))
  const same = before
    .flatMap(({ made }) => made ?? [])
    .find((made) => made.source === source && made.recipe === recipe)
  if (same) return { made: same, files: [] }
  const made = await makeRecording({
    path,
    type: typeIn(folder, recording),
    kind: recording.kind,
    mostSeconds: mostSecondsFor(recording),
    onProgress: progressWords(recording, say),
  })
  if (typeof made === 'string') return { field: 'file', words: troubleWords(made, recording) }
  const claimed = folder.files.get(recording.file)?.seconds
  if (claimed !== undefined && made.seconds < claimed * 0.9 - 2) {
    await made.file.close()
    return {
      field: 'file',
      words: `Only ${lengthOf(Math.round(made.seconds))} of ${lengthOf(Math.round(claimed))} in “${recording.file}” can be played. ${saveAnew}`,
    }
  }
  if ((await hashOf(path)) !== source) {
    await made.file.close()
    throw changedMeanwhile()
  }
  const one = await toStore(made, { source, recipe })
  say?.(`${recording.file}: ready, ${sizeWords(one.made.files[0]!.bytes)}`)
  // Where the file said so itself, the check has said it.
  const words = claimed === undefined ? otherLengthWords(recording.length, made.seconds) : undefined
  return { ...one, ...(words === undefined ? {} : { warning: { field: 'length', words } }) }
}

const hashOf = async (path: string): Promise<string> =>
  (await sha256Of(createReadStream(path))).hash

const saidSeconds = ({ length }: Recording): number => secondsIn(length) ?? 0

const mostSecondsFor = (recording: Recording): number =>
  mostSecondsBesides + mostTimesItsLength * saidSeconds(recording)

/** Says that it has begun, and then after every twentieth part, but not of less than ten seconds. */
function progressWords(recording: Recording, say: MediaToMake['say']): (seconds: number) => void {
  const { file, length } = recording
  const step = Math.max(10, saidSeconds(recording) / 20)
  let next = step
  say?.(
    `${file}: making it ready for every telephone and computer. It plays for ${length}, and this can take several times as long`,
  )
  return (seconds) => {
    if (seconds < next) return
    next = seconds + step
    say?.(`${file}: ${lengthOf(Math.floor(seconds))} of ${length} is done`)
  }
}

const saveAnew = 'It may be damaged. Play it from beginning to end, and save or export it again'

function troubleWords(trouble: RecordingTrouble, recording: Recording): string {
  const { file, kind } = recording
  switch (trouble) {
    case 'unreadable':
      return `“${file}” cannot be played. ${saveAnew}`
    case 'nothing-in-it':
      return kind === 'video'
        ? `There are no moving pictures in “${file}”. If it is only to be heard, write "kind": "audio"`
        : `There is no sound in “${file}”. Record it again`
    case 'too-large':
      return `Made ready, “${file}” has more than ${sizeWords(mostBytes.video)}. Cut it into parts`
    case 'too-slow':
      return (
        `Making “${file}” ready took more than ${Math.round(mostSecondsFor(recording) / 60)} minutes, so it was given up. ` +
        'Save it smaller (1280 by 720), see that “length” is right, or publish it on a faster computer'
      )
    case 'no-encoder':
      return `“${file}” cannot be made ready here, because @ffmpeg/core is not installed. Install Takepart again with its optional packages, or take the recording out`
  }
}

async function toStore(
  { file, ending, seconds, width, height }: MadeRecording,
  from: Pick<MadeMedia, 'source' | 'recipe'>,
): Promise<MadeOne> {
  const read = () =>
    file.createReadStream({ start: 0, autoClose: false, highWaterMark: pieceBytes })
  const { hash, bytes } = await sha256Of(read())
  const served: MadeFile = {
    address: addressOf(hash, ending),
    bytes,
    ...(width && height ? { width, height } : {}),
    seconds: Math.max(1, Math.round(seconds)),
  }
  return {
    made: { ...from, files: [served] },
    files: [
      { sha256: hash, ending, bytes, pieces: () => piecesOf(read()), release: () => file.close() },
    ],
  }
}
