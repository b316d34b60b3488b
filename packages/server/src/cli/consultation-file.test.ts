import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConsultationFile } from './consultation-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'takepart-file-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const fileWith = (content: string | Buffer): string => {
  const path = join(folder, 'consultation.json')
  writeFileSync(path, content)
  return path
}

describe('readConsultationFile', () => {
  it('reads JSON, with a byte order mark too', () => {
    expect(readConsultationFile(fileWith('\uFEFF{"slug":"café"}'))).toEqual({
      document: { slug: 'café' },
    })
  })

  it.each([
    ['{\n  "slug": "a",\n  "title": }', 'At line 3, column 12,'],
    ['{\n  "slug": "a"', 'At line 2, column 14,'],
    ['', 'At line 1, column 1,'],
  ])('names the place of what is not JSON in %j', (content, place) => {
    expect(readConsultationFile(fileWith(content))).toEqual({
      words: expect.stringContaining(`${place} this is not JSON`) as string,
    })
  })

  it('names the place of what stands twice within the same braces, of which one would be lost', () => {
    expect(
      readConsultationFile(fileWith('{\n  "title": "One",\n  "slug": "a",\n  "title": "Two"\n}')),
    ).toEqual({
      words:
        'At line 4, column 3, “title” stands a second time within the same braces. Only one of them can count: take the other out',
    })
    expect(readConsultationFile(fileWith('{"\\u001b[2J":1,"\\u001b[2J":2}'))).toEqual({
      words: expect.stringContaining('“\uFFFD[2J”') as string,
    })
  })

  it('says that a file is not UTF-8', () => {
    expect(readConsultationFile(fileWith(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual({
      words: expect.stringContaining('UTF-8') as string,
    })
  })

  it('says that there is no such file, or that it is a folder', () => {
    expect(readConsultationFile(join(folder, 'nothing.json'))).toEqual({
      words: 'There is no such file',
    })
    expect(readConsultationFile(folder)).toEqual({ words: 'This is a folder, not a file' })
  })
})
