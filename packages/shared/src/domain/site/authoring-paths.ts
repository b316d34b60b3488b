import { readKey, type PartKey } from '../authoring/draft/draft.ts'

/** Addresses of the desk about consultations that are written. */
export const authoringPaths = {
  list: '/desk/consultations',
  begin: '/desk/consultations/new',
  edit: '/desk/consultations/:id/edit',
  editPart: '/desk/consultations/:id/edit/:kind/:part',
  preview: '/desk/consultations/:id/preview',
  checks: '/desk/consultations/:id/checks',
  history: '/desk/consultations/:id/history',
  signOff: '/desk/consultations/:id/sign-off',
  change: '/desk/consultations/:id/change',
  ready: '/desk/consultations/:id/ready-questions',
  bringIn: '/desk/consultations/:id/bring-in',
  imported: '/desk/consultations/:id/bring-in/:import',
} as const

type Of = Exclude<keyof typeof authoringPaths, 'list' | 'begin' | 'editPart' | 'imported'>

export const pathOfDraft = (page: Of, id: string): string => authoringPaths[page].replace(':id', id)

/** What was found in a file that somebody brought in. */
export const pathOfImport = (id: string, importId: string): string =>
  `${pathOfDraft('bringIn', id)}/${importId}`

/** A picture of a draft, made anew: `form` is `webp`, or `last` for browsers that do not know that. */
export const pathOfDraftPicture = (id: string, file: string, form: string): string =>
  `/desk/consultations/${id}/pictures/${file}/${form}`

/** The file with the questions of a draft as a FHIR Questionnaire. */
export const pathOfQuestionnaire = (id: string): string =>
  `/desk/consultations/${id}/questionnaire.fhir.json`

/** Where a part is written: each has a page of its own. */
export function pathOfPart(id: string, part: PartKey): string {
  const read = readKey(part)
  const base = pathOfDraft('edit', id)
  if (read === undefined || read.kind === 'words') return base
  const own = read.kind === read.id ? `part/${read.kind}` : `${read.kind}/${read.id}`
  return part === 'about' ? base : `${base}/${own}`
}

/** The part that an address names; undefined when it names none. */
export function partAtPath({ kind, part }: Readonly<Record<string, string>>): PartKey | undefined {
  if (kind === undefined || part === undefined) return 'about'
  const key = kind === 'part' ? part : `${kind}:${part}`
  return readKey(key) ? key : undefined
}
