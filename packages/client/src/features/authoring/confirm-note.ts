import type { StaffApi } from '../../api/staff-api.ts'

/** Says of something that a file left open that it is right. Its key is the import and the number of the note. */
export const confirmNote = (api: StaffApi, draft: string, key: string) => {
  const [importId = '', note = ''] = key.split(' ')
  return api.authoring.confirmNote.mutate({ draft, import: importId, note: Number(note) })
}
