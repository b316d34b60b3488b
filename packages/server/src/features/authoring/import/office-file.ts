/** What the first bytes of an office file say that it is, whatever its name says. */
export type OfficeFile = 'zip' | 'old' | 'other'

/** A .docx or .xlsx is a zip; the formats before 2007 are compound files. */
const zipStart = [0x50, 0x4b, 0x03, 0x04]
const oldStart = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

export function officeFileOf(bytes: Uint8Array): OfficeFile {
  if (startsWith(bytes, oldStart)) return 'old'
  return startsWith(bytes, zipStart) ? 'zip' : 'other'
}
