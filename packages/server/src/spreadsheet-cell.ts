/**
 * What may stand before a formula without a spreadsheet minding: spaces of every sort, control characters and
 * characters with no width.
 */
const unseen = '[\\s\\p{Cc}\\p{Cf}\\u2800]*'

/** Characters that start a formula, after full-width, small and raised forms have been made plain; and the true minus. */
const formula = new RegExp(`^'*${unseen}[=+\\-@\\u2212]`, 'u')

/** Characters that some spreadsheets drop, or take for the end of a cell, when a cell begins with them. */
const swallowed = /^'*[\t\r\n\0]/

const plainNumber = /^-?\d+(\.\d+)?$/

/**
 * The text of one cell so that no spreadsheet takes it for a formula: an apostrophe is put before what would start one
 * (OWASP "CSV Injection", with full-width signs, and with spaces or invisible characters before the sign). A text that
 * has apostrophes before such a start gets one more, so taking one away always gives back what was written.
 *
 * NUL cannot be kept in a text file that spreadsheets read, so it becomes the replacement character U+FFFD.
 *
 * `number` says that the column holds numbers: a negative number stays a number there.
 */
export function spreadsheetCell(text: string, column: { readonly number?: boolean } = {}): string {
  if (column.number === true && plainNumber.test(text)) return text
  const risky =
    formula.test(text) || formula.test(text.slice(0, 64).normalize('NFKC')) || swallowed.test(text)
  return (risky ? `'${text}` : text).replaceAll('\0', '\uFFFD')
}
