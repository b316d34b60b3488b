import { importLines } from '@takepart/shared/domain/authoring/import/import-lines'
import {
  linesOf,
  type TreeElement,
  type TreeNode,
} from '@takepart/shared/domain/authoring/import/document-tree'
import type { Imported } from '@takepart/shared/domain/authoring/import/imported'
import mammoth from 'mammoth'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { officeFileOf } from './office-file.ts'

/** A picture that lay in the document, as it was there: not yet checked or re-encoded. */
export interface PictureBytes {
  readonly source: string
  readonly bytes: Uint8Array
}

export type WordImport =
  | {
      readonly kind: 'read'
      readonly imported: Imported
      readonly pictures: readonly PictureBytes[]
    }
  | { readonly kind: 'refused'; readonly words: string }

export const largestWordFile = 20 * 1024 * 1024
/** A zip can hold far more than it weighs; a document this long is not read by anybody. */
const mostUnpacked = 200 * 1024 * 1024
const mostPictures = 100

/**
 * Reads a Word document (.docx) into reading material and questions. Its own markup is turned into a tree of which only
 * structure and words are kept; nothing that the document links to is fetched.
 */
export async function readWord(bytes: Uint8Array): Promise<WordImport> {
  const problem = problemOf(bytes)
  if (problem !== undefined) return { kind: 'refused', words: problem }
  const pictures: PictureBytes[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (pictures.length >= mostPictures) return { src: '' }
    const source = `picture-${pictures.length + 1}`
    pictures.push({ source, bytes: new Uint8Array(await image.readAsArrayBuffer()) })
    return { src: source }
  })
  let html: string
  try {
    const options = { convertImage, styleMap, externalFileAccess: false }
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch (cause) {
    // The library throws plain errors for files that are damaged or not Word's, and type errors for bugs of its own.
    if (!(cause instanceof Error)) throw cause
    return {
      kind: 'refused',
      words:
        'This file could not be read as a Word document. Open it in Word, save it as .docx and choose it again.',
    }
  }
  return { kind: 'read', imported: importLines(linesOf(treeOf(html))), pictures }
}

/** Word's own titles count as headings; questions set in bold keep that, since it tells them from other text. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]

function problemOf(bytes: Uint8Array): string | undefined {
  if (officeFileOf(bytes) === 'old')
    return 'This is the older kind of Word file (.doc). Open it in Word, save it as .docx and choose it again.'
  if (officeFileOf(bytes) !== 'zip')
    return 'This is not a Word document. Choose a file whose name ends with .docx.'
  if (bytes.length > largestWordFile)
    return 'This file is larger than 20 MB. Make its pictures smaller in Word, save it and choose it again.'
  return unpackedSize(bytes) > mostUnpacked
    ? 'This file unpacks to more than 200 MB, so we did not open it.'
    : undefined
}

const centralHeader = 0x02014b50

/** The sum of the sizes that the zip's own directory gives, so that a small file cannot fill the memory. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === centralHeader)
      total += view.getUint32(at + 24, true)
  }
  return total
}

/** HTML as a tree, without running or fetching anything. */
export const treeOf = (html: string): readonly TreeNode[] =>
  parseFragment(html).childNodes.flatMap(nodeOf)

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
