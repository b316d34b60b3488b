import { fieldOf, isInOutline, partOf, readKey, textIn, type Draft, type PartKey } from './draft.ts'
import { inverseOf } from './apply-edit.ts'
import type { Edit } from './edit.ts'

/** An edit that was made, as the history keeps it. */
export interface MadeEdit {
  readonly number: number
  readonly id: string
  readonly edit: Edit
  readonly outcome: 'applied' | 'kept-beside'
  readonly undoes?: string
  /** Who made it. */
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * What "Undo" and "Redo" would do for one person: their own newest edit that was not taken back, and their own newest
 * taking back when nothing of theirs has come after it. Edits by others are never undone by it.
 *
 * @param history the oldest first
 */
export function undoable(
  history: readonly MadeEdit[],
  by: string,
): { readonly undo?: MadeEdit; readonly redo?: MadeEdit } {
  const undone: MadeEdit[] = []
  const done: MadeEdit[] = []
  const own = new Map<string, MadeEdit>()
  for (const made of history) {
    if (made.by !== by || made.outcome !== 'applied') continue
    own.set(made.id, made)
    const target = made.undoes === undefined ? undefined : own.get(made.undoes)
    if (target === undefined) {
      undone.length = 0
      if (inverseOf(made.edit)) done.push(made)
      continue
    }
    // Taking back what itself took something back does that again.
    const isRedo = target.undoes !== undefined
    if (isRedo) {
      undone.pop()
      done.push(made)
    } else {
      done.pop()
      undone.push(made)
    }
  }
  const [undo, redo] = [done.at(-1), undone.at(-1)]
  return { ...(undo ? { undo } : {}), ...(redo ? { redo } : {}) }
}

/**
 * The edits that put a part back to what it was before a moment in the history: each field that has changed since gets its
 * words of then. They go through the same rules as any edit, so that nobody's words are overwritten.
 */
export function editsToRestore(
  draft: Draft,
  history: readonly MadeEdit[],
  { part, before }: { readonly part: PartKey; readonly before: number },
): readonly Edit[] {
  const since = history.filter(
    ({ number, edit, outcome }) => number >= before && edit.part === part && outcome === 'applied',
  )
  const then = new Map<string, unknown>()
  for (const { edit } of since)
    if ((edit.do === 'set' || edit.do === 'settle') && !then.has(edit.field))
      then.set(edit.field, edit.was)
  const now = partOf(draft, part)
  const fields = [...then].map(([field, value]): Edit => ({
    do: 'set',
    part,
    field,
    was: fieldOf(now, field),
    ...(value === undefined ? {} : { now: value }),
  }))
  const removed = since.find(({ edit }) => edit.do === 'remove')?.edit
  const back: readonly Edit[] =
    removed?.do === 'remove' && !isInOutline(draft.outline, part)
      ? [{ do: 'bring-back', part, place: removed.was ?? {} }]
      : []
  return [...back, ...fields]
}

/** Edits of one field by one person that follow each other are one in words: who types a sentence does not change it forty times. */
export function condensed(history: readonly MadeEdit[]): readonly MadeEdit[] {
  const shown: MadeEdit[] = []
  for (const made of history) {
    const last = shown.at(-1)
    if (last && continues(last, made)) shown[shown.length - 1] = joined(last, made)
    else shown.push(made)
  }
  return shown
}

const pause = 10 * 60_000

const continues = (last: MadeEdit, made: MadeEdit): boolean =>
  last.edit.do === 'set' &&
  made.edit.do === 'set' &&
  last.edit.part === made.edit.part &&
  last.edit.field === made.edit.field &&
  last.by === made.by &&
  last.outcome === made.outcome &&
  last.undoes === undefined &&
  made.undoes === undefined &&
  Date.parse(made.at) - Date.parse(last.at) < pause

/** From before the first to after the last; it keeps the number of the first, which is where one goes back to. */
function joined(first: MadeEdit, last: MadeEdit): MadeEdit {
  if (first.edit.do !== 'set' || last.edit.do !== 'set') return last
  const { was: _, ...rest } = last.edit
  const edit = first.edit.was === undefined ? rest : { ...rest, was: first.edit.was }
  return { ...last, number: first.number, edit }
}

/** How a part is called: by its number where it has one, and by its words. */
export function nameOfPart(draft: Draft, key: PartKey): PartName {
  const read = readKey(key)
  const about = read?.kind === 'words' ? read.id : key
  const inner = readKey(about)
  const words = textIn(partOf(draft, about), 'title') || undefined
  const number = numberOf(draft, about)
  return {
    kind: inner?.kind ?? 'about',
    id: inner?.id ?? '',
    ...(words === undefined ? {} : { words }),
    ...(number === undefined ? {} : { number }),
    ...(read?.edition === undefined ? {} : { edition: read.edition }),
  }
}

export interface PartName {
  readonly kind: NonNullable<ReturnType<typeof readKey>>['kind']
  readonly id: string
  readonly words?: string
  /** Counted from 1 in the order of the consultation; absent for what has no order or was removed. */
  readonly number?: number
  readonly edition?: string
}

function numberOf({ outline }: Draft, key: PartKey): number | undefined {
  const read = readKey(key)
  if (read === undefined) return undefined
  const lists: Readonly<Record<string, readonly string[]>> = {
    question: outline.sections.flatMap(({ questions }) => questions),
    section: outline.sections.map(({ id }) => id),
    document: outline.documents,
  }
  const at = lists[read.kind]?.indexOf(read.id) ?? -1
  return at < 0 ? undefined : at + 1
}
