import { createHash } from 'node:crypto'
import {
  mostBytes,
  type FileType,
  type Recording,
} from '@takepart/shared/domain/consultation/media'

/** How a recording is made anew, in FFmpeg's own words. */
export interface RecordingRecipe {
  readonly ending: 'mp4' | 'mp3'
  readonly after: readonly string[]
  readonly mostBytes: number
}

/** The reader that is used for each type: no other is tried, since some of them open files and addresses that a file names. */
const readers: Partial<Readonly<Record<FileType, string>>> = {
  mp4: 'mov',
  m4a: 'mov',
  mov: 'mov',
  webm: 'matroska',
  ogg: 'ogg',
  mp3: 'mp3',
  wav: 'wav',
}

/** What stands before the file: how it is read. A film in which one part in ten is broken is not shown to anybody. */
export function readingWords(type: FileType): readonly string[] {
  const reader = readers[type]
  if (reader === undefined) throw new Error(`${type} is no recording`)
  return ['-max_error_rate', '0.1', '-protocol_whitelist', 'file', '-f', reader]
}

/** Nothing but sound and picture goes along, and the same recording gives the same bytes. */
const bare = [
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
  '-sn',
  '-dn',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
]

const sound = ['-af', 'aformat=sample_rates=48000|44100:channel_layouts=stereo|mono', '-b:a', '96k']

const pictures = [
  // Twice as many pictures as a telephone shows are halved, and what comes irregularly is made regular.
  "fps='if(lte(source_fps,30.01),source_fps,if(lte(source_fps,60.01),source_fps/2,30))'",
  // Dots become square, and the picture small enough; one from a telephone held upright stays upright.
  'scale=trunc(iw*sar/2)*2:ih,setsar=1',
  "scale=w='if(gte(iw,ih),min(1280,iw),min(720,iw))':h='if(gte(iw,ih),min(720,ih),min(1280,ih))':force_original_aspect_ratio=decrease:force_divisible_by=2:flags=area",
].join(',')

/** Every telephone and browser since about 2012 plays these. Hands stay clear: a fast movement gets the bytes it needs. */
const recipes: Readonly<Record<Recording['kind'], RecordingRecipe>> = {
  video: {
    ending: 'mp4',
    after: [
      '-map',
      '0:V:0',
      '-map',
      '0:a:0?',
      '-vf',
      pictures,
      '-pix_fmt',
      'yuv420p',
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-profile:v',
      'main',
      '-crf',
      '23',
      '-maxrate',
      '3M',
      '-bufsize',
      '6M',
      '-g',
      '60',
      '-c:a',
      'aac',
      ...sound,
      ...bare,
      '-movflags',
      '+faststart',
      '-f',
      'mp4',
    ],
    mostBytes: mostBytes.video,
  },
  audio: {
    ending: 'mp3',
    after: [
      '-map',
      '0:a:0',
      '-c:a',
      'libmp3lame',
      ...sound,
      ...bare,
      '-id3v2_version',
      '0',
      '-f',
      'mp3',
    ],
    mostBytes: mostBytes.video,
  },
}

export const recipeFor = (kind: Recording['kind']): RecordingRecipe => recipes[kind]

/** Names a recipe. Another recipe has another name, so what was made by it is made again. */
export const recipeName = ({ after }: RecordingRecipe): string =>
  createHash('sha256').update(JSON.stringify(after)).digest('hex').slice(0, 12)
