/** What the first bytes of an office file say that it is, whatever its name says. */
export type OfficeFile = 'zip' | 'locked' | 'old' | 'other'

/** A .docx or .xlsx is a zip; the formats before 2007, and files with a password, are compound files. */
const zipStart = [0x50, 0x4b, 0x03, 0x04]
const oldStart = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** The name of the stream in which Office keeps a document that needs a password. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

export function officeFileOf(bytes: Uint8Array): OfficeFile {
  if (startsWith(bytes, oldStart))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)
      ? 'locked'
      : 'old'
  return startsWith(bytes, zipStart) ? 'zip' : 'other'
}
