import type { StaffActor } from '@takepart/shared/domain/account/actor'
import {
  isInOutline,
  keyOf,
  partOf,
  questionsIn,
  readKey,
  textIn,
  type Draft,
  type PartKey,
} from '@takepart/shared/domain/authoring/draft/draft'
import type { CheckedNow } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { nameOfPart } from '@takepart/shared/domain/authoring/draft/draft-history'
import { earlierQuestions } from '@takepart/shared/domain/authoring/draft/earlier-questions'
import { keysIn, stepFrom } from '@takepart/shared/domain/authoring/draft/outline-edit'
import { withCapital } from '@takepart/shared/domain/core/text'
import { authoringPaths, partAtPath } from '@takepart/shared/domain/site/authoring-paths'
import type { DraftMap, EditorModel, MapEntry } from '@takepart/shared/views/authoring/desk-model'
import { editorView } from '@takepart/shared/views/authoring/editor.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { partWords } from '@takepart/shared/words/draft'
import { privatePage, type PageContext, type PathPlaces } from '../private-page.ts'
import { checkDraftNow } from '../../../features/authoring/check-draft-now.ts'
import { mayWrite, openDraft, peopleOf, type OpenedDraft } from './draft-pages.ts'

type Ctx = PageContext<StaffActor>

async function load(ctx: Ctx, places: PathPlaces): Promise<EditorModel | undefined> {
  const opened = await openDraft(ctx, places)
  const part = partAtPath(places)
  if (!opened || part === undefined || !mayWrite(ctx.actor, opened.draft.id)) return undefined
  const kind = readKey(part)?.kind
  const alone = kind === 'about' || kind === 'dates' || kind === 'contact' || kind === 'glossary'
  if (!alone && !Object.hasOwn(opened.draft.parts, part)) return undefined
  const checked = await checkDraftNow(ctx.db, opened.draft, ctx.now())
  return editorModel(ctx, { opened, part, checked })
}

interface Found {
  readonly opened: OpenedDraft
  readonly part: PartKey
  readonly checked: CheckedNow
}

async function editorModel(
  ctx: Ctx,
  { opened: { draft, head }, part: key, checked }: Found,
): Promise<EditorModel> {
  const { outline } = draft
  const part = partOf(draft, key)
  const read = readKey(key)
  const section = outline.sections.find(({ questions }) => questions.includes(read?.id ?? ''))
  const isQuestion = read?.kind === 'question'
  return {
    head,
    people: await peopleOf(
      ctx,
      part.others.map(({ by }) => by),
    ),
    map: mapOf(draft, checked),
    part,
    number: nameOfPart(draft, key).number ?? null,
    sectionTitle: isQuestion && section ? titleOf(draft, keyOf('section', section.id)) : null,
    inOutline: isInOutline(outline, key),
    up: stepFrom(outline, key, -1) ?? null,
    down: stepFrom(outline, key, 1) ?? null,
    neighbours: neighbours(draft, key),
    next: nextOf(draft, key),
    earlier: isQuestion ? earlierQuestions(draft, read.id) : [],
    readings: outline.documents.map((id) => ({ id, title: titleOf(draft, keyOf('document', id)) })),
    findings: checked.findings.filter((finding) => finding.part === key),
    blocked: checked.blocked,
    undecided: checked.undecided,
  }
}

const titleOf = (draft: Draft, key: PartKey): string => textIn(partOf(draft, key), 'title')

function mapOf(draft: Draft, { findings }: CheckedNow): DraftMap {
  const { documents, sections } = draft.outline
  const blockedIn = (part: PartKey) =>
    findings.filter((finding) => finding.level === 'blocks' && finding.part === part).length
  const entry = (part: PartKey): MapEntry => {
    const { number } = nameOfPart(draft, part)
    return {
      part,
      title: titleOf(draft, part),
      blocked: blockedIn(part),
      ...(number === undefined ? {} : { number }),
    }
  }
  return {
    readings: documents.map((id) => entry(keyOf('document', id))),
    sections: sections.map(({ id, questions }) => ({
      ...entry(keyOf('section', id)),
      questions: questions.map((question) => entry(keyOf('question', question))),
    })),
    media: draft.outline.media.map((id) => {
      const key = keyOf('media', id)
      const alt = textIn(partOf(draft, key), 'alt')
      return { ...entry(key), title: alt || authoringWords.pictureNotDescribed }
    }),
    blockedIn: Object.fromEntries(
      (['about', 'dates', 'contact', 'glossary'] as const).map((key) => [key, blockedIn(key)]),
    ),
  }
}

/** What it can be moved behind: its like, without itself. */
function neighbours(draft: Draft, key: PartKey): EditorModel['neighbours'] {
  const read = readKey(key)
  const { outline } = draft
  if (read?.kind === 'question')
    return questionsIn(outline)
      .filter(({ id }) => id !== read.id)
      .map(({ id, section }) => ({
        id,
        section,
        title:
          partWords(nameOfPart(draft, keyOf('question', id))) +
          quoted(titleOf(draft, keyOf('question', id))),
      }))
  if (read?.kind !== 'section' && read?.kind !== 'document') return []
  const kind = read.kind
  const ids = kind === 'section' ? outline.sections.map(({ id }) => id) : outline.documents
  return ids
    .filter((id) => id !== read.id)
    .map((id) => ({ id, title: titleOf(draft, keyOf(kind, id)) }))
}

const quoted = (title: string): string => (title === '' ? '' : `: ${title}`)

/** The way through: the title, the dates, the contact, the readings, then each section with its questions. */
function nextOf(draft: Draft, key: PartKey): PartKey | null {
  const order: readonly PartKey[] = ['about', 'dates', 'contact', ...keysIn(draft.outline)]
  const next = order[order.indexOf(key) + 1]
  return next !== undefined &&
    order.includes(key) &&
    /^(?:dates|contact|document|section|question)/.test(next)
    ? next
    : null
}

const render = (model: EditorModel) => ({
  title: `${withCapital(nameInTitle(model))} – ${model.head.title || authoringWords.untitled}`,
  main: editorView(model),
  element: 'tp-editor-page',
})

const nameInTitle = ({ part, number }: EditorModel): string =>
  partWords({
    kind: readKey(part.key)?.kind ?? 'about',
    id: '',
    ...(number === null ? {} : { number }),
  })

/** Writing one part of a consultation. Each part has an address of its own, so that it can be kept, shared and gone back to. */
export const editorPages = [authoringPaths.edit, authoringPaths.editPart].map((path) =>
  privatePage<EditorModel>({ path, action: 'consultation.write', load, render }),
)
