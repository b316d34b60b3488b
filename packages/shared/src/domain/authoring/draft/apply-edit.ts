import { sameContent } from '../../core/canonical-json.ts'
import {
  fieldOf,
  newPart,
  partOf,
  readKey,
  type Draft,
  type OtherText,
  type Part,
  type Value,
} from './draft.ts'
import type { Edit, EditMark, EditProblem } from './edit.ts'
import { editOutline } from './outline-edit.ts'

/**
 * `applied`: the draft says it now. `already`: it said so before. `kept-beside`: somebody else changed the same field first;
 * theirs stays and this text is kept beside it until somebody chooses (P5).
 */
export type EditOutcome = 'applied' | 'already' | 'kept-beside'

export type PartResult =
  | { readonly ok: true; readonly part: Part; readonly outcome: EditOutcome }
  | { readonly ok: false; readonly problem: EditProblem }

type PartEdit = Extract<Edit, { do: 'set' | 'settle' }>

/** A part after one field of it was set, or a choice between two texts was made. */
export const editPart = (part: Part, edit: PartEdit, mark: EditMark): PartResult =>
  edit.do === 'set' ? setField(part, edit, mark) : settle(part, edit)

function setField(part: Part, edit: Extract<Edit, { do: 'set' }>, mark: EditMark): PartResult {
  const current = fieldOf(part, edit.field)
  if (sameContent(current, edit.now)) return { ok: true, part, outcome: 'already' }
  if (sameContent(current, edit.was))
    return { ok: true, part: withField(part, edit.field, edit.now), outcome: 'applied' }
  return { ok: true, part: keptBeside(part, edit, mark), outcome: 'kept-beside' }
}

/** Somebody's later words for the same field take the place of their earlier ones. */
function keptBeside(part: Part, { field, now }: { field: string; now?: Value }, mark: EditMark) {
  const other: OtherText = {
    field,
    ...(now === undefined ? {} : { value: now }),
    edit: mark.id,
    by: mark.by,
    at: mark.at,
  }
  const rest = part.others.filter((one) => one.field !== field || one.by !== mark.by)
  return { ...part, revision: part.revision + 1, others: [...rest, other] }
}

function settle(part: Part, edit: Extract<Edit, { do: 'settle' }>): PartResult {
  const others = part.others.filter((one) => one.edit !== edit.edit || one.field !== edit.field)
  if (others.length === part.others.length) return { ok: false, problem: 'nothing-to-settle' }
  return {
    ok: true,
    part: { ...withField(part, edit.field, edit.now), others },
    outcome: 'applied',
  }
}

function withField(part: Part, field: string, now: Value): Part {
  const { [field]: _, ...rest } = part.fields
  return {
    ...part,
    fields: now === undefined ? rest : { ...rest, [field]: now },
    revision: part.revision + 1,
  }
}

export type DraftResult =
  | { readonly ok: true; readonly draft: Draft; readonly outcome: EditOutcome; readonly done: Edit }
  | { readonly ok: false; readonly problem: EditProblem }

/** A draft after an edit, and the edit as it was done: with what it replaced, so that it can be undone and told. */
export function applyEdit(draft: Draft, edit: Edit, mark: EditMark): DraftResult {
  if (readKey(edit.part) === undefined) return { ok: false, problem: 'part-unknown' }
  switch (edit.do) {
    case 'set':
    case 'settle': {
      const before = partOf(draft, edit.part)
      const result = editPart(before, edit, mark)
      if (!result.ok) return result
      const done = { ...edit, was: fieldOf(before, edit.field) }
      return { ok: true, draft: withPart(draft, result.part), outcome: result.outcome, done }
    }
    default:
      return applyToOutline(draft, edit)
  }
}

function applyToOutline(
  draft: Draft,
  edit: Extract<Edit, { do: 'add' | 'move' | 'remove' | 'bring-back' }>,
): DraftResult {
  if (edit.do === 'add' && Object.hasOwn(draft.parts, edit.part))
    return { ok: false, problem: 'part-exists' }
  if (edit.do !== 'add' && !Object.hasOwn(draft.parts, edit.part))
    return { ok: false, problem: 'part-unknown' }
  const result = editOutline(draft.outline, edit)
  if (!result.ok) return result
  const next = { ...draft, outline: result.outline }
  const done = result.was === undefined ? edit : { ...edit, was: result.was }
  return {
    ok: true,
    draft: edit.do === 'add' ? withPart(next, newPart(edit.part, edit.fields)) : next,
    outcome: 'applied',
    done,
  }
}

const withPart = (draft: Draft, part: Part): Draft => ({
  ...draft,
  parts: { ...draft.parts, [part.key]: part },
})

/** The edit that takes another back, from the edit as it was done. A choice between two texts is not taken back: both stay in the history. */
export function inverseOf(done: Edit): Edit | undefined {
  switch (done.do) {
    case 'set':
      return {
        do: 'set',
        part: done.part,
        field: done.field,
        ...(done.now === undefined ? {} : { was: done.now }),
        ...(done.was === undefined ? {} : { now: done.was }),
      }
    case 'add':
    case 'bring-back':
      return { do: 'remove', part: done.part }
    case 'move':
      return { do: 'move', part: done.part, place: done.was ?? {} }
    case 'remove':
      return { do: 'bring-back', part: done.part, place: done.was ?? {} }
    case 'settle':
      return undefined
  }
}
