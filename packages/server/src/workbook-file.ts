import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

/**
 * Workbooks for spreadsheets (Office Open XML, ECMA-376), written row by row: what is held in memory does not grow with the
 * rows. There are three sorts of cell and no formula: text is written as text, in cells formatted as text, so that it stays
 * text when somebody edits it.
 */
export type WorkbookCell = string | number | DayCell

/** A calendar day, YYYY-MM-DD, that spreadsheets sort and count as one. */
export interface DayCell {
  readonly day: string
}

export interface WorkbookSheet {
  /** At most 31 characters, and none of : \ / ? * [ ] */
  readonly name: string
  readonly head: readonly string[]
  /** Called once, when the sheet is written. */
  readonly rows: () => AsyncIterable<readonly WorkbookCell[]> | Iterable<readonly WorkbookCell[]>
}

/** How many rows a sheet can hold, its head among them. */
export const mostRows = 1_048_576
/** How many UTF-16 units a cell can hold; a longer one makes Excel call the whole file broken. */
const mostInCell = 32_767
const cutMark = ' [cut: the whole text is in the CSV file]'

/** Writes a workbook to `output` and ends it. Fails when rows cannot be read, or when `output` is closed. */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  output: Writable,
): Promise<void> {
  const zip = new yazl.ZipFile()
  const zipped = zip.outputStream as Readable
  const opened: Readable[] = []
  zip.on('error', (cause) => zipped.destroy(cause))
  for (const [path, xml] of partsAround(sheets)) zip.addBuffer(Buffer.from(xml), path)
  for (const [index, sheet] of sheets.entries())
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, (give) => {
      const xml = Readable.from(sheetXml(sheet), { objectMode: false, highWaterMark: 65_536 })
      opened.push(xml.on('error', (cause) => zipped.destroy(cause)))
      give(null, xml)
    })
  zip.end()
  try {
    await pipeline(zipped, output)
  } finally {
    // Where nobody reads on, rows are asked for no more.
    for (const xml of opened) xml.destroy()
  }
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts that say which sheets there are and how cells look. */
function partsAround(sheets: readonly WorkbookSheet[]): readonly (readonly [string, string])[] {
  const numbered = sheets.map(({ name }, index) => ({ name: escaped(name), number: index + 1 }))
  const each = (make: (sheet: { name: string; number: number }) => string) =>
    numbered.map(make).join('')
  return [
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${each(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="${packages}/relationships">${each(({ number }) => `<Relationship Id="rId${number}" Type="${documents}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${documents}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ]
}

/** The places of these in `cellXfs` below. */
const style = { text: 1, head: 2, day: 3 } as const

// 49 is text. quotePrefix is what a spreadsheet notes of a cell that somebody began with an apostrophe.
const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** The XML of one sheet, row by row, with its head in sight while the rest is scrolled. */
export async function* sheetXml({ head, rows }: WorkbookSheet): AsyncGenerator<string> {
  const letters = head.map((_, index) => columnLetters(index))
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/><sheetData>`
  yield rowXml(
    1,
    head.map((text, index) => textXml(`${letters[index]}1`, text, style.head)),
  )
  let number = 1
  for await (const row of rows()) {
    number += 1
    const at = number
    yield rowXml(
      number,
      row.map((cell, index) => cellXml(`${letters[index]}${at}`, cell)),
    )
  }
  yield '</sheetData></worksheet>'
}

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`

function cellXml(place: string, cell: WorkbookCell): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return cell === '' ? '' : textXml(place, cell, style.text)
  const serial = daySerial(cell.day)
  return serial === undefined
    ? textXml(place, cell.day, style.text)
    : `<c r="${place}" s="${style.day}"><v>${serial}</v></c>`
}

const textXml = (place: string, text: string, look: number): string =>
  `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(text))}</t></is></c>`

function cut(text: string): string {
  if (text.length <= mostInCell) return text
  return text.slice(0, mostInCell - cutMark.length).replace(/[\ud800-\udbff]$/, '') + cutMark
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * Text as XML. What XML cannot hold becomes U+FFFD. A spreadsheet reads "_x003D_" as "=", so an underscore that begins such
 * a thing is written as one itself.
 */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '')

/** A, B, … Z, AA, AB, … of a column counted from 0. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let left = index; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return letters
}

const millisecondsInADay = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)
/** 1 March 1900. Before it, spreadsheets count a 29 February that never was, and they know no day before 1900. */
const firstSure = 61
const lastSure = 2_958_465

/** How spreadsheets count days; undefined for what they do not agree on, and for what is no day. */
export function daySerial(day: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const serial = (at - dayZero) / millisecondsInADay
  return serial >= firstSure && serial <= lastSure ? serial : undefined
}
