import { open, readdir, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundFile, FoundFiles } from '@takepart/shared/domain/authoring/check-media-files'
import { mostBytes, type FileType, type Media } from '@takepart/shared/domain/consultation/media'
import { readCaptions } from '@takepart/shared/domain/consultation/web-vtt'
import { beginningBytes, fileTypeOf } from './file-type.ts'
import { recordingFacts } from './recording.ts'

/** The files beside a consultation's file, as they were found. */
export interface MediaFolder {
  readonly files: FoundFiles
  /** Where a file of the folder is; only for names that `files` has. */
  readonly pathOf: (name: string) => string
}

/** What a file is that a check has found to be of its kind. */
export function typeIn({ files }: MediaFolder, { file }: Media): FileType {
  const type = files.get(file)?.type
  if (type === undefined) throw new Error(`${file} has been published without a check`)
  return type
}

/** For a consultation that has no file: it has none beside it. */
export const noFolder: MediaFolder = { files: new Map(), pathOf: (name) => name }

/**
 * Reads what lies in the folder of a consultation's file: `name/` beside `name.json`. A folder that is not there is
 * empty. Only plain files count: a link could lead to anything on this machine.
 */
export async function readMediaFolder(consultationFile: string): Promise<MediaFolder> {
  const folder = consultationFile.replace(/\.json$/i, '')
  if (folder === consultationFile) return noFolder
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
      throw error
    },
  )
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
  const files = new Map<string, FoundFile>()
  for (const name of names.sort()) files.set(name, await look(join(folder, name)))
  return { files, pathOf: (name) => join(folder, name) }
}

const largest = Math.max(...Object.values(mostBytes))

async function look(path: string): Promise<FoundFile> {
  const file = await open(path)
  try {
    const { size: bytes } = await file.stat()
    if (bytes === 0 || bytes > largest) return { bytes, type: undefined }
    return { bytes, ...(await lookInto(file, path, bytes)) }
  } finally {
    await file.close()
  }
}

async function lookInto(
  file: FileHandle,
  path: string,
  bytes: number,
): Promise<Omit<FoundFile, 'bytes'>> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0)
  const type = fileTypeOf(buffer.subarray(0, bytesRead))
  if (type === 'vtt' && bytes <= mostBytes.captions)
    return { type, captions: readCaptions(await readFile(path, 'utf8')) }
  return type === undefined ? { type } : recordingFacts(file, type, bytes)
}
