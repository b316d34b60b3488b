import { deflateRawSync } from 'node:zlib'
import { importWords } from '@takepart/shared/words/import'
import { describe, expect, it } from 'vitest'
import { readImportFile } from './read-import-file.ts'

const { refusals } = importWords

interface Entry {
  readonly name: string
  readonly content: Buffer
  /** What the directory says that it unpacks to; absent: the truth. */
  readonly claims?: number
  readonly flags?: number
  readonly method?: number
}

/** A zip as somebody would write it who wants us to open it. */
function zipOf(entries: readonly Entry[], { count = entries.length } = {}): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims = content.length, flags = 0, method = 8 } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claims, 22)
    local.writeUInt16LE(name.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    listed.writeUInt16LE(flags, 8)
    listed.writeUInt16LE(method, 10)
    listed.writeUInt32LE(packed.length, 20)
    listed.writeUInt32LE(claims, 24)
    listed.writeUInt16LE(name.length, 28)
    listed.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(listed, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

const document = { name: 'word/document.xml', content: Buffer.from('<w:document/>') }
const megabytes = (number: number): Buffer => Buffer.alloc(number * 1024 * 1024)

const refused = (words: string) => ({ kind: 'refused', words })

describe('readImportFile of what means harm', () => {
  it('stops unpacking at the limit, whatever the directory says of the size', async () => {
    const bomb = zipOf([document, { name: 'word/media/a.bin', content: megabytes(12), claims: 10 }])
    expect(bomb.length).toBeLessThan(50_000)
    expect(await readImportFile(bomb, { mostUnpacked: 10_000_000 })).toEqual(
      refused(refusals['too-large']),
    )
  })

  it('counts all files together, and those that are not packed', async () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({
      name: `word/media/${index}.bin`,
      content: megabytes(1),
      method: index % 2 === 0 ? 8 : 0,
    }))
    expect(
      await readImportFile(zipOf([document, ...entries]), { mostUnpacked: 4_000_000 }),
    ).toEqual(refused(refusals['too-large']))
  })

  it('refuses more entries than any document has', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({
      name: `${index}`,
      content: Buffer.alloc(0),
      method: 0,
    }))
    expect(await readImportFile(zipOf(many))).toEqual(refused(refusals['too-large']))
  })

  it.each(['word/vbaProject.bin', 'xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml'])(
    'does not open a file with macros in %s',
    async (name) => {
      const file = zipOf([document, { name, content: Buffer.from('Sub AutoOpen') }])
      expect(await readImportFile(file)).toEqual(refused(refusals.macros))
    },
  )

  it('says of a file with a password that it has one', async () => {
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await readImportFile(new Uint8Array(compound))).toEqual(refused(refusals.locked))
    const zip = zipOf([{ ...document, flags: 1 }])
    expect(await readImportFile(zip)).toEqual(refused(refusals.locked))
  })

  it.each([
    ['that ends early', zipOf([document]).slice(0, 60)],
    ['whose directory counts too many', zipOf([document], { count: 9 })],
    ['whose content is not what it says', zipOf([{ ...document, method: 12 }])],
    ['whose XML is none', zipOf([{ name: 'word/document.xml', content: Buffer.from('<w:doc') }])],
  ])('says of one %s that it could not be read', async (_what, file) => {
    expect(await readImportFile(file)).toEqual(refused(refusals.damaged))
  })

  it('says of another program’s zip that it is no document', async () => {
    const file = zipOf([{ name: 'mimetype', content: Buffer.from('application/epub+zip') }])
    expect(await readImportFile(file)).toEqual(refused(refusals.unknown))
  })

  it('stops a file that takes too long, and opens the next one', async () => {
    const slow = zipOf([document, { name: 'a', content: megabytes(150) }])
    expect(await readImportFile(slow, { patience: 1 })).toEqual(refused(refusals['too-slow']))
    expect(await readImportFile(zipOf([document]))).toMatchObject({ kind: 'refused' })
  })
})
