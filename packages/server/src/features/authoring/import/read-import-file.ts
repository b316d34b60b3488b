import { importLines } from '@takepart/shared/domain/authoring/import/import-lines'
import {
  linesOf,
  type TreeElement,
  type TreeNode,
} from '@takepart/shared/domain/authoring/import/document-tree'
import { importFhir } from '@takepart/shared/domain/authoring/fhir/import-fhir'
import type { ImportKind } from '@takepart/shared/domain/authoring/import/import-file'
import type { ImportNote, Imported } from '@takepart/shared/domain/authoring/import/imported'
import { importXlsForm, isXlsForm } from '@takepart/shared/domain/authoring/import/import-xlsform'
import type { FileType } from '@takepart/shared/domain/consultation/media'
import { importWords } from '@takepart/shared/words/import'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { beginningBytes, fileTypeOf } from '../../../media/file-type.ts'
import { officeFileOf } from './office-file.ts'
import {
  openOfficeFile,
  type OpenedFile,
  type Opening,
  type PictureBytes,
} from './open-office-file.ts'

export type ReadFile =
  | {
      readonly kind: 'read'
      readonly from: ImportKind
      readonly imported: Imported
      readonly pictures: readonly PictureBytes[]
    }
  | { readonly kind: 'refused'; readonly words: string }

const refused = (words: string): ReadFile => ({ kind: 'refused', words })

/**
 * Reads a file that somebody brought: a Word document, a spreadsheet form or a FHIR Questionnaire, told by what is in it and
 * not by its name.
 * What it links to is never fetched, formulas are not worked out and macros are not run. Refused in words that say what to
 * do.
 */
export async function readImportFile(bytes: Uint8Array, limits: Opening = {}): Promise<ReadFile> {
  const { refusals } = importWords
  switch (officeFileOf(bytes)) {
    case 'old':
      return refused(refusals.old)
    case 'locked':
      return refused(refusals.locked)
    case 'other':
      return readPicture(bytes) ?? readJson(bytes)
    case 'zip':
      return importOf(await openOfficeFile(bytes, limits))
  }
}

const pictures: readonly (FileType | undefined)[] = ['png', 'jpeg', 'webp']

/** A picture by itself; undefined: it is none. Whether it can be read is seen when it is kept. */
function readPicture(bytes: Uint8Array): ReadFile | undefined {
  const type = fileTypeOf(Buffer.from(bytes.subarray(0, beginningBytes)))
  if (!pictures.includes(type)) return undefined
  const place = { kind: 'picture', id: 'picture' } as const
  return {
    kind: 'read',
    from: 'picture',
    imported: {
      documents: [],
      sections: [],
      editions: [],
      pictures: [{ id: place.id, source: place.id, alt: '' }],
      notes: [{ kind: 'unsure', place, words: importWords.sayWhatItShows }],
    },
    pictures: [{ source: place.id, bytes }],
  }
}

const largestJson = 5 * 1024 * 1024

/** A file of text that begins with a brace is JSON, whatever its name says. */
function readJson(bytes: Uint8Array): ReadFile {
  const { refusals } = importWords
  const begin = Buffer.from(bytes.subarray(0, 100))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (/^\s*<\?xml|^\s*<(?:Questionnaire|Bundle)/.test(begin)) return refused(refusals.xml)
  if (!/^\s*\{/.test(begin)) return refused(refusals.other)
  if (bytes.length > largestJson) return refused(refusals.longJson)
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError)
      return refused(refusals.brokenJson)
    throw cause
  }
  return importQuestionnaire(document)
}

function importQuestionnaire(document: unknown): ReadFile {
  const { refusals } = importWords
  const found = importFhir(document)
  if (found.kind === 'refused')
    return refused(
      found.why === 'circle' ? importWords.circle(found.titles) : refusals.noQuestionnaire,
    )
  if (found.imported.sections.length === 0) return refused(refusals.empty)
  return { kind: 'read', from: 'fhir', imported: found.imported, pictures: [] }
}

function importOf(opened: OpenedFile): ReadFile {
  switch (opened.kind) {
    case 'refused':
      return refused(importWords.refusals[opened.reason])
    case 'document':
      return importDocument(opened)
    case 'workbook':
      return importWorkbook(opened)
  }
}

function importDocument(document: Extract<OpenedFile, { kind: 'document' }>): ReadFile {
  const { html, pictures, leftOut } = document
  const imported = importLines(linesOf(treeOf(html)))
  const notes = leftOut.map((what) => leftOutOf(importWords.leftOut[what], what))
  if (imported.sections.length === 0 && imported.documents.length === 0)
    return refused(importWords.refusals.empty)
  return {
    kind: 'read',
    from: 'word',
    imported: { ...imported, notes: [...imported.notes, ...notes] },
    pictures,
  }
}

const mostColumns = 500
const mostRows = 5000
const formSheets = ['survey', 'choices', 'settings']

function importWorkbook({ sheets }: Extract<OpenedFile, { kind: 'workbook' }>): ReadFile {
  const named = sheets.map(({ name, rows }) => [name.trim().toLowerCase(), rows] as const)
  const forms = new Map(named.filter(([name]) => formSheets.includes(name)))
  if (!isXlsForm(forms)) return refused(importWords.refusals.noForm)
  const isTooLong = [...forms.values()].some(
    (rows) => rows.length > mostRows || rows.some((row) => row.length > mostColumns),
  )
  if (isTooLong) return refused(importWords.refusals.longSheet)
  const imported = importXlsForm(forms)
  const notes = sheets
    .filter(({ name, rows }) => rows.length > 0 && !forms.has(name.trim().toLowerCase()))
    .map(({ name }) => leftOutOf(importWords.sheetLeftOut(name.slice(0, 60)), name))
  if (imported.sections.length === 0) return refused(importWords.refusals.empty)
  return {
    kind: 'read',
    from: 'xlsform',
    imported: { ...imported, notes: [...imported.notes, ...notes] },
    pictures: [],
  }
}

const leftOutOf = (words: string, name: string): ImportNote => ({
  kind: 'left-out',
  place: { kind: 'left-out', name },
  words,
})

/** HTML as a tree, without running or fetching anything. */
const treeOf = (html: string): readonly TreeNode[] => parseFragment(html).childNodes.flatMap(nodeOf)

function nodeOf(node: DefaultTreeAdapterTypes.ChildNode): readonly TreeNode[] {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value]
  if (!('tagName' in node)) return []
  const element: TreeElement = {
    tag: node.tagName,
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    children: node.childNodes.flatMap(nodeOf),
  }
  return [element]
}
