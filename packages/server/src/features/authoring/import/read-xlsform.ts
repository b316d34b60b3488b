import type { Imported } from '@takepart/shared/domain/authoring/import/imported'
import {
  importXlsForm,
  isXlsForm,
  type FormSheets,
} from '@takepart/shared/domain/authoring/import/import-xlsform'
import readWorkbook from 'read-excel-file/node'
import { officeFileOf } from './office-file.ts'

export type XlsFormImport =
  | { readonly kind: 'read'; readonly imported: Imported }
  | { readonly kind: 'refused'; readonly words: string }

export const largestWorkbook = 10 * 1024 * 1024
const mostColumns = 500
const mostRows = 5000
const formSheets = ['survey', 'choices', 'settings']

/** Reads a spreadsheet form (XLSForm, .xlsx). Cells are read as they are shown; formulas are not worked out. */
export async function readXlsForm(bytes: Uint8Array): Promise<XlsFormImport> {
  const problem = problemOf(bytes)
  if (problem !== undefined) return { kind: 'refused', words: problem }
  const sheets = await sheetsOf(bytes)
  if (sheets === undefined)
    return {
      kind: 'refused',
      words:
        'This spreadsheet could not be read. Open it in Excel, save it as .xlsx and choose it again.',
    }
  if (!isXlsForm(sheets))
    return {
      kind: 'refused',
      words:
        'This spreadsheet is not a form: it has no sheet named “survey”. Look for one made with XLSForm, KoboToolbox, ODK or REDCap.',
    }
  return { kind: 'read', imported: importXlsForm(sheets) }
}

function problemOf(bytes: Uint8Array): string | undefined {
  // Old workbooks under the new name are common: Excel opens both, so nobody notices.
  if (officeFileOf(bytes) === 'old')
    return 'This is the older kind of Excel file, whatever its name says. Open it in Excel, save it as .xlsx and choose it again.'
  if (officeFileOf(bytes) !== 'zip')
    return 'This is not a spreadsheet. Choose a file whose name ends with .xlsx.'
  return bytes.length > largestWorkbook
    ? 'This file is larger than 10 MB. Remove sheets that are not part of the form and choose it again.'
    : undefined
}

async function sheetsOf(bytes: Uint8Array): Promise<FormSheets | undefined> {
  try {
    const workbook = await readWorkbook(Buffer.from(bytes))
    return new Map(
      workbook
        .map(({ sheet, data }) => [sheet.trim().toLowerCase(), data] as const)
        .filter(([name]) => formSheets.includes(name))
        .map(([name, data]) => [
          name,
          data.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(textOf)),
        ]),
    )
  } catch (cause) {
    // The library throws plain errors for workbooks that are damaged; a bug of its own looks no different to staff.
    if (cause instanceof Error) return undefined
    throw cause
  }
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
