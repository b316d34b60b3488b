import { checkDraft } from '@takepart/shared/domain/authoring/draft/check-draft'
import { keyOf, type PartKey } from '@takepart/shared/domain/authoring/draft/draft'
import { writeFhir } from '@takepart/shared/domain/authoring/fhir/write-fhir'
import type { PlacedNote } from '@takepart/shared/domain/authoring/import/fit-fields'
import { takeImport } from '@takepart/shared/domain/authoring/import/take-import'
import { nameOf as editionName } from '@takepart/shared/domain/consultation/edition'
import type { Question } from '@takepart/shared/domain/question/question'
import { authoringPaths } from '@takepart/shared/domain/site/authoring-paths'
import { bringInView, type BringInModel } from '@takepart/shared/views/authoring/bring-in.view'
import { importedView, type ImportedModel } from '@takepart/shared/views/authoring/imported.view'
import { importWords } from '@takepart/shared/words/import'
import { privatePage } from '../private-page.ts'
import { findImport, listImports } from '../../../features/authoring/import/import.queries.ts'
import { noRoomWords } from '../../../features/authoring/import/take-into-draft.ts'
import { isId, mayWrite, openDraft, peopleOf, type OpenedDraft } from './draft-pages.ts'

const bringInPage = privatePage<BringInModel>({
  path: authoringPaths.bringIn,
  action: 'consultation.write',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    if (!opened || !mayWrite(ctx.actor, opened.draft.id)) return undefined
    const files = await listImports(ctx.db, opened.draft.id)
    return {
      head: opened.head,
      unsaid: unsaidIn(opened, ctx.now()),
      before: files.map(({ id, fileName, at, state }) => ({
        id,
        name: fileName,
        at: at.toISOString(),
        state,
      })),
    }
  },
  render: (model) => ({
    title: `${importWords.title} – ${model.head.title}`,
    main: bringInView(model),
    element: 'tp-bring-in-page',
  }),
})

function unsaidIn({ draft }: OpenedDraft, now: Date): BringInModel['unsaid'] {
  const { consultation } = checkDraft(draft, now)
  return consultation ? writeFhir(consultation).unsaid : null
}

const importedPage = privatePage<ImportedModel>({
  path: authoringPaths.imported,
  action: 'consultation.read-draft',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    const { import: id = '' } = places
    const stored = opened && isId(id) && (await findImport(ctx.db, opened.draft.id, id))
    if (!opened || !stored) return undefined
    const { draft, head } = opened
    const { decidedBy, decidedAt, state, fileName } = stored
    return {
      head,
      id,
      fileName,
      state,
      decidedBy,
      decidedAt: decidedAt?.toISOString() ?? null,
      people: await peopleOf(ctx, decidedBy === null ? [] : [decidedBy]),
      ...foundIn(takeImport(draft, stored.imported)),
      noRoom: state === 'read' ? (noRoomWords(draft, stored.imported) ?? null) : null,
      mayWrite: mayWrite(ctx.actor, draft.id),
    }
  },
  render: (model) => ({
    title: `${importWords.found(model.fileName)} – ${model.head.title}`,
    main: importedView(model),
    element: 'tp-imported-page',
  }),
})

/** What was found, each with what the import says of it. */
function foundIn({ imported, notes }: ReturnType<typeof takeImport>) {
  const of = (part: PartKey) => notes.filter((note) => note.part === part).map(shown)
  return {
    title: imported.title ?? null,
    documents: imported.documents.map(({ id, title }) => ({
      title,
      notes: of(keyOf('document', id)),
    })),
    sections: imported.sections.map(({ id, title, questions }) => ({
      title,
      notes: of(keyOf('section', id)),
      questions: questions.map((question) => ({
        title: question.title,
        kind: question.kind,
        choices: choicesOf(question),
        notes: of(keyOf('question', question.id)),
      })),
    })),
    pictures: imported.pictures
      .filter(({ source }) => source !== '')
      .map(({ id, alt }, index) => ({
        title: alt === '' ? importWords.picture(index + 1) : alt,
        notes: of(keyOf('media', id)),
      })),
    editions: imported.editions.map(({ id }) => editionName(id).name),
    general: of('about'),
  }
}

const shown = ({ kind, words }: PlacedNote) => ({ kind, words })

function choicesOf(question: Question): readonly string[] {
  if ('options' in question) return question.options.map(({ label }) => label)
  return question.kind === 'matrix' ? question.statements.map(({ label }) => label) : []
}

/** Bringing a file into a consultation, and what was found in it. */
export const importPages = [bringInPage, importedPage] as const
