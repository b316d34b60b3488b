/**
 * A thread of its own, started by open-office-file.ts: opens the file of a stranger, so that one that takes too long or too
 * much memory ends this thread and nothing else. It opens nothing else and fetches nothing.
 *
 * It is handed `{ bytes, mostUnpacked }`, and says once what it found: the words of a document as HTML, the cells of a
 * workbook, or why it did not open it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { createInflateRaw } from 'node:zlib'

class Refused extends Error {
  constructor(reason) {
    super(reason)
    this.reason = reason
  }
}

const endOfDirectory = 0x06054b50
const inDirectory = 0x02014b50
const beforeContent = 0x04034b50
const longestComment = 65_535

/** What the zip's own directory, at its end, says of each file in it. */
function entriesOf(zip) {
  const first = Math.max(0, zip.length - 22 - longestComment)
  let end = zip.length - 22
  while (end >= first && zip.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < first) throw new Refused('damaged')
  const count = zip.readUInt16LE(end + 10)
  const entries = []
  let at = zip.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== inDirectory) throw new Refused('damaged')
    const [nameBytes, more, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + more + comment
  }
  return entries
}

function packedBytes(zip, { at, packed }) {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== beforeContent) throw new Refused('damaged')
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  return zip.subarray(begin, begin + packed)
}

/** Unpacks a file piece by piece and stops at `most` bytes, whatever the directory says of its size. */
async function unpacked(zip, entry, most, keep) {
  const packed = packedBytes(zip, entry)
  if (entry.method === 0) return keep ? packed : { length: packed.length }
  if (entry.method !== 8) throw new Refused('damaged')
  const pieces = []
  let length = 0
  const inflate = createInflateRaw()
  inflate.end(packed)
  try {
    for await (const piece of inflate) {
      length += piece.length
      if (length > most) throw new Refused('too-large')
      if (keep) pieces.push(piece)
    }
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    throw new Refused('damaged')
  }
  return keep ? Buffer.concat(pieces) : { length }
}

const most = { entries: 10_000, pictures: 100, pictureBytes: 10_000_000, html: 10_000_000 }

async function look(zip, mostUnpacked) {
  const entries = entriesOf(zip)
  if (entries.length > most.entries) throw new Refused('too-large')
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new Refused('locked')
  if (entries.some(({ name }) => /vbaProject\.bin$|(?:^|\/)macrosheets\//i.test(name)))
    throw new Refused('macros')
  let left = mostUnpacked
  for (const entry of entries) left -= (await unpacked(zip, entry, left, false)).length
  return entries
}

const partsOf = {
  comments: /^word\/comments\.xml$/,
  charts: /^word\/charts\//,
  diagrams: /^word\/diagrams\//,
}

/** What a document has that is no running text, and so is not in its HTML. */
async function leftOutOf(zip, entries, mostUnpacked) {
  const found = new Set()
  for (const [what, name] of Object.entries(partsOf))
    if (entries.some((entry) => name.test(entry.name))) found.add(what)
  const xmlOf = async (entry) => String(await unpacked(zip, entry, mostUnpacked, true))
  for (const entry of entries.filter(({ name }) => /^word\/(?:header|footer)\d*\.xml$/.test(name)))
    if (/<w:t[ >][^<]*\S/.test(await xmlOf(entry))) found.add('headers')
  const document = entries.find(({ name }) => name === 'word/document.xml')
  const xml = document ? await xmlOf(document) : ''
  if (xml.includes('<m:oMath')) found.add('formulas')
  if (/<w:del[ >]/.test(xml)) found.add('deleted')
  if (/<w:(?:object|control)[ >]/.test(xml)) found.add('objects')
  return [...found]
}

async function openDocument(zip, entries, mostUnpacked) {
  const { default: mammoth } = await import('mammoth')
  const pictures = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsArrayBuffer())
    if (pictures.length >= most.pictures || bytes.length > most.pictureBytes) return { src: '' }
    const source = `picture-${pictures.length + 1}`
    pictures.push({ source, bytes })
    return { src: source }
  })
  // Word's own titles count as headings; questions set in bold keep that, since it tells them from other text.
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
  const options = { convertImage, styleMap, externalFileAccess: false }
  const { value: html } = await mammoth.convertToHtml({ buffer: zip }, options)
  if (html.length > most.html) throw new Refused('too-large')
  return { kind: 'document', html, pictures, leftOut: await leftOutOf(zip, entries, mostUnpacked) }
}

const textOf = (cell) => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

async function openWorkbook(zip) {
  const { default: readWorkbook } = await import('read-excel-file/node')
  const workbook = await readWorkbook(zip)
  const sheets = workbook.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(textOf)),
  }))
  return { kind: 'workbook', sheets }
}

async function open({ bytes, mostUnpacked }) {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = await look(zip, mostUnpacked)
  const has = (name) => entries.some((entry) => entry.name === name)
  try {
    if (has('word/document.xml')) return await openDocument(zip, entries, mostUnpacked)
    if (has('xl/workbook.xml')) return await openWorkbook(zip)
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    // The libraries throw plain errors for files that are damaged; a bug of theirs looks no different to staff.
    throw new Refused('damaged')
  }
  throw new Refused('unknown')
}

open(workerData).then(
  (found) => parentPort.postMessage(found),
  (cause) => {
    if (!(cause instanceof Refused) && !(cause instanceof RangeError)) throw cause
    parentPort.postMessage({ kind: 'refused', reason: cause.reason ?? 'damaged' })
  },
)
