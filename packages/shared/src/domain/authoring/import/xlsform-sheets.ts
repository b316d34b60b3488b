/** The cells of one sheet: rows of texts, the first row its heads. Empty cells are empty texts. */
export type SheetCells = readonly (readonly string[])[]

/** One row by its column, with the words of every language apart. */
export interface FormRow {
  /** The row's number as a spreadsheet shows it. */
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  /** By column, then by language tag; '' is the language of the form. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const translated = /^(label|hint|constraint_message|required_message|guidance_hint)(?:::?\s*(.*))?$/

/** "English (en)" and "en" are en; a language without a tag is looked up by its English name. */
function languageOf(named: string): string {
  const tag = /\(([a-z]{2,3}(?:-[a-z0-9]+)*)\)\s*$/i.exec(named)?.[1] ?? named.trim()
  const known = names.get(tag.toLowerCase())
  return known ?? (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag.toLowerCase() : '')
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    welsh: 'cy',
    french: 'fr',
    german: 'de',
    deutsch: 'de',
    spanish: 'es',
    polish: 'pl',
    arabic: 'ar',
    bengali: 'bn',
    urdu: 'ur',
    chinese: 'zh',
    portuguese: 'pt',
    romanian: 'ro',
  }),
)

interface Column {
  readonly name: string
  /** Absent: the column has no languages. */
  readonly language: string | undefined
}

function columnOf(head: string): Column {
  const name = head
    .trim()
    .toLowerCase()
    .replaceAll(/\s*(::?)\s*/g, '$1')
    .replaceAll(/\s+/g, '_')
  const language = translated.exec(name)
  if (!language) return { name, language: undefined }
  return { name: language[1] ?? name, language: languageOf(head.split(/::?/).slice(1).join(':')) }
}

/** Rows that hold anything. Heads are read in any case and with any spaces; the first of two equal columns counts. */
export function formRows(sheet: SheetCells): readonly FormRow[] {
  const [heads = [], ...rows] = sheet
  const columns = heads.map(columnOf)
  return rows.flatMap((row, at) => {
    const cells: Record<string, string> = {}
    const words: Record<string, Record<string, string>> = {}
    columns.forEach(({ name, language }, index) => {
      const text = (row[index] ?? '').trim()
      if (name === '' || text === '') return
      if (language === undefined) cells[name] ??= text
      else (words[name] ??= {})[language] ??= text
    })
    const empty = Object.keys(cells).length === 0 && Object.keys(words).length === 0
    return empty ? [] : [{ number: at + 2, cells, words }]
  })
}
