import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { jsonTrouble, repeatedNames, type RepeatedName } from './json-trouble.ts'

/** A file's document, or in words why it cannot be read as one. */
export type ReadFile = { readonly document: unknown } | { readonly words: string }

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read by you',
}

/** Reads a consultation file: JSON in UTF-8. What is not JSON is named by line and column, and so is what is said twice. */
export function readConsultationFile(path: string): ReadFile {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return {
      words: reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? 'This file cannot be read',
    }
  }
  if (!isUtf8(bytes))
    return { words: 'This file is not text in UTF-8. Save it again with the encoding UTF-8' }
  return parse(new TextDecoder().decode(bytes))
}

function parse(text: string): ReadFile {
  try {
    const document = JSON.parse(text) as unknown
    const [again] = repeatedNames(text)
    return again ? { words: saidTwice(again) } : { document }
  } catch {
    const { line, column } = jsonTrouble(text)
    return {
      words: `At line ${line}, column ${column}, this is not JSON. Look there for a comma, quotation mark or bracket that is missing or too many`,
    }
  }
}

const longestName = 60

/** One of the two would be lost without a word. */
const saidTwice = ({ name, line, column }: RepeatedName): string =>
  `At line ${line}, column ${column}, “${visible(name.slice(0, longestName))}” stands a second time within the same braces. Only one of them can count: take the other out`

/** A name with nothing in it that a terminal would obey. */
const visible = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\uFFFD')
